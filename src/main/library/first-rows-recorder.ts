import { isDeepStrictEqual } from 'node:util';

import type { OwnNames } from '#domain/actions/own-work.ts';
import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { todayOf } from '#domain/today/today-of.ts';
import type { Today } from '#domain/today/today.ts';
import type { CoeListPage, CoeListRequest } from '#ipc/coe-list.ts';

import type { Catalogue } from './catalogue.ts';
import { loadFirstRows, saveFirstRows } from './first-rows.ts';

/** Remembers what the first screen asked for, and writes what the next start shows before the library is open. */
export type FirstRowsRecorder = {
  /** Called with every request for a page of the list. */
  readonly onList: (request: CoeListRequest) => void;
  /** What is due on a day, for all or for the person of some names; the start shows that day again. */
  readonly today: (day: string, zone: string, names?: OwnNames) => Today;
  /** Writes the cache if what it holds has changed since it was written. */
  readonly write: () => Promise<void>;
};

/** Whether a request is for the first page of the unfiltered list, which a start shows. */
const isFirstRowsRequest = ({ filter, text, offset }: CoeListRequest): boolean =>
  offset === 0 && text === '' && isDeepStrictEqual(filter, emptyFilter());

/** Creates a recorder that has seen no request yet. */
export function createFirstRowsRecorder(
  file: string,
  catalogue: Catalogue,
  list: (request: CoeListRequest) => Promise<CoeListPage>,
): FirstRowsRecorder {
  let saved = '';
  let request: CoeListRequest | null = null;
  let shown: { readonly day: string; readonly zone: string } | null = null;
  const summaries = (): readonly CoeSummary[] => catalogue.inOrder('happened-newest');
  return {
    onList: (asked) => {
      if (isFirstRowsRequest(asked)) request = asked;
    },
    today: (day, zone, names) => {
      const today = todayOf(summaries(), day, zone, names);
      shown = { day: today.day, zone };
      return today;
    },
    write: async () => {
      if (request === null) return;
      const state = `${catalogue.age} ${shown?.day} ${JSON.stringify(request)}`;
      if (state === saved) return;
      saved = state;
      // A start that ended before it showed Today leaves the day of the start before.
      const { day, zone } = shown ?? (await dayIn(file));
      const today = day === null || zone === null ? null : todayOf(summaries(), day, zone);
      await saveFirstRows(file, { request, page: await list(request), today, zone });
    },
  };
}

async function dayIn(file: string): Promise<{ readonly day: string | null; readonly zone: string | null }> {
  const rows = await loadFirstRows(file);
  return { day: rows?.today?.day ?? null, zone: rows?.zone ?? null };
}
