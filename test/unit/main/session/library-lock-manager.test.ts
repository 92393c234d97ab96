import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { createLibraryLockManager, type LibraryLockManager } from '#main/session/library-lock-manager.ts';
import { createLibraryLock } from '#main/session/library-lock.ts';
import type { ProcessStatus } from '#main/session/process-identity.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** Lock managers of several processes, with real locks. A lock waits for the disk of its library as long as `disk` does. */
async function house(disk: (folder: string) => Promise<void> = async () => undefined) {
  const folder = temporaryFolder();
  const [library, other] = [path.join(folder, 'library'), path.join(folder, 'other')];
  await mkdir(library);
  await mkdir(other);
  const standings = new Map<number, ProcessStatus>();
  const said: string[] = [];
  const keeperOf = (pid: number): LibraryLockManager => {
    const keeper = createLibraryLockManager({
      lockOf: async (where) => {
        await disk(where);
        return createLibraryLock(where, {
          lockFolder: path.join(folder, 'locks'),
          self: { pid, began: 'then', where: 'here' },
          processStatus: async (holder) => standings.get(holder.pid) ?? 'runs',
        });
      },
      flush: async () => void said.push(`${pid} flushes, ${keeper.isOpenElsewhere(library) ? 'reading' : 'writing'}`),
      onError: (error) => void said.push(error.message),
      pace: { waiting: 10, having: 20 },
    });
    keeper.onOwnershipChange(
      async () => void said.push(`${pid} looks, ${keeper.isOpenElsewhere(library) ? 'reading' : 'writing'}`),
    );
    onTestFinished(keeper.release);
    return keeper;
  };
  return { library, other, standings, said, keeperOf };
}

it('lets one process write at a time, and the next rescans first', async () => {
  const { library, said, keeperOf } = await house();
  const [first, second] = [keeperOf(1), keeperOf(2)];
  await first.acquire(library);
  await second.acquire(library);
  expect([first.isOpenElsewhere(library), second.isOpenElsewhere(library)]).toEqual([false, true]);
  await first.release();
  await expect.poll(() => second.isOpenElsewhere(library)).toBe(false);
  await expect.poll(() => said).toEqual(['2 looks, reading', '2 looks, writing']);
});

it('takes over from a killed process', async () => {
  const { library, standings, keeperOf } = await house();
  const [first, second] = [keeperOf(1), keeperOf(2)];
  await first.acquire(library);
  await second.acquire(library);
  standings.set(1, 'gone');
  await expect.poll(() => second.isOpenElsewhere(library)).toBe(false);
});

it('is handed over on request, once the holder has saved and stopped writing', async () => {
  const { library, said, keeperOf } = await house();
  const [first, second] = [keeperOf(1), keeperOf(2)];
  await first.acquire(library);
  await second.acquire(library);
  await second.takeOver();
  await expect
    .poll(() => said)
    .toEqual(['1 flushes, writing', '1 looks, reading', '2 looks, reading', '2 looks, writing']);
  expect([first.isOpenElsewhere(library), second.isOpenElsewhere(library)]).toEqual([true, false]);
  await first.takeOver();
  await expect.poll(() => first.isOpenElsewhere(library)).toBe(false);
  expect(second.isOpenElsewhere(library)).toBe(true);
});

it('releases the lock when switching libraries', async () => {
  const { library, other, keeperOf } = await house();
  const [first, second] = [keeperOf(1), keeperOf(2)];
  await first.acquire(library);
  await first.acquire(other);
  await second.acquire(library);
  expect(second.isOpenElsewhere(library)).toBe(false);
  await second.acquire(other);
  expect(second.isOpenElsewhere(other)).toBe(true);
});

it('saves everything and becomes read-only when another process took over', async () => {
  const { library, standings, said, keeperOf } = await house();
  const [first, second] = [keeperOf(1), keeperOf(2)];
  await first.acquire(library);
  standings.set(1, 'gone');
  await second.acquire(library);
  expect(second.isOpenElsewhere(library)).toBe(false);
  await expect.poll(() => first.isOpenElsewhere(library)).toBe(true);
  expect(said.slice(0, 2)).toEqual(['1 flushes, writing', '1 looks, reading']);
  await second.release();
  await expect.poll(() => first.isOpenElsewhere(library)).toBe(false);
});

/** A disk that answers for each folder only once it is told to. */
function silentDisk(name: string) {
  const waiting: (() => void)[] = [];
  return {
    disk: (folder: string) =>
      path.basename(folder) === name ? new Promise<void>((answer) => waiting.push(answer)) : Promise.resolve(),
    answer: () => waiting.splice(0).forEach((each) => each()),
  };
}

it('keeps the lock of the library chosen last when the disk of the one before answers later', async () => {
  const { disk, answer } = silentDisk('library');
  const { library, other, keeperOf } = await house(disk);
  const [first, second] = [keeperOf(1), keeperOf(2)];
  const late = first.acquire(library);
  await first.acquire(other);
  answer();
  await late;
  await second.acquire(other);
  expect(second.isOpenElsewhere(other)).toBe(true);
  const free = second.acquire(library);
  answer();
  await free;
  expect(second.isOpenElsewhere(library)).toBe(false);
});

it('keeps no lock whose disk answers after the app let go of all', async () => {
  const { disk, answer } = silentDisk('library');
  const { library, keeperOf } = await house(disk);
  const [first, second] = [keeperOf(1), keeperOf(2)];
  const late = first.acquire(library);
  await first.release();
  answer();
  await late;
  const free = second.acquire(library);
  answer();
  await free;
  expect(second.isOpenElsewhere(library)).toBe(false);
});

it('locks a library once that was chosen again while its disk did not answer', async () => {
  const { disk, answer } = silentDisk('library');
  const { library, other, keeperOf } = await house(disk);
  const [first, second] = [keeperOf(1), keeperOf(2)];
  const early = first.acquire(library);
  await first.acquire(other);
  const again = first.acquire(library);
  answer();
  await Promise.all([early, again]);
  const asked = second.acquire(library);
  answer();
  await asked;
  expect(second.isOpenElsewhere(library)).toBe(true);
});
