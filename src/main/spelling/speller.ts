import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { createHunspellFromStrings, type Hunspell } from 'hunspell-wasm';

import type { DictionaryName, SpellingWorkerData } from './spelling-tasks.ts';

/** Checks words against several dictionaries at once. Rejects if one that ships with the app cannot be read. */
export type Speller = {
  readonly check: (dictionaries: readonly DictionaryName[], words: readonly string[]) => Promise<string[]>;
  readonly suggest: (dictionaries: readonly DictionaryName[], word: string) => Promise<string[]>;
};

/** The maximum number of suggestions in the menu. */
const MAX_SUGGESTIONS = 5;

/**
 * Loads each dictionary (`<name>.aff` and `.dic`) from its folder on first use, and releases it once it is no longer
 * requested. An added dictionary that cannot be read is left out.
 */
export function createSpeller({ folder, ownFolder }: SpellingWorkerData): Speller {
  const loaded = new Map<DictionaryName, Promise<Hunspell | null>>();
  const load = async (name: DictionaryName): Promise<Hunspell | null> => {
    const file = name.startsWith('own:') ? path.join(ownFolder, name.slice('own:'.length)) : path.join(folder, name);
    const [rules, words] = await Promise.all(['aff', 'dic'].map((ending) => readFile(`${file}.${ending}`, 'utf8')));
    return createHunspellFromStrings(rules ?? '', words ?? '');
  };
  const open = async (names: readonly DictionaryName[]): Promise<Hunspell[]> => {
    for (const [name, dictionary] of loaded) {
      if (names.includes(name)) continue;
      loaded.delete(name);
      void dictionary.then((each) => each?.dispose());
    }
    const opened = await Promise.all(
      names.map((name) => {
        const there = loaded.get(name) ?? (name.startsWith('own:') ? load(name).catch(() => null) : load(name));
        loaded.set(name, there);
        return there;
      }),
    );
    return opened.filter((each) => each !== null);
  };
  return {
    check: async (dictionaries, words) => {
      const all = await open(dictionaries);
      if (all.length === 0) return [];
      return words.filter((word) => !all.some((dictionary) => dictionary.testSpelling(plainApostrophe(word))));
    },
    suggest: async (dictionaries, word) => {
      const found = (await open(dictionaries)).map((each) => each.getSpellingSuggestions(plainApostrophe(word)));
      const inTurn = Array.from({ length: MAX_SUGGESTIONS }, (_, at) => found.map((each) => each[at] ?? '')).flat();
      return [...new Set(inTurn.filter((each) => each !== ''))].slice(0, MAX_SUGGESTIONS);
    },
  };
}

/** Replaces curly apostrophes: the dictionaries use straight ones. */
const plainApostrophe = (word: string): string => word.replaceAll('’', "'");
