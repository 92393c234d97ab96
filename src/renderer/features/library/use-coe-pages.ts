import { useQueries } from '@tanstack/react-query';

import { type CoeListRequest, type CoeRow, ROWS_AT_ONCE } from '#ipc/coe-list.ts';

import { fetchAnswer } from '../../platform/queries.ts';

/** What is listed, whatever part of it is in sight. */
export type ListRequest = Omit<CoeListRequest, 'offset' | 'limit'>;

/** What the first page of a list is asked with; the total comes with it. */
export const firstPage = (request: ListRequest): CoeListRequest => ({ ...request, offset: 0, limit: ROWS_AT_ONCE });

/** The rows at some places, asked for by the page; undefined while theirs is on the way. */
export function useCoePages(request: ListRequest, places: readonly number[]): (index: number) => CoeRow | undefined {
  const pages = [...new Set(places.map((place) => Math.floor(place / ROWS_AT_ONCE)))];
  const answers = useQueries({
    queries: pages.map((page) => {
      const asked: CoeListRequest = { ...request, offset: page * ROWS_AT_ONCE, limit: ROWS_AT_ONCE };
      return {
        queryKey: ['coes:list', asked] as const,
        queryFn: () => fetchAnswer('coes:list', asked),
        // While a new search is answered the rows of the last one stay, if they are of the same page; no row blinks.
        placeholderData: keepSamePage(asked.offset) as never,
      };
    }),
  });
  return (index) => answers[pages.indexOf(Math.floor(index / ROWS_AT_ONCE))]?.data?.rows[index % ROWS_AT_ONCE];
}

type Asked = { queryKey: readonly [string, CoeListRequest] };

const keepSamePage =
  (offset: number) =>
  (previous: unknown, query: Asked | undefined): unknown =>
    query?.queryKey[1].offset === offset ? previous : undefined;
