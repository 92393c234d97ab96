import {
  keepPreviousData,
  QueryClient,
  useQuery,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';

import type { AppError } from '#ipc/app-error.ts';
import type { Channel } from '#ipc/channels.ts';
import type { Answers, RequestOf } from '#ipc/contract.ts';

import { invoke, listen } from './bridge.ts';

/**
 * The cache of answers from main. Everything is local: queries run offline, never retry, and stay fresh until main
 * announces a change.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: Infinity, gcTime: 60_000, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** An AppError as an exception, for the query library. */
export class IpcError extends Error {
  readonly appError: AppError;
  constructor(appError: AppError) {
    super(appError.kind);
    this.appError = appError;
  }
}

/** Like `invoke`, but throws an `IpcError` on failure. For queries. */
export async function invokeOrThrow<Name extends Channel>(
  channel: Name,
  request: RequestOf<Name>,
): Promise<Answers[Name]> {
  const result = await invoke(channel, request);
  if (!result.ok) throw new IpcError(result.error);
  return result.value;
}

type Options<Name extends Channel> = Pick<
  UseQueryOptions<Answers[Name], IpcError>,
  'enabled' | 'staleTime' | 'gcTime'
> & {
  /** Keeps the last answer while a changed request is pending, so that lists do not flicker. */
  keepPrevious?: boolean;
};

/** The answer of a channel, kept current by `invalidateOnEvents`. */
export function useIpcQuery<Name extends Channel>(
  channel: Name,
  request: RequestOf<Name>,
  options: Options<Name> = {},
): UseQueryResult<Answers[Name], IpcError> {
  const { keepPrevious = false, ...rest } = options;
  return useQuery<Answers[Name], IpcError>({
    queryKey: [channel, request],
    queryFn: () => invokeOrThrow(channel, request),
    placeholderData: keepPrevious ? (keepPreviousData as never) : undefined,
    ...rest,
  });
}

/** Loads an answer into the cache. Undefined on failure, which the query that needs it will report. */
export async function prefetch<Name extends Channel>(
  channel: Name,
  request: RequestOf<Name>,
): Promise<Answers[Name] | undefined> {
  await queryClient.prefetchQuery({ queryKey: [channel, request], queryFn: () => invokeOrThrow(channel, request) });
  return queryClient.getQueryData<Answers[Name]>([channel, request]);
}

const COE_QUERIES: Channel[] = [
  'coes:list',
  'coes:facets',
  'coes:find-titles',
  'coes:titles',
  'coes:correct-search',
  'similar:find',
  'themes:read',
  'actions:list',
  'links:read',
  'patterns:histories',
  'today:read',
  'trash:list',
  'problems:list',
  'backups:preview',
];

/** What depends on patterns. */
const PATTERN_QUERIES: Channel[] = [
  'coes:facets',
  'patterns:read',
  'patterns:histories',
  'coes:list',
  'themes:read',
  'today:read',
];

/** What depends on what people shared. */
const PEOPLE_QUERIES: Channel[] = [
  'people:list',
  'people:read',
  'people:read-copy',
  'people:agenda',
  'people:themes',
  'sharing:contacts',
  'sharing:own-card',
];

/** What depends on the exchange with a team. */
const TEAM_QUERIES: Channel[] = ['team:questions', 'team:history', 'team:libraries'];

/** Marks all answers of these channels as stale. Those on screen are requested again. */
export function invalidate(channels: readonly Channel[]): void {
  for (const channel of channels) requestAgain(channel);
}

/** Channels that are being requested again, and whether they changed once more meanwhile. */
const requested = new Map<Channel, { isStale: boolean }>();

/**
 * Requests the answers of a channel again. A change while main is still answering leads to one more request afterwards,
 * and that waits as long as the answer took: while a large library is read for the first time, main announces changes
 * faster than it can count them, and would answer nothing but requests that nobody waits for any more.
 */
function requestAgain(channel: Channel): void {
  const running = requested.get(channel);
  if (running !== undefined) {
    running.isStale = true;
    return;
  }
  // An answer that is on its way already may be older than the change.
  const request = { isStale: queryClient.isFetching({ queryKey: [channel], type: 'active' }) > 0 };
  requested.set(channel, request);
  const begun = performance.now();
  void queryClient.invalidateQueries({ queryKey: [channel] }, { cancelRefetch: false }).finally(() => {
    const next = (): void => {
      requested.delete(channel);
      if (request.isStale) requestAgain(channel);
    };
    if (request.isStale) setTimeout(next, performance.now() - begun);
    else next();
  });
}

/** Invalidates queries when main announces changes. Call once. */
export function invalidateOnEvents(): () => void {
  const stops = [
    listen('questions:changed', () => invalidate(['questions:read'])),
    listen('patterns:changed', () => invalidate(PATTERN_QUERIES)),
    listen('sharing:threads-changed', () => invalidate(['sharing:threads'])),
    listen('people:changed', () => invalidate(PEOPLE_QUERIES)),
    listen('coes:changed', () => invalidate(COE_QUERIES)),
    listen('team:changed', (state) => {
      queryClient.setQueryData(['team:state', {}], state);
      invalidate(TEAM_QUERIES);
    }),
    listen('team:comments-changed', () => invalidate(['team:comments'])),
    listen('library:changed', (state) => {
      const before = queryClient.getQueryData<Answers['library:state']>(['library:state', {}]);
      queryClient.setQueryData(['library:state', {}], state);
      // What is on screen must never be from another library than the one that a click there would write to.
      if (before !== undefined && before.handle !== state.handle)
        for (const channel of [
          ...COE_QUERIES,
          ...PATTERN_QUERIES,
          ...TEAM_QUERIES,
          'team:state',
          'team:comments',
        ] as const)
          void queryClient.resetQueries({ queryKey: [channel] });
      if (before?.folder !== state.folder || before.status !== state.status)
        invalidate([
          ...COE_QUERIES,
          'team:state',
          ...TEAM_QUERIES,
          'questions:read',
          'patterns:read',
          'patterns:asked',
          'sharing:threads',
          'library:recents',
          'library:sync-service',
          'app:info',
          'vault:state',
          'backups:state',
          'backups:list',
          'journal:recovered',
        ]);
      else if (before.problemCount !== state.problemCount || before.trashCount !== state.trashCount)
        invalidate(['problems:list', 'trash:list']);
    }),
    listen('backups:changed', (state) => {
      queryClient.setQueryData(['backups:state', {}], state);
      if (state.running === null) invalidate(['backups:list']);
    }),
    listen('settings:changed', (settings) => {
      const before = queryClient.getQueryData<Answers['settings:read']>(['settings:read', {}]);
      queryClient.setQueryData(['settings:read', {}], settings);
      invalidate(['capture:access']);
      // Whose COEs and actions are mine goes by the names in the settings.
      if (before !== undefined && (before.authorName !== settings.authorName || before.aliases !== settings.aliases))
        invalidate(['today:read', 'actions:list']);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
