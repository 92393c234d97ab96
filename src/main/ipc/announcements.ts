import type { EventName, EventPayloads } from '#ipc/contract.ts';

import type { Announce } from './handlers.ts';

/** Sends events to the windows, and to the parts of main that listen to them. */
export type Announcements = {
  readonly announce: Announce;
  /** Calls back with each later event of this name, before the windows receive it. */
  readonly onAnnounced: <Name extends EventName>(event: Name, listener: (payload: EventPayloads[Name]) => void) => void;
};

/** Creates announcements that are sent to the windows by `send`. */
export function createAnnouncements(send: Announce): Announcements {
  const listeners = new Map<EventName, ((payload: never) => void)[]>();
  return {
    announce: (event, payload) => {
      // `onAnnounced` stores a listener only under the event whose payload it takes.
      for (const listener of listeners.get(event) ?? []) listener(payload as never);
      send(event, payload);
    },
    onAnnounced: (event, listener) => void listeners.set(event, [...(listeners.get(event) ?? []), listener]),
  };
}
