import { z } from 'zod';

/**
 * A row of a structured part (a timeline entry, a why, an action …). Every row has an id of its own, so that two edits of
 * one COE can be told apart and merged. Files written by hand may leave it out; reading gives such rows one.
 * Keys we do not know are kept.
 */
export const row = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.looseObject({ id: z.string().default(''), ...shape });

/** A short answer in the writer's words. */
export const words = z.string().default('');

/** One of a closed list, or not answered yet. */
export const choice = <const Ids extends readonly [string, ...string[]]>(ids: Ids) =>
  z.enum(ids).nullable().default(null);

/** What every one of the ten sections has: prose in Markdown, and whether it was left out on purpose. */
export const sectionBasics = { prose: z.string().default(''), skipped: z.boolean().default(false) };
