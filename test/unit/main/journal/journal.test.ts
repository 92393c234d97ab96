import { cpSync, readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { createPatch } from '#domain/merge/json-patch.ts';
import { fail } from '#domain/result.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { openJournal } from '#main/journal/journal.ts';
import { openJournalFolder } from '#main/journal/journal-folder.ts';
import { openTestLibrary, type TestLibrary } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

const SINCE = '2026-06-01T11:57:00.000Z';
const ID = testId(1);

async function withOne(): Promise<TestLibrary & { revision: string }> {
  const test = await openTestLibrary();
  writeFileSync(path.join(test.coes, `${ID}.json`), writeCoe(someCoe({ title: 'On disk' }, 1)));
  await test.library.retry();
  const opened = await test.library.open(ID);
  if (!opened.ok) throw new Error(opened.error.kind);
  return { ...test, revision: opened.value.revision };
}

/** Restarts the app after a crash. */
const again = ({ folder, cacheFolder, journalFolder }: TestLibrary) =>
  openTestLibrary({ folder, cacheFolder, journalFolder });

/** Resolves once everything is done that a save left for after its answer. */
const settled = ({ library }: TestLibrary): Promise<void> => library.runExclusive(ID, async () => undefined);

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(path.join(folder, name)).isFile());

describe('the journal', () => {
  it('returns unsaved text with its base', async () => {
    const test = await withOne();
    const words = someCoe({ title: 'On disk', summary: 'Written at the last moment' }, 1);
    expect((await test.library.journal.write(words, test.revision, SINCE)).ok).toBe(true);
    const next = await again(test);
    const [found] = await next.library.journal.listRecovered();
    expect(found).toMatchObject({ coeId: ID, title: 'On disk', from: SINCE });
    const read = await next.library.journal.read(found?.id ?? '');
    expect(read).toMatchObject({
      ok: true,
      value: {
        coe: { summary: 'Written at the last moment' },
        base: { title: 'On disk', summary: '' },
        isInLibrary: true,
      },
    });
    expect(filesIn(test.folder).every((name) => !name.includes('journal'))).toBe(true);
  });

  it('returns what was added to an entry and not flushed yet', async () => {
    const test = await withOne();
    const before = someCoe({ title: 'On disk', summary: 'Begun' }, 1);
    await test.library.journal.write(before, test.revision, SINCE, { entry: 1, isAhead: false });
    for (const summary of ['Begun, and', 'Begun, and done']) {
      const patch = createPatch(before, { ...before, summary });
      expect((await test.library.journal.append(ID, patch, { entry: 1, isAhead: false })).ok).toBe(true);
    }
    const next = await again(test);
    const found = await next.library.journal.listRecovered();
    expect(found.length).toBe(1);
    expect(await next.library.journal.read(found[0]?.id ?? '')).toMatchObject({
      ok: true,
      value: { coe: { summary: 'Begun, and done' }, base: { title: 'On disk' } },
    });
  });

  it('returns the addition before one that was cut short by a power cut', async () => {
    const test = await withOne();
    const folder = path.join(test.journalFolder, 'unflushed');
    const files = openJournalFolder(folder, PLAIN_CIPHER);
    // A disk that flushes nothing: no older file may be removed.
    const failing = { ...files, flush: async () => fail({ kind: 'disk', reason: 'other', code: 'EIO' } as const) };
    const journal = openJournal(failing, () => Promise.resolve(null), Date.now);
    const before = someCoe({ summary: 'Begun' }, 1);
    await journal.write(before, 'none', SINCE, { entry: 1, isAhead: false });
    for (const summary of ['Begun, and', 'Begun, and done']) {
      await journal.append(ID, createPatch(before, { ...before, summary }), { entry: 1, isAhead: false });
    }
    truncateSync(path.join(folder, filesIn(folder).sort().at(-1) ?? ''), 40);
    const next = openJournal(files, () => Promise.resolve(null), Date.now);
    const [found] = await next.listRecovered();
    expect(await next.read(found?.id ?? '')).toMatchObject({ value: { coe: { summary: 'Begun, and' } } });
  });

  it('moves what was added to an entry once, when it is asked for twice at the same time', async () => {
    const test = await withOne();
    const files = openJournalFolder(path.join(test.journalFolder, 'twice'), PLAIN_CIPHER);
    const earlier = openJournal(files, () => Promise.resolve(null), Date.now);
    const before = someCoe({ summary: 'Begun' }, 1);
    await earlier.write(before, 'none', SINCE, { entry: 1, isAhead: false });
    const patch = createPatch(before, { ...before, summary: 'Begun, and done' });
    await earlier.append(ID, patch, { entry: 1, isAhead: false });
    const written: string[] = [];
    const watched: typeof files = {
      ...files,
      write: (subfolder, name, bytes) => {
        written.push(subfolder);
        return files.write(subfolder, name, bytes);
      },
    };
    const next = openJournal(watched, () => Promise.resolve(null), Date.now);
    await Promise.all([next.listRecovered(), next.listRecovered()]);
    expect(written).toEqual(['recovered']);
    expect(await next.listRecovered()).toHaveLength(1);
  });

  it('refuses to add to an entry that is not the newest, or that a save has removed', async () => {
    const test = await withOne();
    const before = someCoe({ summary: 'Begun' }, 1);
    const patch = createPatch(before, { ...before, summary: 'Begun, and' });
    await test.library.journal.write(before, test.revision, SINCE, { entry: 2, isAhead: false });
    const refused = { ok: false, error: { kind: 'not-found' } };
    expect(await test.library.journal.append(ID, patch, { entry: 1, isAhead: false })).toEqual(refused);
    await test.library.save(before, test.revision);
    await settled(test);
    expect(await test.library.journal.append(ID, patch, { entry: 2, isAhead: false })).toEqual(refused);
    expect(filesIn(test.journalFolder)).toEqual([]);
  });

  it('keeps text that a save did not have', async () => {
    const test = await withOne();
    const before = someCoe({ summary: 'Begun' }, 1);
    await test.library.journal.write(before, test.revision, SINCE, { entry: 1, isAhead: false });
    const patch = createPatch(before, { ...before, summary: 'Begun, still composing' });
    await test.library.journal.append(ID, patch, { entry: 1, isAhead: true });
    await test.library.save(before, test.revision);
    await settled(test);
    const next = await again(test);
    const [found] = await next.library.journal.listRecovered();
    expect(await next.library.journal.read(found?.id ?? '')).toMatchObject({
      value: { coe: { summary: 'Begun, still composing' } },
    });
  });

  it('keeps the newest entry until it is saved', async () => {
    const test = await withOne();
    for (const summary of ['One', 'Two', 'Three']) {
      await test.library.journal.write(someCoe({ summary }, 1), test.revision, SINCE);
    }
    expect(filesIn(test.journalFolder).length).toBe(1);
    await test.library.save(someCoe({ summary: 'Three' }, 1), test.revision);
    await settled(test);
    expect(filesIn(test.journalFolder)).toEqual([]);
  });

  it('has the words until their save is answered, and reports nothing after a kill then', async () => {
    const test = await withOne();
    const words = someCoe({ summary: 'Saved' }, 1);
    await test.library.journal.write(words, test.revision, SINCE, { entry: 1, isAhead: false });
    await test.library.save(words, test.revision);
    expect(filesIn(test.journalFolder).length).toBe(1);
    // What a kill at this moment leaves.
    const left = { ...test, cacheFolder: `${test.cacheFolder}-left`, journalFolder: `${test.journalFolder}-left` };
    cpSync(test.journalFolder, left.journalFolder, { recursive: true });
    const next = await again(left);
    expect(await next.library.journal.listRecovered()).toEqual([]);
    expect(filesIn(left.journalFolder)).toEqual([]);
  });

  it('gives up saved words before the library is closed', async () => {
    const test = await withOne();
    const words = someCoe({ summary: 'Saved' }, 1);
    await test.library.journal.write(words, test.revision, SINCE, { entry: 1, isAhead: false });
    await test.library.save(words, test.revision);
    await test.library.close();
    expect(filesIn(test.journalFolder)).toEqual([]);
  });

  it('keeps what is added between the answer of a save and what comes after it', async () => {
    const test = await withOne();
    const before = someCoe({ summary: 'Saved' }, 1);
    await test.library.journal.write(before, test.revision, SINCE, { entry: 1, isAhead: false });
    await test.library.save(before, test.revision);
    const patch = createPatch(before, { ...before, summary: 'Saved, and more' });
    expect((await test.library.journal.append(ID, patch, { entry: 1, isAhead: false })).ok).toBe(true);
    await settled(test);
    const next = await again(test);
    const [found] = await next.library.journal.listRecovered();
    expect(await next.library.journal.read(found?.id ?? '')).toMatchObject({
      value: { coe: { summary: 'Saved, and more' } },
    });
  });

  it('keeps an entry written during a save', async () => {
    const test = await withOne();
    await test.library.journal.write(someCoe({ summary: 'Saved' }, 1), test.revision, SINCE);
    const saving = test.library.save(someCoe({ summary: 'Saved' }, 1), test.revision);
    const keeping = test.library.journal.write(someCoe({ summary: 'Saved, and more' }, 1), test.revision, SINCE);
    await Promise.all([saving, keeping]);
    const next = await again(test);
    expect((await next.library.journal.listRecovered()).length).toBe(1);
  });

  it('reports nothing that is already on disk', async () => {
    const test = await withOne();
    await test.library.journal.write(someCoe({ title: 'On disk', minutesWriting: 7 }, 1), test.revision, SINCE);
    const next = await again(test);
    expect(await next.library.journal.listRecovered()).toEqual([]);
    expect(filesIn(test.journalFolder)).toEqual([]);
  });

  it('keeps a recovered entry until it is restored or discarded', async () => {
    const test = await withOne();
    await test.library.journal.write(someCoe({ summary: 'Before the crash' }, 1), test.revision, SINCE);
    const next = await again(test);
    await next.library.journal.listRecovered();
    await next.library.journal.write(someCoe({ summary: 'After the crash' }, 1), test.revision, SINCE);
    next.time.advance(1000);
    const third = await again(next);
    third.time.advance(2000);
    expect((await third.library.journal.listRecovered()).length).toBe(2);
  });

  it('can restore a discarded entry for a month', async () => {
    const test = await withOne();
    await test.library.journal.write(someCoe({ summary: 'Put away' }, 1), test.revision, SINCE);
    const next = await again(test);
    const [found] = await next.library.journal.listRecovered();
    await next.library.journal.discard(found?.id ?? '');
    expect(await next.library.journal.listRecovered()).toEqual([]);
    expect((await next.library.journal.undoDiscard(found?.id ?? '')).ok).toBe(true);
    expect((await next.library.journal.listRecovered()).length).toBe(1);
    await next.library.journal.discard(found?.id ?? '');
    const [file = ''] = filesIn(test.journalFolder);
    const old = new Date(next.time.clock() - 31 * 86_400_000);
    utimesSync(path.join(test.journalFolder, file), old, old);
    await next.library.journal.listRecovered();
    expect(filesIn(test.journalFolder)).toEqual([]);
  });

  it('leaves an unreadable entry in place and skips it', async () => {
    const test = await withOne();
    await test.library.journal.write(someCoe({ summary: 'Whole' }, 1), test.revision, SINCE);
    const [file = ''] = filesIn(test.journalFolder);
    const folder = path.dirname(path.join(test.journalFolder, file));
    writeFileSync(path.join(folder, `${testId(2)}.json`), '{"format":"once-jour');
    const next = await again(test);
    expect((await next.library.journal.listRecovered()).map(({ coeId }) => coeId)).toEqual([ID]);
    expect(filesIn(test.journalFolder).length).toBe(2);
    expect(next.broken).toEqual([]);
  });

  it('rejects names that lead elsewhere', async () => {
    const test = await withOne();
    for (const id of ['../current/x', '..', 'a/b', '']) {
      expect((await test.library.journal.read(id)).ok).toBe(false);
      expect((await test.library.journal.discard(id)).ok).toBe(false);
    }
  });

  it('is encrypted in an encrypted library', async () => {
    const test = await openTestLibrary({ identity: generateIdentity() });
    await test.library.journal.write(someCoe({ title: 'Canary' }, 1), 'none', SINCE);
    const [file = ''] = filesIn(test.journalFolder);
    expect(file.includes(ID)).toBe(false);
    expect(readFileSync(path.join(test.journalFolder, file)).includes('Canary')).toBe(false);
  });
});
