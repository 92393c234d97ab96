import { bestPlaces } from './best-places.ts';
import { type Matches, NO_MATCH, type SearchIndex } from './search-index.ts';
import type { FoundPage, ListSearch, Progress } from './worker-tasks.ts';

/** What a search finds in a list: `places` has where in it those of the page are, and `ids` their ids. */
type FoundInList = Omit<FoundPage, 'matches'> & { readonly ids: readonly string[] };

/** Searches in the list that main shows. */
export type ListSearcher = {
  /** `checkTexts` checks documents by their numbers, as many as fit in a short time. */
  readonly search: (
    index: SearchIndex,
    asked: ListSearch,
    checkTexts: (numbers: Uint32Array) => Progress<number>,
  ) => FoundInList | 'unfinished' | null;
  /** Forgets what the last search found, because the index changed. */
  readonly forget: () => void;
};

/** Creates a searcher that has no list. */
export function createListSearcher(): ListSearcher {
  let list: { readonly name: number; readonly numbers: Uint32Array } | null = null;
  /** The last search: the next page, and the rest of the texts to check, belong to the same one. */
  let last: (Matches & { readonly key: string; checked: number }) | null = null;

  return {
    search: (index, asked, checkTexts) => {
      if (asked.numbering !== index.numbering) return null;
      if (asked.numbers !== null) list = { name: asked.list, numbers: asked.numbers };
      if (list?.name !== asked.list) return null;
      const key = JSON.stringify(asked.needles);
      if (last?.key !== key) last = { key, ...index.match(asked.needles), checked: 0 };
      const { scores, unsure } = last;
      if (last.checked < unsure.length) {
        const { checked, passed } = checkTexts(unsure.subarray(last.checked));
        const isPassed = new Set(passed);
        for (const number of unsure.subarray(last.checked, last.checked + checked)) {
          if (!isPassed.has(number)) scores[number] = NO_MATCH;
        }
        last.checked += checked;
        if (last.checked < unsure.length) return 'unfinished';
      }
      const { numbers } = list;
      const found: number[] = [];
      const foundScores = new Float32Array(numbers.length);
      for (let place = 0; place < numbers.length; place += 1) {
        const score = scores[index.currentNumber(numbers[place] ?? -1)] ?? NO_MATCH;
        if (score === NO_MATCH) continue;
        foundScores[found.length] = score;
        found.push(place);
      }
      const end = asked.offset + asked.limit;
      const shown = asked.isBestFirst
        ? bestPlaces(foundScores.subarray(0, found.length), end).map((place) => found[place] ?? 0)
        : found;
      const places = shown.slice(asked.offset, end);
      return { total: found.length, places, ids: places.map((place) => index.idOf(numbers[place] ?? -1)) };
    },
    forget: () => {
      last = null;
    },
  };
}
