import type { SpellingLanguage } from '#domain/spelling/languages.ts';
import type { DictionaryRefusal } from '#ipc/dictionaries.ts';

import type { DictionaryText } from './convert-dictionary.ts';

/** A dictionary that ships with the app, by its language, or one that the person added, by its id. */
export type DictionaryName = SpellingLanguage | `own:${string}`;

/** The start data of the spelling worker: the folders of the app's dictionaries and of those that the person added. */
export type SpellingWorkerData = { readonly folder: string; readonly ownFolder: string };

/**
 * The tasks of the spelling worker. `check` returns the words that none of the dictionaries knows. `try` reads the two
 * files of a dictionary, converts them to UTF-8 and tests whether Hunspell can use them.
 */
export type SpellingTasks = {
  check: { request: { dictionaries: readonly DictionaryName[]; words: readonly string[] }; answer: string[] };
  suggest: { request: { dictionaries: readonly DictionaryName[]; word: string }; answer: string[] };
  try: { request: { aff: string; dic: string }; answer: DictionaryText | DictionaryRefusal };
};
