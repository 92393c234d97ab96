import { setImmediate as nextTurn } from 'node:timers/promises';

import { expect, it } from 'vitest';

import { hasStuckCall } from '#main/disk/time-limit.ts';
import { createThreadEnds } from '#main/import/thread-ends.ts';

/** A thread that ends when the disk answers. */
function waitingThread() {
  let answer = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    answer = resolve;
  });
  return { thread: { close: () => ended }, answer: () => answer() };
}
const never = new AbortController().signal;

it('lets the app end while an import thread waits for its disk, from the moment it begins to end', async () => {
  const ends = createThreadEnds(10_000);
  const [first, second] = [waitingThread(), waitingThread()];
  ends.begin(first.thread);
  expect(hasStuckCall()).toBe(true);
  ends.begin(second.thread);
  first.answer();
  second.answer();
  await ends.settle(never);
  expect(ends.areOpen()).toBe(false);
  expect(hasStuckCall()).toBe(false);
});

it('waits also for a thread that begins to end meanwhile', async () => {
  const ends = createThreadEnds(10_000);
  const [first, second] = [waitingThread(), waitingThread()];
  ends.begin({ close: () => first.thread.close().then(() => ends.begin(second.thread)) });
  let isSettled = false;
  const settled = ends.settle(never).then(() => {
    isSettled = true;
  });
  first.answer();
  await nextTurn();
  expect(isSettled).toBe(false);
  second.answer();
  await settled;
  expect(ends.areOpen()).toBe(false);
});
