import { z } from 'zod';

/** Words a person taught the spell check, in a file of their own beside the settings. */
export const ownWordsSchema = z.object({ words: z.array(z.string().min(1).max(100)).max(20_000) });
export type OwnWords = z.infer<typeof ownWordsSchema>;

/** None yet. */
export const NO_OWN_WORDS: OwnWords = { words: [] };
