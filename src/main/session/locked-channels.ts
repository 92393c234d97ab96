import { fail } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Channel } from '#ipc/channels.ts';
import type { LibraryState } from '#ipc/library-state.ts';
import type { Handlers } from '#main/ipc/handlers.ts';

/** Channels that do not touch the content of the library. All others, including new ones, are refused. */
const ALLOWED: readonly Channel[] = [
  'library:state',
  'library:choose',
  'library:recents',
  'library:open-recent',
  'library:open-examples',
  'library:retry',
  'library:reveal',
  'vault:state',
  'vault:unlock',
  'vault:lock',
  'settings:read',
  'settings:change',
  'link:open',
  'app:info',
  'app:flushed',
  'app:run-native',
];

/**
 * Wraps handlers to refuse every request about content: with `library-locked` while the library is locked, with
 * `library-loading` while its files are converted.
 */
export function refuseWhileLocked(handlers: Handlers, closed: () => LibraryState | null): Handlers {
  const refusal = (): AppError | null => {
    const status = closed()?.status;
    if (status === 'locked') return { kind: 'library-locked' };
    return status === 'changing' ? { kind: 'library-loading' } : null;
  };
  const guarded = Object.entries<(request: never) => Promise<unknown>>(handlers).map(([channel, handler]) => [
    channel,
    ALLOWED.includes(channel as Channel)
      ? handler
      : async (request: never) => {
          const refused = refusal();
          return refused === null ? handler(request) : fail(refused);
        },
  ]);
  // Each handler keeps its channel and type, which Object.entries loses.
  return Object.fromEntries(guarded) as Handlers;
}
