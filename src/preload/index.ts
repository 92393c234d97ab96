import { contextBridge, ipcRenderer } from 'electron';

import { CHANNELS, EVENTS } from '#ipc/channels.ts';

const channels: ReadonlySet<string> = new Set(CHANNELS);
const events: ReadonlySet<string> = new Set(EVENTS);

/**
 * Exposes the Bridge of src/ipc/bridge.ts, the only access the page has to the outside. Its arguments have type unknown
 * because the page is not trusted; main validates every request against the contract.
 */
contextBridge.exposeInMainWorld('once', {
  ask: (channel: unknown, request: unknown): Promise<unknown> =>
    typeof channel === 'string' && channels.has(channel)
      ? ipcRenderer.invoke(channel, request)
      : Promise.reject(new Error('There is no such channel.')),
  on: (event: unknown, listener: unknown): (() => void) => {
    if (typeof event !== 'string' || !events.has(event)) throw new Error('There is no such event.');
    if (typeof listener !== 'function') throw new Error('A listener is a function.');
    // Drops the first argument: the event object would give the page access to ipcRenderer.
    const forward = (_event: unknown, payload: unknown): void => void Reflect.apply(listener, undefined, [payload]);
    ipcRenderer.on(event, forward);
    return () => void ipcRenderer.removeListener(event, forward);
  },
});
