import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { dayMoment } from '#domain/time/moment.ts';
import { diskError } from '#main/disk/disk-error.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { skipBecause } from '#test/support/skip-without.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const IS_ROOT = process.getuid?.() === 0;
const NEW = { kind: 'outage', title: 'First', happened: dayMoment('2026-05-14') } as const;

/** Runs a setup command; returns whether it succeeded. */
function could(command: string, ...options: string[]): boolean {
  try {
    execFileSync(command, options, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a full disk', () => {
  it('fails the save, keeps the old version intact, and saves once there is space', async (context) => {
    const mount = temporaryFolder();
    if (!IS_ROOT || !could('mount', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', mount)) {
      skipBecause('only root on Linux may mount a small disk', context);
    }
    onTestFinished(() => void could('umount', mount));
    const test = await openTestLibrary({ folder: path.join(mount, 'library') });
    const made = await test.library.create(NEW);
    if (!made.ok) throw new Error('not created');
    const { coe, revision } = made.value;
    const file = path.join(test.coes, `${coe.id}.json`);
    const before = readFileSync(file, 'utf8');
    const filler = path.join(mount, 'filler');
    try {
      writeFileSync(filler, Buffer.alloc(1 << 20));
    } catch {
      // the disk is full, as intended
    }
    const saving = await test.library.save({ ...coe, summary: 'long '.repeat(20_000) }, revision);
    expect(saving).toEqual({ ok: false, error: { kind: 'disk', reason: 'full', code: 'ENOSPC' } });
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readdirSync(test.coes)).toEqual([path.basename(file)]);
    rmSync(filler);
    expect((await test.library.save({ ...coe, summary: 'long '.repeat(20_000) }, revision)).ok).toBe(true);
    await test.library.close();
  });
});

describe('a read-only folder', () => {
  it('can be read, and reports why saving fails', async (context) => {
    const test = await openTestLibrary();
    const made = await test.library.create(NEW);
    if (!made.ok) throw new Error('not created');
    const { coe, revision } = made.value;
    if (IS_ROOT) {
      if (!could('chattr', '+i', test.coes))
        skipBecause('root may write anywhere, and this file system has no immutable folders', context);
      onTestFinished(() => void could('chattr', '-i', test.coes));
    } else {
      chmodSync(test.coes, 0o555);
      onTestFinished(() => chmodSync(test.coes, 0o755));
    }
    const saving = await test.library.save({ ...coe, title: 'Second' }, revision);
    expect(saving).toMatchObject({ ok: false, error: { kind: 'disk', reason: 'not-permitted' } });
    expect(await test.library.open(coe.id)).toMatchObject({ ok: true, value: { coe: { title: 'First' } } });
    could('chattr', '-i', test.coes);
  });
});

describe('leftovers of an interrupted save', () => {
  it('are removed on opening once older than a minute', async () => {
    const folder = path.join(temporaryFolder(), 'library');
    const coes = path.join(folder, 'coes');
    mkdirSync(coes, { recursive: true });
    const [old, young, foreign] = ['.once-0a.tmp', '.once-0b.tmp', '.other-0c.tmp'].map((name) =>
      path.join(coes, name),
    );
    const now = Date.now();
    for (const [file, age] of [
      [old, 120],
      [young, 10],
      [foreign, 120],
    ] as const) {
      writeFileSync(file ?? '', 'x');
      utimesSync(file ?? '', (now - age * 1000) / 1000, (now - age * 1000) / 1000);
    }
    await openTestLibrary({ folder, clock: () => now });
    expect(readdirSync(coes).sort()).toEqual(['.once-0b.tmp', '.other-0c.tmp']);
  });
});

describe('a disk error', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'quota'],
    ['EACCES', 'not-permitted'],
    ['EPERM', 'not-permitted'],
    ['EROFS', 'read-only'],
    ['EMFILE', 'too-many-open'],
    ['ENFILE', 'too-many-open'],
    ['ENAMETOOLONG', 'name-too-long'],
    ['EIO', 'input-output'],
    ['ENOENT', 'gone'],
    ['ENODEV', 'gone'],
    ['EWHATEVER', 'other'],
  ])('%s is reported as %s', (code, reason) => {
    expect(diskError(Object.assign(new Error('/home/someone/secret'), { code }))).toEqual({
      kind: 'disk',
      reason,
      code,
    });
  });

  it('is recognised by its number when Node has no name for it', () => {
    const errno = -constants.errno.EDQUOT;
    const error = Object.assign(new Error('quota'), { errno, code: `Unknown system error ${errno}` });
    expect(diskError(Object.assign(new Error('quota'), { errno, code: 'UNKNOWN' })).reason).toBe('quota');
    expect(diskError(error)).toEqual({ kind: 'disk', reason: 'quota', code: 'EDQUOT' });
  });

  it('is told apart from a bug, which is rethrown', () => {
    expect(() => diskError(new TypeError('bug'))).toThrow('bug');
  });
});
