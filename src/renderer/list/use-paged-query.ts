import { useQueries } from '@tanstack/react-query';

import { ROWS_AT_ONCE } from '#ipc/coe-list.ts';
import type { Answers, RequestOf } from '#ipc/contract.ts';

import { invokeOrThrow } from '../platform/queries.ts';

/** The channels that answer one page of a list at a time. */
type PagedChannel = 'coes:list' | 'actions:list';

/** What a list is asked for, without the page. */
export type ListQuery<Name extends PagedChannel> = Omit<RequestOf<Name>, 'offset' | 'limit'>;

type Row<Name extends PagedChannel> = Answers[Name]['rows'][number];

const PAGE_SIZES: Readonly<Record<PagedChannel, number>> = { 'coes:list': ROWS_AT_ONCE, 'actions:list': 100 };

/** The request for page `page`, counted from 0. The answer to each page also carries the total. */
export const pageRequest = <Name extends PagedChannel>(channel: Name, query: ListQuery<Name>, page: number) => ({
  ...query,
  offset: page * PAGE_SIZES[channel],
  limit: PAGE_SIZES[channel],
});

/**
 * Fetches the pages that hold the rows at `indexes`. The returned function gives undefined for a row not yet loaded.
 */
export function usePagedQuery<Name extends PagedChannel>(
  channel: Name,
  query: ListQuery<Name>,
  indexes: readonly number[],
): (index: number) => Row<Name> | undefined {
  const size = PAGE_SIZES[channel];
  const pages = [...new Set(indexes.map((index) => Math.floor(index / size)))];
  const answers = useQueries({
    queries: pages.map((page) => {
      const request = pageRequest(channel, query, page) as RequestOf<Name>;
      return {
        queryKey: [channel, request] as const,
        queryFn: () => invokeOrThrow(channel, request),
        // While a new search runs, the same page of the previous one stays on screen, so rows do not flicker.
        placeholderData: keepSamePage(page * size) as never,
      };
    }),
  });
  return (index) => {
    const answer = answers[pages.indexOf(Math.floor(index / size))]?.data as Answers[Name] | undefined;
    return answer?.rows[index % size];
  };
}

type PageQuery = { queryKey: readonly [string, { readonly offset: number }] };

const keepSamePage =
  (offset: number) =>
  (previous: unknown, query: PageQuery | undefined): unknown =>
    query?.queryKey[1].offset === offset ? previous : undefined;
