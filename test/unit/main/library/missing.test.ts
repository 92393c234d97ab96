import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { openTestLibrary, type TestLibrary } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

/** A library folder with `count` COEs. */
function folderOf(count: number): string {
  const folder = path.join(temporaryFolder(), 'library');
  mkdirSync(path.join(folder, 'coes'), { recursive: true });
  for (let number = 1; number <= count; number += 1) {
    writeFileSync(path.join(folder, 'coes', `${testId(number)}.json`), writeCoe(someCoe({}, number)));
  }
  return folder;
}
const statusOf = ({ library }: TestLibrary): string => library.state().status;
const countOf = ({ library }: TestLibrary): number => library.state().coeCount;

describe('a library whose folder vanishes', () => {
  it('is reported missing, keeps its list, refuses saves and is not recreated', async () => {
    const test = await openTestLibrary({ folder: folderOf(3) });
    const opened = await test.library.open(testId(1));
    if (!opened.ok) throw new Error('not opened');
    renameSync(test.folder, `${test.folder}-away`);
    await expect.poll(() => statusOf(test)).toBe('missing');
    expect(test.library.state()).toMatchObject({ coeCount: 3, writable: false });
    expect(test.library.summaries().length).toBe(3);
    const refused = { ok: false, error: { kind: 'library-missing' } };
    expect(await test.library.save(opened.value.coe, opened.value.revision)).toEqual(refused);
    expect(await test.library.create({ kind: 'outage', title: '', happened: dayMoment('2026-05-14') })).toEqual(
      refused,
    );
    expect(await test.library.delete(testId(1))).toEqual(refused);
    expect(await test.library.open(testId(1))).toEqual(refused);
    expect(existsSync(test.folder)).toBe(false);
    expect(test.told.some((told) => told.event === 'coe:changed-outside')).toBe(false);
  });

  it('is detected by a save', async () => {
    const test = await openTestLibrary({ folder: folderOf(3), intervals: { settle: 20, presence: 60_000 } });
    const opened = await test.library.open(testId(1));
    if (!opened.ok) throw new Error('not opened');
    rmSync(test.folder, { recursive: true });
    const saved = await test.library.save({ ...opened.value.coe, title: 'x' }, opened.value.revision);
    expect(saved.ok).toBe(false);
    expect(existsSync(test.folder)).toBe(false);
    await test.library.reconcile();
    expect(test.library.state().status).toBe('missing');
  });

  it('is ready and writable again when the folder returns', async () => {
    const test = await openTestLibrary({ folder: folderOf(3) });
    const opened = await test.library.open(testId(1));
    if (!opened.ok) throw new Error('not opened');
    renameSync(test.folder, `${test.folder}-away`);
    await expect.poll(() => statusOf(test)).toBe('missing');
    renameSync(`${test.folder}-away`, test.folder);
    await expect.poll(() => statusOf(test)).toBe('ready');
    expect((await test.library.save({ ...opened.value.coe, title: 'Back' }, opened.value.revision)).ok).toBe(true);
  });

  it('is watched again after it was deleted and recreated', async () => {
    const test = await openTestLibrary({ folder: folderOf(3) });
    const texts = readdirSync(test.coes).map(
      (name) => [name, writeCoe(someCoe({}, Number(name.slice(20, 26))))] as const,
    );
    rmSync(test.folder, { recursive: true });
    await expect.poll(() => statusOf(test)).toBe('missing');
    mkdirSync(test.coes, { recursive: true });
    for (const [name, text] of texts) writeFileSync(path.join(test.coes, name), text);
    await expect.poll(() => statusOf(test)).toBe('ready');
    writeFileSync(path.join(test.coes, `${testId(9)}.json`), writeCoe(someCoe({}, 9)));
    await expect.poll(() => countOf(test)).toBe(4);
  });

  it('is missing, and not created, when it does not exist at opening', async () => {
    const folder = path.join(temporaryFolder(), 'nowhere');
    const test = await openTestLibrary({ folder, create: false });
    expect(test.library.state().status).toBe('missing');
    expect(existsSync(folder)).toBe(false);
  });
});

describe('a library that loses most of its files at once', () => {
  it('is reported missing, not empty', async () => {
    const test = await openTestLibrary({ folder: folderOf(30) });
    for (let number = 1; number <= 12; number += 1) unlinkSync(path.join(test.coes, `${testId(number)}.json`));
    await expect.poll(() => statusOf(test)).toBe('missing');
    expect(test.library.state().coeCount).toBe(30);
    expect(test.told.some((told) => told.event === 'coe:changed-outside')).toBe(false);
  });

  it('is reported missing on the next start too', async () => {
    const folder = folderOf(30);
    const first = await openTestLibrary({ folder });
    await first.library.close();
    for (const name of readdirSync(first.coes)) unlinkSync(path.join(first.coes, name));
    const test = await openTestLibrary({ folder, cacheFolder: first.cacheFolder });
    expect(test.library.state()).toMatchObject({ status: 'missing', coeCount: 30 });
  });

  it('is accepted as it is on retry', async () => {
    const test = await openTestLibrary({ folder: folderOf(30) });
    for (let number = 1; number <= 12; number += 1) unlinkSync(path.join(test.coes, `${testId(number)}.json`));
    await expect.poll(() => statusOf(test)).toBe('missing');
    expect(await test.library.retry()).toMatchObject({ status: 'ready', coeCount: 18, writable: true });
  });

  it('accepts the loss of a few', async () => {
    const test = await openTestLibrary({ folder: folderOf(30) });
    for (let number = 1; number <= 3; number += 1) unlinkSync(path.join(test.coes, `${testId(number)}.json`));
    await expect.poll(() => countOf(test)).toBe(27);
    expect(test.library.state().status).toBe('ready');
  });

  it('is known to be there but empty when it was only made again, and can begin again in it', async () => {
    const test = await openTestLibrary({ folder: folderOf(3) });
    rmSync(test.folder, { recursive: true });
    await expect.poll(() => statusOf(test)).toBe('missing');
    expect(test.library.state().isFolderEmpty).toBe(false);
    expect((await test.library.useEmptyFolder()).ok).toBe(false);
    expect(existsSync(test.folder)).toBe(false);
    mkdirSync(test.folder);
    await test.library.retry();
    expect(test.library.state()).toMatchObject({ status: 'missing', isFolderEmpty: true, coeCount: 3 });
    expect(await test.library.useEmptyFolder()).toMatchObject({
      ok: true,
      value: { status: 'ready', isFolderEmpty: false, coeCount: 0, writable: true },
    });
    expect(readdirSync(test.folder).sort()).toEqual(['coes', 'trash']);
  });

  it('never begins again in a folder that has something in it', async () => {
    const test = await openTestLibrary({ folder: folderOf(3) });
    rmSync(test.folder, { recursive: true });
    mkdirSync(test.folder);
    writeFileSync(path.join(test.folder, 'notes.txt'), 'mine');
    await expect.poll(() => statusOf(test)).toBe('missing');
    expect(test.library.state().isFolderEmpty).toBe(false);
    expect((await test.library.useEmptyFolder()).ok).toBe(false);
    expect(readdirSync(test.folder)).toEqual(['notes.txt']);
  });
});
