import { isWorthChecking } from '#domain/spelling/is-worth-checking.ts';
import type { SpellingLanguage } from '#domain/spelling/languages.ts';
import { createWorkerClient } from '#main/worker/worker-client.ts';

import type { SpellingTasks, SpellingWorkerData } from './spelling-tasks.ts';

/** What spelling needs to know, asked each time. */
export type SpellingDeps = {
  /** The languages to check in; none when it is turned off. */
  readonly languages: () => readonly SpellingLanguage[];
  /** The words a person taught it. */
  readonly ownWords: () => readonly string[];
  readonly addOwnWord: (word: string) => void;
  readonly workerUrl: URL;
  /** Where the dictionaries are. */
  readonly folder: string;
};

/** Checks spelling on this computer, with dictionaries that ship with the app. */
export type Spelling = {
  /** Those of the words that no chosen language knows. */
  readonly check: (words: readonly string[]) => Promise<string[]>;
  readonly suggest: (word: string) => Promise<string[]>;
  /** Knows the word from now on, in every language. */
  readonly learn: (word: string) => void;
  /** Knows it until the app ends. */
  readonly ignore: (word: string) => void;
};

/** Makes it. The dictionaries are read when the first word is typed and not before. */
export function createSpelling(deps: SpellingDeps): Spelling {
  const ignored = new Set<string>();
  const workerData: SpellingWorkerData = { folder: deps.folder };
  const worker = createWorkerClient<SpellingTasks>({ name: 'spelling', url: deps.workerUrl, workerData });
  /** Without a worker no word counts as misspelled, and there is nothing to suggest. */
  const ask = async <Name extends keyof SpellingTasks>(
    task: Name,
    request: SpellingTasks[Name]['request'],
  ): Promise<string[]> => {
    const answered = await worker.request(task, request);
    return answered.ok ? answered.value : [];
  };

  return {
    check: async (words) => {
      const languages = deps.languages();
      const own = new Set(deps.ownWords().map(folded));
      const unknown = words.filter(
        (word) => isWorthChecking(word) && !ignored.has(folded(word)) && !own.has(folded(word)),
      );
      return languages.length === 0 || unknown.length === 0 ? [] : ask('check', { languages, words: unknown });
    },
    suggest: (word) => {
      const languages = deps.languages();
      // What is no word has no better ones, and looking for some takes seconds.
      if (languages.length === 0 || !isWorthChecking(word)) return Promise.resolve([]);
      return ask('suggest', { languages, word });
    },
    learn: deps.addOwnWord,
    ignore: (word) => void ignored.add(folded(word)),
  };
}

const folded = (word: string): string => word.toLowerCase();
