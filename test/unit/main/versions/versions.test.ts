import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { openTestLibrary, type TestLibrary } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

const MINUTE = 60_000;
const ID = testId(1);

async function saved({ library }: TestLibrary, change: Partial<Coe>): Promise<Coe> {
  const opened = await library.open(ID);
  if (!opened.ok) throw new Error(opened.error.kind);
  const coe = { ...opened.value.coe, ...change };
  const result = await library.save(coe, opened.value.revision);
  if (!result.ok) throw new Error(result.error.kind);
  return coe;
}

const versionsOf = async ({ library }: TestLibrary) => {
  const listed = await library.listVersions(ID);
  if (!listed.ok) throw new Error(listed.error.kind);
  return listed.value;
};

const titlesOf = async (test: TestLibrary): Promise<string[]> => {
  const titles: string[] = [];
  for (const { versionId, why } of await versionsOf(test)) {
    const read = await test.library.readVersion(ID, versionId);
    titles.push(`${why} ${read.ok ? read.value.title : read.error.kind}`);
  }
  return titles;
};

/** A library with one COE, written by an earlier session. */
async function withOne(): Promise<TestLibrary> {
  const test = await openTestLibrary();
  writeFileSync(path.join(test.coes, `${ID}.json`), writeCoe(someCoe({ title: 'Untouched' }, 1)));
  await test.library.retry();
  return test;
}

describe('the history of a COE', () => {
  it('starts with the version before the first change of a session, byte for byte', async () => {
    const test = await withOne();
    const bytes = readFileSync(path.join(test.coes, `${ID}.json`));
    expect(await versionsOf(test)).toEqual([]);
    await saved(test, { title: 'One' });
    await saved(test, { title: 'Two' });
    expect(await titlesOf(test)).toEqual(['before Untouched']);
    const [name = ''] = readdirSync(path.join(test.folder, 'versions', ID));
    expect(readFileSync(path.join(test.folder, 'versions', ID, name))).toEqual(bytes);
  });

  it('gains a version at most every few minutes of writing', async () => {
    const test = await withOne();
    for (let number = 1; number <= 12; number += 1) {
      test.time.advance(MINUTE);
      await saved(test, { title: `After ${number} minutes` });
    }
    expect(await titlesOf(test)).toEqual(['while After 10 minutes', 'while After 5 minutes', 'before Untouched']);
  });

  it('keeps an outside change before it is overwritten', async () => {
    const test = await withOne();
    await saved(test, { title: 'Mine' });
    writeFileSync(path.join(test.coes, `${ID}.json`), writeCoe(someCoe({ title: 'Theirs' }, 1)));
    test.time.advance(1);
    await saved(test, { title: 'Mine again' });
    expect(await titlesOf(test)).toEqual(['before Theirs', 'before Untouched']);
  });

  it('keeps the versions that became ready, reviewed and closed', async () => {
    const test = await withOne();
    for (const status of ['ready', 'reviewed', 'closed'] as const) {
      test.time.advance(1000);
      await saved(test, { status, title: `Now ${status}` });
    }
    expect(await titlesOf(test)).toEqual([
      'closed Now closed',
      'reviewed Now reviewed',
      'ready Now ready',
      'before Untouched',
    ]);
  });

  it('restores a version and keeps the one it replaces', async () => {
    const test = await withOne();
    await saved(test, { title: 'Newer', status: 'ready' });
    test.time.advance(MINUTE);
    await saved(test, { title: 'Newest' });
    const oldest = (await versionsOf(test)).at(-1);
    test.time.advance(MINUTE);
    const restored = await test.library.restoreVersion(ID, oldest?.versionId ?? '');
    expect(restored.ok).toBe(true);
    const now = await test.library.open(ID);
    expect(now.ok && now.value.coe.title).toBe('Untouched');
    expect((await titlesOf(test))[0]).toBe('replaced Newest');
    expect(test.told.some(({ event }) => event === 'coe:changed-outside')).toBe(true);
  });

  it('restores a COE whose file is missing or damaged', async () => {
    const test = await withOne();
    await saved(test, { title: 'Newer' });
    const file = path.join(test.coes, `${ID}.json`);
    const [version] = await versionsOf(test);
    rmSync(file);
    expect((await test.library.restoreVersion(ID, version?.versionId ?? '')).ok).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ title: 'Untouched' });
  });

  it('survives the trash', async () => {
    const test = await withOne();
    await saved(test, { title: 'Newer' });
    const deleted = await test.library.delete(ID);
    await test.library.restore(deleted.ok ? deleted.value.trashId : '');
    expect(await titlesOf(test)).toEqual(['before Untouched']);
  });

  it('never blocks a save, and reports a failure once', async () => {
    const test = await withOne();
    writeFileSync(path.join(test.folder, 'versions'), 'a file where the folder should be');
    await saved(test, { title: 'Saved all the same' });
    expect(test.library.state().versionsError).toMatchObject({ kind: 'disk' });
    rmSync(path.join(test.folder, 'versions'));
    test.time.advance(6 * MINUTE);
    await saved(test, { title: 'And again' });
    expect(test.library.state().versionsError).toBe(null);
    expect(test.broken).toEqual([]);
  });

  it('rejects names that lead elsewhere', async () => {
    const test = await withOne();
    for (const versionId of ['../../coes/x', `${ID}`, '20260301T102207512Z-before/..', '']) {
      expect(await test.library.readVersion(ID, versionId)).toEqual({ ok: false, error: { kind: 'not-found' } });
    }
  });

  it('is thinned as it grows, and reports its size', async () => {
    const test = await withOne();
    for (let number = 1; number <= 60; number += 1) {
      test.time.advance(6 * MINUTE);
      await saved(test, { title: `Number ${number}` });
    }
    const kept = await versionsOf(test);
    expect(kept.length).toBeLessThan(25);
    expect(kept.at(-1)?.why).toBe('before');
    const space = await test.library.spaceOfVersions();
    expect(space.count).toBe(kept.length);
    expect(space.bytes).toBe(kept.reduce((sum, { size }) => sum + size, 0));
  });

  it('is encrypted in an encrypted library', async () => {
    const test = await openTestLibrary({ identity: generateIdentity() });
    const created = await test.library.create({
      kind: 'outage',
      title: 'Canary',
      happened: { precision: 'unknown', value: '', approximate: false },
    });
    if (!created.ok) throw new Error(created.error.kind);
    const { coe, revision } = created.value;
    test.time.advance(10 * MINUTE);
    await test.library.save({ ...coe, title: 'Later' }, revision);
    const [folder = ''] = readdirSync(path.join(test.folder, 'versions'));
    expect(folder.includes(coe.id)).toBe(false);
    const [name = ''] = readdirSync(path.join(test.folder, 'versions', folder));
    expect(readFileSync(path.join(test.folder, 'versions', folder, name)).includes('Canary')).toBe(false);
    const listed = await test.library.listVersions(coe.id);
    const [version] = listed.ok ? listed.value : [];
    const read = await test.library.readVersion(coe.id, version?.versionId ?? '');
    expect(read.ok && read.value.title).toBe('Canary');
    expect(existsSync(path.join(test.folder, 'versions', coe.id))).toBe(false);
  });
});
