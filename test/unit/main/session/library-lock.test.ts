import { mkdir, readdir, readFile, stat, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { createLibraryLock, type LibraryLock } from '#main/session/library-lock.ts';
import type { ProcessIdentity, ProcessStatus } from '#main/session/process-identity.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

let library: string;
let lockFolder: string;
let standings: Map<number, ProcessStatus>;
beforeEach(async () => {
  const folder = temporaryFolder();
  library = path.join(folder, 'library');
  lockFolder = path.join(folder, 'locks');
  await mkdir(library);
  standings = new Map();
});

const markOf = (pid: number): ProcessIdentity => ({ pid, began: `${pid}`, where: 'here' });
const lockAs = (pid: number, where = library): Promise<LibraryLock> =>
  createLibraryLock(where, {
    lockFolder,
    self: markOf(pid),
    processStatus: async (holder) => standings.get(holder.pid) ?? 'runs',
  });
const lockFile = async (): Promise<string> =>
  path.join(lockFolder, (await readdir(lockFolder)).find((name) => name.endsWith('.lock')) ?? 'none');

describe('the library lock', () => {
  it('is granted to one process at a time', async () => {
    const [first, second] = [await lockAs(1), await lockAs(2)];
    expect(await first.tryAcquire()).toBe(true);
    expect(await second.tryAcquire()).toBe(false);
    await first.release();
    expect(await readdir(lockFolder)).toEqual([]);
    expect(await second.tryAcquire()).toBe(true);
    expect(await first.tryAcquire()).toBe(false);
  });

  it('is stale when its process is gone', async () => {
    await (await lockAs(1)).tryAcquire();
    standings.set(1, 'gone');
    expect(await (await lockAs(2)).tryAcquire()).toBe(true);
    expect(await (await lockAs(3)).tryAcquire()).toBe(false);
  });

  it('is granted to exactly one contender when stale', async () => {
    await (await lockAs(1)).tryAcquire();
    standings.set(1, 'gone');
    const many = await Promise.all(Array.from({ length: 12 }, (_, index) => lockAs(index + 2)));
    const taken = await Promise.all(many.map((lock) => lock.tryAcquire()));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('goes to the process that it is handed over to, and to no other', async () => {
    const [first, second, third] = [await lockAs(1), await lockAs(2), await lockAs(3)];
    await first.tryAcquire();
    expect(await first.takeoverRequest()).toBe(null);
    await second.requestTakeover();
    expect(await first.takeoverRequest()).toEqual(markOf(2));
    await first.handOver(markOf(2));
    expect([await third.tryAcquire(), await first.tryAcquire(), await second.tryAcquire()]).toEqual([
      false,
      false,
      true,
    ]);
    expect(await readdir(lockFolder)).toHaveLength(1);
  });

  it('is not handed over to a process that has ended', async () => {
    const [first, second] = [await lockAs(1), await lockAs(2)];
    await first.tryAcquire();
    await second.requestTakeover();
    standings.set(2, 'gone');
    expect(await first.takeoverRequest()).toBe(null);
    expect(await readdir(lockFolder)).toHaveLength(1);
  });

  it('can be taken from a process that runs and does not answer a request', async () => {
    const [first, second] = [await lockAs(1), await lockAs(2)];
    await first.tryAcquire();
    await second.requestTakeover();
    const polls: boolean[] = [];
    while (polls.at(-1) !== true && polls.length < 100) polls.push(await second.tryAcquire());
    expect(polls).toHaveLength(16);
    expect(await first.renew()).toBe(false);
  });

  it('is stale when damaged', async () => {
    await (await lockAs(1)).tryAcquire();
    for (const content of ['', '\0\0\0', '17', '{}', '{"pid": -1, "began": null, "where": ""}', '[1']) {
      await writeFile(await lockFile(), content);
      expect(await (await lockAs(2)).tryAcquire(), content).toBe(true);
    }
  });

  it('is ours when it was left by a process with our PID', async () => {
    await (await lockAs(1)).tryAcquire();
    await writeFile(await lockFile(), JSON.stringify({ ...markOf(1), began: 'long ago' }));
    expect(await (await lockAs(1)).tryAcquire()).toBe(true);
  });

  it('is the same for every path to the folder', async () => {
    const anotherWay = path.join(path.dirname(library), 'another-way');
    await symlink(library, anotherWay);
    await (await lockAs(1)).tryAcquire();
    expect(await (await lockAs(2, anotherWay)).tryAcquire()).toBe(false);
  });

  it('is stored outside the library, which may be synced', async () => {
    await (await lockAs(1)).tryAcquire();
    await (await lockAs(2)).tryAcquire();
    expect(await readdir(library)).toEqual([]);
  });

  it('is skipped when it cannot be written', async () => {
    await writeFile(lockFolder, 'a file in the way');
    const lock = await lockAs(1);
    expect(await lock.tryAcquire()).toBe(true);
    expect(await lock.renew()).toBe(true);
    await lock.release();
  });

  it('is released only by its holder', async () => {
    const first = await lockAs(1);
    await first.tryAcquire();
    standings.set(1, 'gone');
    await (await lockAs(2)).tryAcquire();
    expect(await first.renew()).toBe(false);
    await first.release();
    expect(await (await lockAs(3)).tryAcquire()).toBe(false);
  });

  it('is rewritten when its file is empty, as a full disk leaves it', async () => {
    const holder = await lockAs(1);
    await holder.tryAcquire();
    await writeFile(await lockFile(), '');
    expect(await holder.renew()).toBe(true);
    expect(await (await lockAs(2)).tryAcquire()).toBe(false);
  });

  it('is rewritten when its file was deleted', async () => {
    const first = await lockAs(1);
    await first.tryAcquire();
    const file = await lockFile();
    const text = await readFile(file, 'utf8');
    await unlink(file);
    expect(await first.renew()).toBe(true);
    expect(await readFile(file, 'utf8')).toBe(text);
  });
});

describe('a holder whose state is unknown', () => {
  const looks = async (lock: LibraryLock, count: number, between = async (): Promise<unknown> => null) => {
    for (let look = 0; look < count; look += 1) {
      if (await lock.tryAcquire()) return look + 1;
      await between();
    }
    return null;
  };

  it('keeps the lock while it answers heartbeat requests', async () => {
    const [first, second] = [await lockAs(1), await lockAs(2)];
    await first.tryAcquire();
    // Sets an old time, so that a renewal within the same millisecond is visible.
    await utimes(await lockFile(), 0, 0);
    standings.set(1, 'unsure');
    let count = 0;
    const answer = async (): Promise<unknown> => {
      count += 1;
      return count % 5 === 0 && first.renew();
    };
    expect(await looks(second, 200, answer)).toBeNull();
    expect(await first.renew()).toBe(true);
  });

  it('loses the lock when heartbeat requests stay unanswered', async () => {
    const [first, second] = [await lockAs(1), await lockAs(2)];
    await first.tryAcquire();
    standings.set(1, 'unsure');
    expect(await looks(second, 200)).toBe(61);
    expect(await first.renew()).toBe(false);
    expect(await second.renew()).toBe(true);
    expect((await readdir(lockFolder)).filter((name) => !name.endsWith('.lock'))).toEqual([]);
  });

  it('does not touch the lock while nobody waits', async () => {
    const first = await lockAs(1);
    await first.tryAcquire();
    await utimes(await lockFile(), 1000, 1000);
    const { mtimeMs } = await stat(await lockFile());
    await first.renew();
    expect((await stat(await lockFile())).mtimeMs).toBe(mtimeMs);
  });
});
