import { isWorthChecking } from '#domain/spelling/is-worth-checking.ts';
import type { SpellingLanguage } from '#domain/spelling/languages.ts';
import type { Result } from '#domain/result.ts';
import { answerWithin } from '#main/worker/answer-within.ts';
import { createWorkerClient } from '#main/worker/worker-client.ts';

import type { DictionaryName, SpellingTasks, SpellingWorkerData } from './spelling-tasks.ts';

/** What the spell checker needs. It reads the languages and words on each call. */
export type SpellingDeps = {
  /** The languages to check; empty if the spell check is off. */
  readonly languages: () => readonly SpellingLanguage[];
  /** The ids of the added dictionaries to check; empty if the spell check is off. */
  readonly ownDictionaries: () => readonly string[];
  /** The words that the person added to the dictionary. */
  readonly ownWords: () => readonly string[];
  readonly addOwnWord: (word: string) => void;
  readonly workerUrl: URL;
  /** The folder of the dictionaries. */
  readonly folder: string;
  /** The folder of the dictionaries that the person added. */
  readonly ownFolder: string;
  /** Milliseconds of processor time that a request with an added dictionary may take. */
  readonly limit?: number;
};

/**
 * Processor time for a request with an added dictionary, in milliseconds. Loading the largest known ones takes three
 * seconds.
 */
const LIMIT_MS = 30_000;

/** Checks spelling offline, with dictionaries bundled with the app. Finds no mistakes if the worker fails. */
export type Spelling = {
  /** Returns the words that no chosen language knows. */
  readonly check: (words: readonly string[]) => Promise<string[]>;
  readonly suggest: (word: string) => Promise<string[]>;
  /**
   * Returns the words that no dictionary has, whatever the person added or ignores: names of people are often among
   * those. Uses every dictionary of English when the spell check is off.
   */
  readonly lookUp: (words: readonly string[]) => Promise<string[]>;
  /** Accepts the word from now on, in every language. */
  readonly learn: (word: string) => void;
  /** Accepts the word until the app quits. */
  readonly ignore: (word: string) => void;
};

/** Creates the spell checker. Loads the dictionaries when the first word is checked. */
export function createSpelling(deps: SpellingDeps): Spelling {
  const ignored = new Set<string>();
  const workerData: SpellingWorkerData = { folder: deps.folder, ownFolder: deps.ownFolder };
  const worker = createWorkerClient<SpellingTasks>({ name: 'spelling', url: deps.workerUrl, workerData });
  /**
   * Whether an added dictionary made the worker hang or crash. Then only those of the app are used until the next
   * start.
   */
  let leavesOutOwn = false;
  const dictionaries = (): DictionaryName[] => [
    ...deps.languages(),
    ...(leavesOutOwn ? [] : deps.ownDictionaries().map((id): DictionaryName => `own:${id}`)),
  ];
  /** Runs a task with the current dictionaries; returns an empty list if the worker fails. */
  const ask = async (
    run: (names: readonly DictionaryName[]) => Promise<Result<string[], unknown>>,
    usual: readonly DictionaryName[] = [],
  ): Promise<string[]> => {
    const chosen = dictionaries();
    const names = chosen.length === 0 ? usual : chosen;
    const answer = run(names);
    if (!names.some((name) => name.startsWith('own:'))) {
      const answered = await answer;
      return answered.ok ? answered.value : [];
    }
    const answered = await answerWithin(deps.limit ?? LIMIT_MS, answer);
    if (answered?.ok === true) return answered.value;
    leavesOutOwn = true;
    await worker.close();
    return ask(run, usual);
  };

  return {
    check: async (words) => {
      const own = new Set(deps.ownWords().map(folded));
      const unknown = words.filter(
        (word) => isWorthChecking(word) && !ignored.has(folded(word)) && !own.has(folded(word)),
      );
      return dictionaries().length === 0 || unknown.length === 0
        ? []
        : ask((names) => worker.request('check', { dictionaries: names, words: unknown }));
    },
    suggest: (word) => {
      // Suggestions for codes or addresses are useless and take seconds.
      if (dictionaries().length === 0 || !isWorthChecking(word)) return Promise.resolve([]);
      return ask((names) => worker.request('suggest', { dictionaries: names, word }));
    },
    lookUp: (words) => ask((names) => worker.request('check', { dictionaries: names, words }), ['en-US', 'en-GB']),
    learn: deps.addOwnWord,
    ignore: (word) => void ignored.add(folded(word)),
  };
}

const folded = (word: string): string => word.toLowerCase();
