import { z } from 'zod';

/** The words that the person added to the dictionary, stored in a separate file next to the settings. */
export const ownWordsSchema = z.object({ words: z.array(z.string().min(1).max(100)).max(20_000) });
export type OwnWords = z.infer<typeof ownWordsSchema>;

/** The value before the person adds a word. */
export const NO_OWN_WORDS: OwnWords = { words: [] };
