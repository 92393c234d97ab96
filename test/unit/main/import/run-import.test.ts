import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { writeMarkdown } from '#domain/export/markdown/write-markdown.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { openReceiptStore } from '#main/import/receipt-store.ts';
import { previewImport, runImport } from '#main/import/run-import.ts';
import { undoImport } from '#main/import/undo-import.ts';
import type { Library } from '#main/library/library-api.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

import { folderWith, importRun, report, snapshotOf } from './import-support.ts';

const BATCH = testId(1);

async function imported(library: Library, from: string, changes: Parameters<typeof importRun>[2] = {}, batch = BATCH) {
  const done = await runImport(importRun(library, from, changes), batch, { onWritten: () => undefined });
  if (!done.ok) throw new Error(`The import failed: ${JSON.stringify(done.error)}`);
  return done.value;
}

const files = { 'a.md': report('Disk full'), 'deep/b.md': report('Again'), 'README.md': '# Reports\n\nRead them.\n' };

describe('an import', () => {
  it('accounts for every file and writes a COE for each report', async () => {
    const { library } = await openTestLibrary();
    const { receipt } = await imported(library, folderWith({ ...files, 'logo.png': Buffer.from([0x89, 0, 1]) }));
    expect(receipt.files.map(({ path: name, result, reason }) => [name, result, reason])).toEqual([
      ['README.md', 'skipped', 'This describes the folder. It is not a report.'],
      ['a.md', 'imported', ''],
      ['deep/b.md', 'imported', ''],
      ['logo.png', 'skipped', 'This is not a kind of file that Once imports.'],
    ]);
    expect(receipt.summary).toMatchObject({ files: 4, imported: 2, skipped: 2, refused: 0, coes: 2, timelineRows: 4 });
    const [id = ''] = receipt.files[1]?.ids ?? [];
    const opened = await library.open(id);
    expect(opened.ok && opened.value.coe.title).toBe('Disk full');
    expect(opened.ok && opened.value.coe.source).toMatchObject({ path: 'a.md', format: 'markdown', batch: BATCH });
    expect(library.summaries()).toHaveLength(2);
  });

  it('takes several files, folders and zips at once, with a name for each', async () => {
    const { library } = await openTestLibrary();
    const first = folderWith({ 'a.md': report('First'), 'other.md': report('Not picked') });
    const second = folderWith({ 'a.md': report('Second') });
    const folder = folderWith({ 'deep/a.md': report('In a folder') });
    const from = [path.join(first, 'a.md'), path.join(second, 'a.md'), folder];
    const done = await runImport(importRun(library, from), BATCH, { onWritten: () => undefined });
    expect(done.ok && done.value.receipt.files.map(({ path: name, result }) => [name, result])).toEqual([
      ['2/a.md', 'imported'],
      ['a.md', 'imported'],
      ['reports/deep/a.md', 'imported'],
    ]);
    expect(done.ok && done.value.receipt.from).toBe('a.md and 2 more');
    expect(
      library
        .summaries()
        .map(({ title }) => title)
        .toSorted(),
    ).toEqual(['First', 'In a folder', 'Second']);
  });

  it('changes nothing in a dry run, and shows reports beside their sources', async () => {
    const { library, folder } = await openTestLibrary();
    const before = snapshotOf(folder);
    const preview = await previewImport(importRun(library, folderWith(files)), BATCH);
    expect(preview.ok && preview.value.receipt.dryRun).toBe(true);
    expect(preview.ok && preview.value.samples.map(({ coe, source }) => [coe.title, source.slice(0, 11)])).toEqual([
      ['Disk full', '# Disk full'],
      ['Again', '# Again\n\n##'],
    ]);
    expect(preview.ok && preview.value.headings[0]).toMatchObject({ reports: 2 });
    expect(snapshotOf(folder)).toEqual(before);
  });

  it('stops when it is cancelled, and keeps what came before', async () => {
    const { library } = await openTestLibrary();
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.md`, report(`R${index}`)]));
    const stop = new AbortController();
    const onProgress = (done: number): void => {
      if (done >= 20) stop.abort();
    };
    const { receipt, written } = await imported(library, folderWith(many), {
      signal: stop.signal,
      onProgress,
    });
    expect(receipt.cancelled).toBe(true);
    expect(written).toHaveLength(20);
    expect(library.summaries()).toHaveLength(20);
  });
});

describe('importing the same source again', () => {
  it('doubles nothing', async () => {
    const { library } = await openTestLibrary();
    const from = folderWith(files);
    await imported(library, from);
    const { receipt } = await imported(library, from, {}, testId(2));
    expect(receipt.summary).toMatchObject({ imported: 0, skipped: 3 });
    expect(library.summaries()).toHaveLength(2);
  });

  it('leaves, updates or copies a changed source, as the person chose', async () => {
    const { library } = await openTestLibrary();
    const from = folderWith(files);
    const first = await imported(library, from);
    const [id = ''] = first.receipt.files[1]?.ids ?? [];
    writeFileSync(path.join(from, 'a.md'), report('Disk full', 'A broken disk.'));
    const cause = async (): Promise<string | false> => {
      const opened = await library.open(id);
      return opened.ok && opened.value.coe.sections.cause.prose;
    };

    const skipped = await imported(library, from, { repeated: 'skip' }, testId(2));
    expect(skipped.receipt.files[1]).toMatchObject({ result: 'skipped', reason: 'This was imported before.' });
    expect(await cause()).toBe('A full disk.');

    const updated = await imported(library, from, { repeated: 'update' }, testId(3));
    expect(updated.receipt.files[1]).toMatchObject({ result: 'imported', ids: [id] });
    expect(await cause()).toBe('A broken disk.');

    await imported(library, from, { repeated: 'copy' }, testId(4));
    expect(library.summaries()).toHaveLength(4);
  });
});

describe('files of Once itself', () => {
  it('keep their id, and are not doubled when they are in the library', async () => {
    const coe = someCoe({ title: 'Mine' }, 5);
    const from = folderWith({
      'mine.json': writeCoe(coe),
      'other.json': '{}',
      'mine.md': writeMarkdown(someCoe({}, 6)),
    });
    const { library } = await openTestLibrary();
    const { receipt } = await imported(library, from);
    expect(receipt.files.map(({ path: name, result, ids }) => [name, result, ids])).toEqual([
      ['mine.json', 'imported', [coe.id]],
      ['mine.md', 'imported', [testId(6)]],
      ['other.json', 'skipped', []],
    ]);
    const other = await openTestLibrary();
    await other.library.save(coe, 'none');
    const again = await imported(other.library, from);
    expect(again.receipt.files[0]).toMatchObject({ result: 'skipped', reason: 'This COE is in the library already.' });
    expect(other.library.summaries()).toHaveLength(2);
  });
});

describe('undoing an import', () => {
  it('leaves the library byte for byte as it was', async () => {
    const { library, folder } = await openTestLibrary();
    await library.create({
      kind: 'outage',
      title: 'Mine',
      happened: { precision: 'unknown', value: '', approximate: false },
    });
    const before = snapshotOf(folder);
    const receipts = await openReceiptStore(temporaryFolder(), folder, PLAIN_CIPHER);
    const { receipt, written, attachments } = await imported(library, folderWith(files));
    await receipts.save({ receipt, written, attachments, patterns: [] });
    expect(snapshotOf(folder)).not.toEqual(before);

    const undone = await undoImport(BATCH, library.imports, receipts, () => 0);
    expect(undone).toEqual({ ok: true, value: { removed: 2, restored: 0, attachments: 0, patterns: 0, kept: [] } });
    expect(snapshotOf(folder)).toEqual(before);
    expect(library.summaries()).toHaveLength(1);
    expect((await receipts.read(BATCH))?.receipt.undone).toEqual({ at: '1970-01-01T00:00:00.000Z', kept: 0 });
    expect(await undoImport(BATCH, library.imports, receipts, () => 0)).toMatchObject({ ok: false });
  });

  it('keeps a COE that was edited since, and says so', async () => {
    const { library, folder } = await openTestLibrary();
    const receipts = await openReceiptStore(temporaryFolder(), folder, PLAIN_CIPHER);
    const { receipt, written, attachments } = await imported(library, folderWith(files));
    await receipts.save({ receipt, written, attachments, patterns: [] });
    const [id = ''] = receipt.files[1]?.ids ?? [];
    const opened = await library.open(id);
    if (opened.ok) await library.save({ ...opened.value.coe, title: 'Edited' }, opened.value.revision);
    const undone = await undoImport(BATCH, library.imports, receipts, () => 0);
    expect(undone).toEqual({ ok: true, value: { removed: 1, restored: 0, attachments: 0, patterns: 0, kept: [id] } });
    expect(library.summaries().map(({ title }) => title)).toEqual(['Edited']);
  });

  it('gives a COE that was updated its bytes back', async () => {
    const { library, folder, coes } = await openTestLibrary();
    const receipts = await openReceiptStore(temporaryFolder(), folder, PLAIN_CIPHER);
    const from = folderWith(files);
    const first = await imported(library, from);
    const [id = ''] = first.receipt.files[1]?.ids ?? [];
    const before = readFileSync(path.join(coes, `${id}.json`), 'utf8');
    writeFileSync(path.join(from, 'a.md'), report('Other title'));
    const { receipt, written, attachments } = await imported(library, from, { repeated: 'update' }, testId(2));
    await receipts.save({ receipt, written, attachments, patterns: [] });
    const undone = await undoImport(testId(2), library.imports, receipts, () => 0);
    expect(undone).toEqual({ ok: true, value: { removed: 0, restored: 1, attachments: 0, patterns: 0, kept: [] } });
    expect(readFileSync(path.join(coes, `${id}.json`), 'utf8')).toBe(before);
    expect(library.summaries().some(({ title }) => title === 'Other title')).toBe(false);
  });
});
