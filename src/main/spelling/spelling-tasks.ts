import type { SpellingLanguage } from '#domain/spelling/languages.ts';

/** The start data of the spelling worker: the folder with a dictionary for each language. */
export type SpellingWorkerData = { readonly folder: string };

/** The tasks of the spelling worker. `check` returns the words that none of the languages knows. */
export type SpellingTasks = {
  check: { request: { languages: readonly SpellingLanguage[]; words: readonly string[] }; answer: string[] };
  suggest: { request: { languages: readonly SpellingLanguage[]; word: string }; answer: string[] };
};
