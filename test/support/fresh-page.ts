import { afterAll, vi } from 'vitest';

/*
 * Files of tests share a process, with the DOM and the packages in it. Each gets modules of the page of its own, and
 * leaves an empty document and none of their timers, which would ask the bridge of the next file.
 */
vi.resetModules();

/** Timers that the page and its tests have set; those of packages, which stay, are not among them. */
const waiting = new Set<unknown>();
const real = { setTimeout: globalThis.setTimeout, setInterval: globalThis.setInterval };
const remembering =
  (set: (...given: unknown[]) => unknown) =>
  (...given: unknown[]): unknown => {
    const timer = set(...given);
    const caller = new Error().stack?.split('\n')[2] ?? '';
    if (!caller.includes('/node_modules/')) waiting.add(timer);
    return timer;
  };
Object.assign(globalThis, {
  setTimeout: remembering(real.setTimeout as (...given: unknown[]) => unknown),
  setInterval: remembering(real.setInterval as (...given: unknown[]) => unknown),
});
const known = new Set(typeof document === 'undefined' ? [] : Object.keys(document));
const address = typeof document === 'undefined' ? '' : location.href;

afterAll(async () => {
  vi.useRealTimers();
  if (typeof document !== 'undefined') await emptyDocument();
  for (const timer of waiting) clearTimeout(timer as NodeJS.Timeout);
  Object.assign(globalThis, real);
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
