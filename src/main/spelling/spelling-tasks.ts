import type { SpellingLanguage } from '#domain/spelling/languages.ts';

/** What the spelling worker is started with: the folder that holds a dictionary for each language. */
export type SpellingWorkerData = { readonly folder: string };

/** What it can be asked. A word is right when any of the languages knows it. */
export type SpellingTasks = {
  check: { request: { languages: readonly SpellingLanguage[]; words: readonly string[] }; answer: string[] };
  suggest: { request: { languages: readonly SpellingLanguage[]; word: string }; answer: string[] };
};
