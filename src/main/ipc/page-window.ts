import type { WebContents } from 'electron';

import type { Channel, EventName } from '#ipc/channels.ts';

/** The windows whose pages may send requests: the main window, and the one for quick capture. */
export type PageWindow = 'main' | 'capture';

const windows = new WeakMap<WebContents, PageWindow>();

/** Lets the page of a window send requests. Call it before the page loads; requests from any other page are refused. */
export const registerWindow = (contents: WebContents, window: PageWindow): void => void windows.set(contents, window);

/** The window that a page is in; null for one that was not registered. */
export const windowOf = (contents: WebContents): PageWindow | null => windows.get(contents) ?? null;

/** Channels that only the capture window uses. */
const CAPTURE_ONLY: ReadonlySet<Channel> = new Set([
  'capture:read',
  'capture:change',
  'capture:save',
  'capture:discard',
  'capture:close',
  'capture:show-main',
]);

/** What else the capture window needs: no channel that reads or changes an existing COE. */
const SHARED_WITH_CAPTURE: ReadonlySet<Channel> = new Set([
  'library:state',
  'settings:read',
  'app:info',
  'link:open',
  'spelling:check',
  'spelling:menu',
]);

const CAPTURE_EVENTS: ReadonlySet<EventName> = new Set(['library:changed', 'settings:changed']);

/** Whether a window may use a channel. */
export const mayUse = (window: PageWindow, channel: Channel): boolean =>
  window === 'capture' ? CAPTURE_ONLY.has(channel) || SHARED_WITH_CAPTURE.has(channel) : !CAPTURE_ONLY.has(channel);

/** Whether a window receives an event. */
export const mayReceive = (window: PageWindow, event: EventName): boolean =>
  window === 'main' || CAPTURE_EVENTS.has(event);
