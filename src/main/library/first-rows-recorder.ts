import { isDeepStrictEqual } from 'node:util';

import type { OwnNames } from '#domain/actions/own-work.ts';
import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { todayOf } from '#domain/today/today-of.ts';
import type { Today } from '#domain/today/today.ts';
import type { CoeListPage, CoeListRequest } from '#ipc/coe-list.ts';
import type { Whose } from '#ipc/whose.ts';

import type { Catalogue } from './catalogue.ts';
import { type FirstRows, loadFirstRows, saveFirstRows } from './first-rows.ts';

/** Remembers what the first screen asked for, and writes what the next start shows before the library is open. */
export type FirstRowsRecorder = {
  /** Called with every request for a page of the list. */
  readonly onList: (request: CoeListRequest) => void;
  /**
   * What is due on a day, for all or for the person of some names, as in a team's library; the start shows that day again,
   * and never what is due for others where the person's own was asked for.
   */
  readonly today: (day: string, zone: string, names?: OwnNames) => Today;
  /** Writes the cache if what it holds has changed since it was written. */
  readonly write: () => Promise<void>;
};

/** Whether a request is for the first page of the unfiltered list, which a start shows. */
const isFirstRowsRequest = ({ filter, text, offset }: CoeListRequest): boolean =>
  offset === 0 && text === '' && isDeepStrictEqual(filter, emptyFilter());

/** Creates a recorder that has seen no request yet. `isTeam` says whether the library is a team's now. */
export function createFirstRowsRecorder(
  file: string,
  catalogue: Catalogue,
  list: (request: CoeListRequest) => Promise<CoeListPage>,
  isTeam: () => Promise<boolean>,
): FirstRowsRecorder {
  let saved = '';
  let request: CoeListRequest | null = null;
  let shown: { readonly day: string; readonly zone: string } | null = null;
  let own: OwnNames | null = null;
  const summaries = (): readonly CoeSummary[] => catalogue.inOrder('happened-newest');
  return {
    onList: (asked) => {
      if (isFirstRowsRequest(asked)) request = asked;
    },
    today: (day, zone, names) => {
      const today = todayOf(summaries(), day, zone, names);
      shown = { day: today.day, zone };
      own = names ?? own;
      return today;
    },
    write: async () => {
      if (request === null) return;
      // Once a team is disconnected, a start must not show one's own day, or the choice of whose, any more.
      const team = await isTeam();
      const names = team ? own : null;
      const state = `${catalogue.age} ${shown?.day} ${JSON.stringify([team, names && [...names], request])}`;
      if (state === saved) return;
      saved = state;
      // A start that ended before it showed Today leaves the day of the start before.
      const { day, zone, whose: dayOf } = shown === null ? await dayIn(file) : { ...shown, whose: whoseBy(names) };
      const whose = team ? dayOf : 'everyone';
      const isUnknown = day === null || zone === null || (whose === 'mine' && names === null);
      const today = isUnknown ? null : todayOf(summaries(), day, zone, names ?? undefined);
      await saveFirstRows(file, { request, page: await list(request), today, zone, whose });
    },
  };
}

const whoseBy = (names: OwnNames | null): Whose => (names === null ? 'everyone' : 'mine');

async function dayIn(file: string): Promise<Pick<FirstRows, 'zone' | 'whose'> & { readonly day: string | null }> {
  const rows = await loadFirstRows(file);
  return { day: rows?.today?.day ?? null, zone: rows?.zone ?? null, whose: rows?.whose ?? 'everyone' };
}
