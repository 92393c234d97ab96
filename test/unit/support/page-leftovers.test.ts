import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, test, vi } from 'vitest';

import { rememberListeners, rememberTimers } from '#test/support/page-leftovers.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** What a package does that stays loaded from one file of tests to the next. */
type Package = {
  readonly later: (run: () => void) => void;
  readonly listen: (target: EventTarget, type: string, run: () => void) => void;
};

async function loadPackage(): Promise<Package> {
  const file = path.join(temporaryFolder(), 'node_modules', 'stays', 'index.mjs');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(
    file,
    `export const later = (run) => setTimeout(run);
     export const listen = (target, type, run) => target.addEventListener(type, run);\n`,
  );
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Package;
}

/** Waits until all timers have fired that were set for this turn. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('a timer that a file of tests left fires in none that follows, and one of a package does', async () => {
  const { later } = await loadPackage();
  const [timeout, interval, own] = [vi.fn(), vi.fn(), vi.fn()];
  const stopTimers = rememberTimers();
  setTimeout(timeout);
  setInterval(interval);
  later(own);
  stopTimers();
  await nextTurn();
  await nextTurn();
  expect([timeout, interval, own].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 1]);
});

test('timers that fire in their own file do, and the functions that set them are put back', async () => {
  const { setTimeout: before } = globalThis;
  const fired = vi.fn();
  const stopTimers = rememberTimers();
  setTimeout(fired, 0, 'given');
  await nextTurn();
  stopTimers();
  expect(fired).toHaveBeenCalledExactlyOnceWith('given');
  expect(setTimeout).toBe(before);
});

test('a listener that a file of tests left hears nothing in those that follow, and one of a package does', async () => {
  const { listen } = await loadPackage();
  const [inherits, hasOwn] = [new EventTarget(), new EventTarget()];
  const own = hasOwn.addEventListener.bind(hasOwn);
  Object.assign(hasOwn, { addEventListener: own });
  const [left, once, ofPackage] = [vi.fn(), vi.fn(), vi.fn()];
  const removeListeners = rememberListeners([inherits, hasOwn]);
  for (const target of [inherits, hasOwn]) {
    target.addEventListener('focus', left, { capture: true });
    target.addEventListener('focus', once, { once: true });
    listen(target, 'focus', ofPackage);
    target.dispatchEvent(new Event('focus'));
  }
  expect([left, once, ofPackage].map(({ mock }) => mock.calls.length)).toEqual([2, 2, 2]);
  removeListeners();
  for (const target of [inherits, hasOwn]) target.dispatchEvent(new Event('focus'));
  expect([left, once, ofPackage].map(({ mock }) => mock.calls.length)).toEqual([2, 2, 4]);
  expect(Object.hasOwn(inherits, 'addEventListener')).toBe(false);
  expect(hasOwn.addEventListener).toBe(own);
});
