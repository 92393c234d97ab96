import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { createLibraryDoorkeeper, type LibraryDoorkeeper } from '#main/session/library-lock-manager.ts';
import { createLibraryLock } from '#main/session/library-lock.ts';
import type { ProcessStanding } from '#main/session/process-identity.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** Doorkeepers of several processes, with real locks. */
async function house() {
  const folder = temporaryFolder();
  const [library, other] = [path.join(folder, 'library'), path.join(folder, 'other')];
  await mkdir(library);
  await mkdir(other);
  const standings = new Map<number, ProcessStanding>();
  const said: string[] = [];
  const keeperOf = (pid: number): LibraryDoorkeeper => {
    const keeper = createLibraryDoorkeeper({
      lockOf: (where) =>
        createLibraryLock(where, {
          lockFolder: path.join(folder, 'locks'),
          self: { pid, began: 'then', where: 'here' },
          standingOf: async (holder) => standings.get(holder.pid) ?? 'runs',
        }),
      lookAround: async () => void said.push(`${pid} looks, ${keeper.isElsewhere(library) ? 'reading' : 'writing'}`),
      flush: async () => void said.push(`${pid} flushes, ${keeper.isElsewhere(library) ? 'reading' : 'writing'}`),
      onError: (error) => void said.push(error.message),
      pace: { waiting: 10, having: 20 },
    });
    onTestFinished(keeper.leave);
    return keeper;
  };
  return { library, other, standings, said, keeperOf };
}

it('lets one process write, and the next when that one has left, which looks at the folder first', async () => {
  const { library, said, keeperOf } = await house();
  const [first, second] = [keeperOf(1), keeperOf(2)];
  await first.enter(library);
  await second.enter(library);
  expect([first.isElsewhere(library), second.isElsewhere(library)]).toEqual([false, true]);
  await first.leave();
  await expect.poll(() => second.isElsewhere(library)).toBe(false);
  await expect.poll(() => said).toEqual(['2 looks, reading', '2 looks, writing']);
});

it('takes over from a process that was ended', async () => {
  const { library, standings, keeperOf } = await house();
  const [first, second] = [keeperOf(1), keeperOf(2)];
  await first.enter(library);
  await second.enter(library);
  standings.set(1, 'gone');
  await expect.poll(() => second.isElsewhere(library)).toBe(false);
});

it('lets go of a library that is left for another', async () => {
  const { library, other, keeperOf } = await house();
  const [first, second] = [keeperOf(1), keeperOf(2)];
  await first.enter(library);
  await first.enter(other);
  await second.enter(library);
  expect(second.isElsewhere(library)).toBe(false);
  await second.enter(other);
  expect(second.isElsewhere(other)).toBe(true);
});

it('has everything written, and then only reads, when another has taken over meanwhile', async () => {
  const { library, standings, said, keeperOf } = await house();
  const [first, second] = [keeperOf(1), keeperOf(2)];
  await first.enter(library);
  standings.set(1, 'gone');
  await second.enter(library);
  expect(second.isElsewhere(library)).toBe(false);
  await expect.poll(() => first.isElsewhere(library)).toBe(true);
  expect(said.slice(0, 2)).toEqual(['1 flushes, writing', '1 looks, reading']);
  await second.leave();
  await expect.poll(() => first.isElsewhere(library)).toBe(false);
});
