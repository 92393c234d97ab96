import { isWorthChecking } from '#domain/spelling/is-worth-checking.ts';
import type { SpellingLanguage } from '#domain/spelling/languages.ts';
import { createWorkerClient } from '#main/worker/worker-client.ts';

import type { SpellingTasks, SpellingWorkerData } from './spelling-tasks.ts';

/** What the spell checker needs. It reads the languages and words on each call. */
export type SpellingDeps = {
  /** The languages to check; empty if the spell check is off. */
  readonly languages: () => readonly SpellingLanguage[];
  /** The words that the person added to the dictionary. */
  readonly ownWords: () => readonly string[];
  readonly addOwnWord: (word: string) => void;
  readonly workerUrl: URL;
  /** The folder of the dictionaries. */
  readonly folder: string;
};

/** Checks spelling offline, with dictionaries bundled with the app. Finds no mistakes if the worker fails. */
export type Spelling = {
  /** Returns the words that no chosen language knows. */
  readonly check: (words: readonly string[]) => Promise<string[]>;
  readonly suggest: (word: string) => Promise<string[]>;
  /** Accepts the word from now on, in every language. */
  readonly learn: (word: string) => void;
  /** Accepts the word until the app quits. */
  readonly ignore: (word: string) => void;
};

/** Creates the spell checker. Loads the dictionaries when the first word is checked. */
export function createSpelling(deps: SpellingDeps): Spelling {
  const ignored = new Set<string>();
  const workerData: SpellingWorkerData = { folder: deps.folder };
  const worker = createWorkerClient<SpellingTasks>({ name: 'spelling', url: deps.workerUrl, workerData });
  /** Runs a task; returns an empty list if the worker fails. */
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
      // Suggestions for codes or addresses are useless and take seconds.
      if (languages.length === 0 || !isWorthChecking(word)) return Promise.resolve([]);
      return ask('suggest', { languages, word });
    },
    learn: deps.addOwnWord,
    ignore: (word) => void ignored.add(folded(word)),
  };
}

const folded = (word: string): string => word.toLowerCase();
