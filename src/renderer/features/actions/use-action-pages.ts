import { useQueries } from '@tanstack/react-query';

import type { ActionListPage, ActionRow } from '#ipc/action-list.ts';
import { fetchAnswer } from '../../platform/queries.ts';

import type { ActionQuery } from './use-action-params.ts';

export const PAGE_SIZE = 100;

/** The rows that are in sight, page by page. A row whose page is still on its way is undefined. */
export function useActionPages(
  query: ActionQuery,
  range: { first: number; last: number },
): (index: number) => ActionRow | undefined {
  const from = Math.floor(Math.max(0, range.first) / PAGE_SIZE);
  const to = Math.floor(Math.max(0, range.last) / PAGE_SIZE);
  const places = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const pages = useQueries({
    queries: places.map((place) => {
      const request = { ...query, offset: place * PAGE_SIZE, limit: PAGE_SIZE };
      return { queryKey: ['actions:list', request], queryFn: () => fetchAnswer('actions:list', request) };
    }),
  });
  const byPlace = new Map<number, ActionListPage | undefined>(
    places.map((place, index) => [place, pages[index]?.data]),
  );
  return (index) => byPlace.get(Math.floor(index / PAGE_SIZE))?.rows[index % PAGE_SIZE];
}
