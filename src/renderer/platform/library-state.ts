import { fail, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Channel } from '#ipc/channels.ts';
import type { Answers, RequestOf } from '#ipc/contract.ts';
import type { LibraryState } from '#ipc/library-state.ts';

import { invoke } from './bridge.ts';
import { queryClient, useIpcQuery } from './queries.ts';

/** The state of the open library; undefined until main has answered. */
export const useLibraryState = (): LibraryState | undefined => useIpcQuery('library:state', {}).data;

/** The states of a library of which nothing is shown. */
const CLOSED: ReadonlySet<LibraryState['status']> = new Set(['locked', 'changing', 'failed']);

/** Whether nothing of the chosen library is shown. False until main has answered. */
export function useIsLibraryClosed(): boolean {
  const library = useLibraryState();
  return library !== undefined && CLOSED.has(library.status);
}

/** The handle of the library that is on screen; null until main has named it. */
export const currentLibrary = (): string | null =>
  queryClient.getQueryData<LibraryState>(['library:state', {}])?.handle ?? null;

/** The channels whose requests name the library that they write to. */
type WriteChannel = { [Name in Channel]: RequestOf<Name> extends { library: string } ? Name : never }[Channel];

/**
 * Sends a write to `library`, which is `currentLibrary()` at the time of the click: a later Undo must write to the same
 * library. Main refuses it when another one is open by then.
 */
export const invokeIn = <Name extends WriteChannel>(
  library: string | null,
  channel: Name,
  request: Omit<RequestOf<Name>, 'library'>,
): Promise<Result<Answers[Name], AppError>> =>
  library === null
    ? Promise.resolve(fail({ kind: 'library-loading' }))
    : invoke(channel, { ...request, library } as RequestOf<Name>);
