import { z } from 'zod';

/**
 * The schema of a row in a list, such as a timeline entry or an action. Each row has an id, unique in its list, so that
 * two versions of a COE can be merged. Files written by hand may omit it; fillRowIds adds it. Unknown keys are kept.
 */
export const row = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.looseObject({ id: z.string().default(''), ...shape });

/** A text of the writer; empty by default. */
export const words = z.string().default('');

/** One of a closed list of ids; null, the default, means not answered yet. */
export const choice = <const Ids extends readonly [string, ...string[]]>(ids: Ids) =>
  z.enum(ids).nullable().default(null);

/** What every section has: prose in Markdown, and whether the writer skipped it on purpose. */
export const sectionBasics = { prose: z.string().default(''), skipped: z.boolean().default(false) };
