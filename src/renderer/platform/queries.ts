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
import { withUnanswered } from './unanswered-settings.ts';

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
const TEAM_QUERIES: Channel[] = ['team:questions', 'team:history', 'team:libraries', 'team:plain-history'];

/** What is not the same in another library, or once the library is read. */
const LIBRARY_QUERIES: Channel[] = [
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
];

/** Marks all answers of these channels as stale. Those on screen are requested again. */
export function invalidate(channels: readonly Channel[]): void {
  for (const channel of channels)
    for (const { queryHash } of queryClient.getQueryCache().findAll({ queryKey: [channel] })) requestAgain(queryHash);
}

/** How long a request that a change has outdated is waited for. */
const ANSWER_WITHIN_MS = 30_000;

/** Queries that are being requested again, by their hash, and whether they changed once more meanwhile. */
const requested = new Map<string, { isStale: boolean }>();

/**
 * Marks a query as stale, and requests it again if it is on screen. A change while main is still answering leads to one
 * more request afterwards, and that waits as long as the answer took: while a large library is read for the first time,
 * main announces changes faster than it can count them, and would answer nothing but requests that nobody waits for any
 * more. Without an answer within `wait`, it is requested anew, and waited for twice as long.
 */
function requestAgain(queryHash: string, wait = ANSWER_WITHIN_MS): void {
  const query = queryClient.getQueryCache().get(queryHash);
  if (query === undefined) return;
  const only = { queryKey: query.queryKey, exact: true };
  void queryClient.invalidateQueries({ ...only, refetchType: 'none' });
  const running = requested.get(queryHash);
  if (running !== undefined) {
    running.isStale = true;
    return;
  }
  // An answer that is on its way already may be older than the change, even if nothing on screen waits for it.
  const onItsWay = query.state.fetchStatus === 'idle' ? undefined : query.promise;
  const request = { isStale: onItsWay !== undefined };
  requested.set(queryHash, request);
  const begun = performance.now();
  const finish = (again: () => void): void => {
    if (requested.get(queryHash) !== request) return;
    requested.delete(queryHash);
    if (request.isStale) again();
  };
  const giveUp = setTimeout(
    () =>
      finish(() => {
        void queryClient.cancelQueries(only);
        requestAgain(queryHash, wait * 2);
      }),
    wait,
  );
  const onAnswer = (): void => {
    clearTimeout(giveUp);
    if (request.isStale) setTimeout(() => finish(() => requestAgain(queryHash)), performance.now() - begun);
    else finish(() => undefined);
  };
  void (onItsWay ?? queryClient.invalidateQueries(only, { cancelRefetch: false })).then(onAnswer, onAnswer);
}

/** Drops the answers of the library before, and those still on their way. */
function forgetLibrary(): void {
  requested.clear();
  for (const channel of LIBRARY_QUERIES) void queryClient.cancelQueries({ queryKey: [channel] });
  for (const channel of [...COE_QUERIES, ...PATTERN_QUERIES, ...TEAM_QUERIES, 'team:state', 'team:comments'] as const)
    void queryClient.resetQueries({ queryKey: [channel] });
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
      if (before !== undefined && before.handle !== state.handle) forgetLibrary();
      if (before?.folder !== state.folder || before.status !== state.status) invalidate(LIBRARY_QUERIES);
      else if (before.problemCount !== state.problemCount || before.trashCount !== state.trashCount)
        invalidate(['problems:list', 'trash:list']);
    }),
    listen('backups:changed', (state) => {
      queryClient.setQueryData(['backups:state', {}], state);
      if (state.running === null) invalidate(['backups:list']);
    }),
    listen('settings:changed', (sent) => {
      const settings = withUnanswered(sent);
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
