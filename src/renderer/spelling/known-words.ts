import { invoke } from '../platform/bridge.ts';

/** What main is asked about at once, which is what its contract allows. */
const BATCH = 500;
/** More words than this are forgotten, so that a long day does not fill the memory. */
const MOST = 50_000;

/** What is known of words, so that each is asked about once. */
export type KnownWords = {
  /** Asks about those that are not known yet; afterwards all of them are, unless main did not answer. */
  readonly learnAbout: (words: readonly string[]) => Promise<void>;
  readonly isMisspelled: (word: string) => boolean;
  /** Forgets everything: the languages changed, or a word was learned. */
  readonly forget: () => void;
};

/** Remembers which words are misspelled. */
export function createKnownWords(): KnownWords {
  let misspelled = new Map<string, boolean>();
  return {
    learnAbout: async (words) => {
      const into = misspelled;
      if (into.size > MOST) into.clear();
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
