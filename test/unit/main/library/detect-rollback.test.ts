import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import type { OpenedCoe } from '#ipc/contract.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { openTestLibrary, type TestLibrary } from '#test/support/open-test-library.ts';

const LOCKED = { 'a plain library': undefined, 'an encrypted library': generateIdentity() };

async function create(test: TestLibrary, title: string): Promise<OpenedCoe> {
  const made = await test.library.create({ kind: 'outage', title, happened: dayMoment('2026-05-14') });
  if (!made.ok) throw new Error('not created');
  return made.value;
}

/** Saves a new title one minute later. */
async function rewrite(test: TestLibrary, { coe, revision }: OpenedCoe, title: string): Promise<OpenedCoe> {
  test.time.advance(60_000);
  const saved = await test.library.save({ ...coe, title }, revision);
  if (!saved.ok) throw new Error('not saved');
  return { coe: { ...coe, title }, revision: saved.value.revision, readOnly: false };
}

const onlyFile = (test: TestLibrary): string => path.join(test.coes, readdirSync(test.coes)[0] ?? '');

describe.each(Object.entries(LOCKED))('in %s', (_name, identity) => {
  const open = (changes: Parameters<typeof openTestLibrary>[0] = {}): Promise<TestLibrary> =>
    openTestLibrary({ ...changes, ...(identity === undefined ? {} : { identity }) });

  it('reports a file that was rolled back, and keeps the later version in the history', async () => {
    const test = await open();
    const first = await create(test, 'As it was');
    const earlier = readFileSync(onlyFile(test));
    await rewrite(test, first, 'With what I learned');
    writeFileSync(onlyFile(test), earlier);
    await test.library.reconcile();
    expect(test.library.state().rolledBack).toEqual({ count: 1, first: [{ id: first.coe.id, title: 'As it was' }] });
  });

  it('reports a rollback made while the app was closed', async () => {
    const test = await open();
    const first = await create(test, 'As it was');
    const earlier = readFileSync(onlyFile(test));
    await rewrite(test, first, 'With what I learned');
    await test.library.close();
    writeFileSync(onlyFile(test), earlier);
    const places = { folder: test.folder, cacheFolder: test.cacheFolder, journalFolder: test.journalFolder };
    const second = await open(places);
    expect(second.library.state().rolledBack.count).toBe(1);
    const versions = await second.library.listVersions(first.coe.id);
    const newest = versions.ok ? versions.value[0] : undefined;
    const read = await second.library.readVersion(first.coe.id, newest?.versionId ?? '');
    expect(read.ok && read.value.title).toBe('With what I learned');
    await second.library.close();
    expect((await open(places)).library.state().rolledBack.count).toBe(1);
  });

  it('stops reporting once the rollback is accepted or the COE is edited', async () => {
    const test = await open();
    const first = await create(test, 'As it was');
    const earlier = readFileSync(onlyFile(test));
    await rewrite(test, first, 'Later');
    writeFileSync(onlyFile(test), earlier);
    await test.library.reconcile();
    expect(test.library.acceptRollbacks().rolledBack.count).toBe(0);
    const again = await rewrite(test, first, 'Later again');
    writeFileSync(onlyFile(test), earlier);
    await test.library.reconcile();
    expect(test.library.state().rolledBack.count).toBe(1);
    const opened = await test.library.open(again.coe.id);
    if (!opened.ok) throw new Error('not opened');
    await rewrite(test, opened.value, 'Written on');
    expect(test.library.state().rolledBack.count).toBe(0);
  });

  it('never reports a save as a rollback, whatever the clock says', async () => {
    const test = await open();
    const first = await create(test, 'First');
    const second = await rewrite(test, first, 'Second');
    test.time.advance(-10 * 365 * 86_400_000);
    const third = await rewrite(test, second, 'Third');
    expect(third.revision).not.toBe(second.revision);
    await test.library.reconcile();
    expect(test.library.state().rolledBack.count).toBe(0);
    const opened = await test.library.open(first.coe.id);
    expect(opened.ok && opened.value.coe.title).toBe('Third');
  });

  it('does not report a version restored in the app', async () => {
    const test = await open();
    const first = await create(test, 'First');
    test.time.advance(10 * 60_000);
    await rewrite(test, first, 'Second');
    const versions = await test.library.listVersions(first.coe.id);
    const oldest = versions.ok ? versions.value.at(-1) : undefined;
    expect((await test.library.restoreVersion(first.coe.id, oldest?.versionId ?? '')).ok).toBe(true);
    await test.library.reconcile();
    expect(test.library.state().rolledBack.count).toBe(0);
  });

  it('reports two swapped files, and keeps them apart', async () => {
    const test = await open();
    const one = await create(test, 'One');
    const [fileOfOne = ''] = readdirSync(test.coes);
    const other = await create(test, 'Other');
    const fileOfOther = readdirSync(test.coes).find((name) => name !== fileOfOne) ?? '';
    const [bytes, others] = [fileOfOne, fileOfOther].map((name) => readFileSync(path.join(test.coes, name)));
    writeFileSync(path.join(test.coes, fileOfOne), others ?? '');
    writeFileSync(path.join(test.coes, fileOfOther), bytes ?? '');
    await test.library.reconcile();
    expect(test.library.state().coeCount).toBe(0);
    expect(test.library.problems().map(({ reason, detail }) => [reason, detail])).toEqual(
      expect.arrayContaining([
        ['wrong-name', one.coe.id],
        ['wrong-name', other.coe.id],
      ]),
    );
  });
});
