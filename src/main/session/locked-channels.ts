import { fail } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { ChannelContract } from '#ipc/channel-contract.ts';
import type { Channel } from '#ipc/channels.ts';
import { CONTRACT } from '#ipc/contract.ts';
import type { LibraryState } from '#ipc/library-state.ts';
import type { Handlers } from '#main/ipc/handlers.ts';

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
  const contracts: Readonly<Record<Channel, ChannelContract>> = CONTRACT;
  const guarded = Object.entries<(request: never) => Promise<unknown>>(handlers).map(([channel, handler]) => [
    channel,
    contracts[channel as Channel].whileLocked === true
      ? handler
      : async (request: never) => {
          const refused = refusal();
          return refused === null ? handler(request) : fail(refused);
        },
  ]);
  // Each handler keeps its channel and type, which Object.entries loses.
  return Object.fromEntries(guarded) as Handlers;
}
