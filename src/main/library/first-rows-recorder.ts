import type { OwnNames } from '#domain/actions/own-work.ts';
import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { todayOf } from '#domain/today/today-of.ts';
import type { Today } from '#domain/today/today.ts';
import type { CoeListPage, CoeListRequest } from '#ipc/coe-list.ts';

import type { Catalogue } from './catalogue.ts';
import { isFirstRowsRequest, saveFirstRows } from './first-rows.ts';

/** Remembers what the first screen asked for, and writes what the next start shows before the library is open. */
export type FirstRowsRecorder = {
  /** Called with every request for a page of the list. */
  readonly onList: (request: CoeListRequest) => void;
  /** What is due on a day, for all or for the person of some names; the start shows that day again. */
  readonly today: (day: string, zone: string, names?: OwnNames) => Today;
  /** Writes the cache if what it holds has changed since it was written. */
  readonly write: () => Promise<void>;
};

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
      const today = shown === null ? null : todayOf(summaries(), shown.day, shown.zone);
      await saveFirstRows(file, { request, page: await list(request), today });
    },
  };
}
