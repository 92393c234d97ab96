import { afterAll, vi } from 'vitest';

import { rememberListeners, rememberTimers } from './page-leftovers.ts';

/*
 * Files of tests share a process, with the DOM and the packages in it. Each gets modules of the page of its own, and
 * leaves an empty document and none of their timers and listeners, which would ask the bridge of the next file.
 */
vi.resetModules();

const stopTimers = rememberTimers();
const removeListeners = rememberListeners(typeof document === 'undefined' ? [] : [window, document]);
const known = new Set(typeof document === 'undefined' ? [] : Object.keys(document));
const address = typeof document === 'undefined' ? '' : location.href;

afterAll(async () => {
  vi.useRealTimers();
  if (typeof document !== 'undefined') await emptyDocument();
  removeListeners();
  stopTimers();
});

async function emptyDocument(): Promise<void> {
  const { cleanup } = await import('@testing-library/react');
  cleanup();
  document.head.replaceChildren();
  document.body.replaceChildren();
  const { documentElement } = document;
  for (const name of documentElement.getAttributeNames()) documentElement.removeAttribute(name);
  // React marks a document that it listens to.
  const added = Object.keys(document).filter((key) => !known.has(key) && !key.startsWith('_react'));
  for (const key of added) Reflect.deleteProperty(document, key);
  Reflect.deleteProperty(window, 'once');
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', address);
}
