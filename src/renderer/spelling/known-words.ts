import { invoke } from '../platform/bridge.ts';

/** The number of words in one request, as the contract allows. */
const BATCH = 500;
/** The cache is cleared beyond this number of words. */
const MAX_WORDS = 50_000;

/** A cache of spelling results, so that each word is checked once. */
export type KnownWords = {
  /** Checks the words that are not cached. Afterwards all are cached, unless main did not answer. */
  readonly learnAbout: (words: readonly string[]) => Promise<void>;
  readonly isMisspelled: (word: string) => boolean;
  /** Clears the cache, after a change of languages or of the personal dictionary. */
  readonly forget: () => void;
};

/** Creates a cache of which words are misspelled. */
export function createKnownWords(): KnownWords {
  let misspelled = new Map<string, boolean>();
  return {
    learnAbout: async (words) => {
      const into = misspelled;
      if (into.size > MAX_WORDS) into.clear();
      const unknown = [...new Set(words)].filter((word) => !into.has(word));
      for (let at = 0; at < unknown.length; at += BATCH) {
        const batch = unknown.slice(at, at + BATCH);
        const answer = await invoke('spelling:check', { words: batch });
        if (!answer.ok) return;
        for (const word of batch) into.set(word, answer.value.includes(word));
      }
    },
    isMisspelled: (word) => misspelled.get(word) ?? false,
    forget: () => {
      misspelled = new Map();
    },
  };
}
