import { z } from 'zod';

import type { Coe } from '../coe/coe.ts';
import { SECTION_IDS } from '../coe/vocabulary.ts';

/**
 * What goes along when a COE leaves the app. The header always goes along.
 *
 * - `sections`: the sections that keep their content.
 * - `names`: `pseudonyms` replaces the names of people by "Person A", "Person B" and so on.
 * - `privateFields`: feelings, the state and confidence on the day, minutes of writing, dismissed advice, the revisit
 *   date, the source of an import, and keys this version does not know.
 * - `unplaced`: text that an import could not place.
 */
export const exportChoiceSchema = z.object({
  sections: z.array(z.enum(SECTION_IDS)).max(SECTION_IDS.length).readonly(),
  names: z.enum(['as-written', 'pseudonyms']),
  privateFields: z.boolean(),
  unplaced: z.boolean(),
});
export type ExportChoice = z.infer<typeof exportChoiceSchema>;

/** The choice of somebody who has not chosen yet: everything but the private fields. */
export const DEFAULT_EXPORT_CHOICE: ExportChoice = {
  sections: SECTION_IDS,
  names: 'as-written',
  privateFields: false,
  unplaced: true,
};

/** The choice that leaves nothing out, for a person's own copies. */
export const WHOLE_EXPORT_CHOICE: ExportChoice = { ...DEFAULT_EXPORT_CHOICE, privateFields: true };

/** Whether a COE says something in its private fields that a reader could see: feelings, or the state on the day. */
export const hasPrivateFields = ({ sections: { context, impact } }: Coe): boolean =>
  impact.feelings.length > 0 ||
  context.stateThen !== null ||
  context.confidenceThen !== null ||
  context.stateWords.trim() !== '';
