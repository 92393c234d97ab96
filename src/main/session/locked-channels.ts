import { fail } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Channel } from '#ipc/channels.ts';
import type { LibraryState } from '#ipc/library-state.ts';
import type { Handlers } from '#main/ipc/handlers.ts';

/** What has nothing to do with what is in the library. Whatever is not named here is refused, new channels included. */
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

/** Refuses everything about the library's content while it is locked, or while all of its files are being changed. */
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
  // Each handler keeps its channel, and so its type; Object.entries does not see that.
  return Object.fromEntries(guarded) as Handlers;
}
