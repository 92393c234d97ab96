import { contextBridge, ipcRenderer, webUtils } from 'electron';

import { CHANNELS, DROP_CHANNEL, EVENTS } from '#ipc/channels.ts';

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

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

window.addEventListener('dragover', (event) => {
  if (hasFiles(event) && !event.defaultPrevented) event.preventDefault();
});

/*
 * Only the preload and main learn the paths of dropped files, and main asks the person before it reads anything. Text
 * that takes files by itself, as attachments, has prevented the default. A drop that a script made is not trusted.
 */
window.addEventListener('drop', (event) => {
  if (!event.isTrusted || event.defaultPrevented || !hasFiles(event)) return;
  event.preventDefault();
  const files = [...(event.dataTransfer?.files ?? [])];
  const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
  if (paths.length > 0) void ipcRenderer.invoke(DROP_CHANNEL, paths);
});
