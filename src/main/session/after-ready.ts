import type { Channel } from '#ipc/channels.ts';
import type { Handlers } from '#main/ipc/handlers.ts';

/** Makes each handler wait for `ready`, because the page may send requests before the first library is open. */
export function afterReady<Name extends Channel>(
  ready: Promise<unknown>,
  handlers: Pick<Handlers, Name>,
): Pick<Handlers, Name> {
  const waiting = Object.entries<(request: never) => Promise<unknown>>(handlers).map(([channel, handler]) => [
    channel,
    (request: never) => ready.then(() => handler(request)),
  ]);
  // Each handler keeps its channel and type, which Object.entries loses.
  return Object.fromEntries(waiting) as Pick<Handlers, Name>;
}
