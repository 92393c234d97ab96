import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { createHunspellFromStrings, type Hunspell } from 'hunspell-wasm';

import type { SpellingLanguage } from '#domain/spelling/languages.ts';

/** Checks words against several languages at once. Rejects if a dictionary cannot be read. */
export type Speller = {
  readonly check: (languages: readonly SpellingLanguage[], words: readonly string[]) => Promise<string[]>;
  readonly suggest: (languages: readonly SpellingLanguage[], word: string) => Promise<string[]>;
};

/** The maximum number of suggestions in the menu. */
const MAX_SUGGESTIONS = 5;

/**
 * Loads each dictionary (`<language>.aff` and `.dic`) from a folder on first use, and releases it once its language is
 * no longer requested.
 */
export function createSpeller(folder: string): Speller {
  const loaded = new Map<SpellingLanguage, Promise<Hunspell>>();
  const load = async (language: SpellingLanguage): Promise<Hunspell> => {
    const [rules, words] = await Promise.all(
      ['aff', 'dic'].map((ending) => readFile(path.join(folder, `${language}.${ending}`), 'utf8')),
    );
    return createHunspellFromStrings(rules ?? '', words ?? '');
  };
  const dictionaries = (languages: readonly SpellingLanguage[]): Promise<Hunspell[]> => {
    for (const [language, dictionary] of loaded) {
      if (languages.includes(language)) continue;
      loaded.delete(language);
      void dictionary.then((each) => each.dispose());
    }
    return Promise.all(
      languages.map((language) => {
        const there = loaded.get(language) ?? load(language);
        loaded.set(language, there);
        return there;
      }),
    );
  };
  return {
    check: async (languages, words) => {
      const all = await dictionaries(languages);
      if (all.length === 0) return [];
      return words.filter((word) => !all.some((dictionary) => dictionary.testSpelling(plainApostrophe(word))));
    },
    suggest: async (languages, word) => {
      const found = (await dictionaries(languages)).map((each) => each.getSpellingSuggestions(plainApostrophe(word)));
      const inTurn = Array.from({ length: MAX_SUGGESTIONS }, (_, at) => found.map((each) => each[at] ?? '')).flat();
      return [...new Set(inTurn.filter((each) => each !== ''))].slice(0, MAX_SUGGESTIONS);
    },
  };
}

/** Replaces curly apostrophes: the dictionaries use straight ones. */
const plainApostrophe = (word: string): string => word.replaceAll('’', "'");
