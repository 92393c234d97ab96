import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createLibraryDoorkeeper } from '#main/app/library-doorkeeper.ts';
import { isProcessAlive, lockLibrary, type LockOutcome } from '#main/app/library-lock.ts';

let folder: string;
let library: string;
let lockFolder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'once-lock-'));
  library = path.join(folder, 'library');
  lockFolder = path.join(folder, 'locks');
  await mkdir(library);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lockAs = (pid: number, alive: readonly number[], where = library): Promise<LockOutcome> =>
  lockLibrary(where, { lockFolder, pid, isAlive: (other) => alive.includes(other) });

describe('the lock of a library', () => {
  it('is had by one process at a time', async () => {
    const first = await lockAs(1, [1, 2]);
    expect(first.is).toBe('taken');
    expect(await lockAs(2, [1, 2])).toEqual({ is: 'held', pid: 1 });
    if (first.is === 'taken') await first.lock.release();
    expect((await lockAs(2, [1, 2])).is).toBe('taken');
  });

  it('counts for nothing when its process is gone', async () => {
    await lockAs(1, [1]);
    expect((await lockAs(2, [2])).is).toBe('taken');
    expect(await lockAs(3, [2, 3])).toEqual({ is: 'held', pid: 2 });
  });

  it('counts for nothing when it is damaged', async () => {
    await lockAs(1, [1]);
    const [name = ''] = await readdir(lockFolder);
    for (const content of ['', '\0\0\0', '-1', '0', 'abc', '1e99']) {
      await writeFile(path.join(lockFolder, name), content);
      expect((await lockAs(2, [1, 2])).is, content).toBe('taken');
    }
  });

  it('is the same by every way to the folder', async () => {
    await symlink(library, path.join(folder, 'another-way'));
    await lockAs(1, [1, 2]);
    expect(await lockAs(2, [1, 2], path.join(folder, 'another-way'))).toEqual({ is: 'held', pid: 1 });
  });

  it('is never in the library, which may be synced', async () => {
    await lockAs(1, [1]);
    expect(await readdir(library)).toEqual([]);
  });

  it('is done without where none can be written', async () => {
    await writeFile(lockFolder, 'a file in the way');
    expect((await lockAs(1, [1])).is).toBe('taken');
  });

  it('is let go by its holder alone', async () => {
    const first = await lockAs(1, [1]);
    await lockAs(2, [2]);
    if (first.is === 'taken') await first.lock.release();
    expect(await lockAs(3, [2, 3])).toEqual({ is: 'held', pid: 2 });
  });
});

it('tells a process that runs from one that does not', () => {
  expect(isProcessAlive(process.pid)).toBe(true);
  expect(isProcessAlive(2 ** 22 + 1)).toBe(false);
});

describe('going from one library to another', () => {
  const keeper = (says: boolean) =>
    createLibraryDoorkeeper(
      (where) => lockAs(1, [1, 2], where),
      async () => says,
    );

  it('lets go of the first', async () => {
    const other = path.join(folder, 'other');
    const one = keeper(false);
    expect(await one.enter(library)).toBe(true);
    expect(await one.enter(other)).toBe(true);
    expect((await lockAs(2, [1, 2])).is).toBe('taken');
    expect(await lockAs(2, [1, 2], other)).toEqual({ is: 'held', pid: 1 });
  });

  it('stays with the first when the other is held and the person does not want it twice', async () => {
    const other = path.join(folder, 'other');
    await lockAs(2, [1, 2], other);
    const one = keeper(false);
    await one.enter(library);
    expect(await one.enter(other)).toBe(false);
    expect(await lockAs(2, [1, 2])).toEqual({ is: 'held', pid: 1 });
    expect(await keeper(true).enter(other)).toBe(true);
  });
});
