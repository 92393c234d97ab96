import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { WHOLE_EXPORT_CHOICE } from '#domain/export/export-choice.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { newPattern, type Pattern, writePattern } from '#domain/patterns/pattern.ts';
import { ok } from '#domain/result.ts';
import { saveExport } from '#main/export/save-export.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { openReceiptStore } from '#main/import/receipt-store.ts';
import { runImport } from '#main/import/run-import.ts';
import { undoImport } from '#main/import/undo-import.ts';
import type { Library } from '#main/library/library-api.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

import { folderWith, importRun, snapshotOf } from './import-support.ts';

const AT = '2026-03-01T10:00:00.000Z';
const BATCH = testId(1);
const YES: Pattern = { ...newPattern('I said yes before I looked', testId(21), AT), tryingNow: 'I look first' };
const LATE: Pattern = { ...newPattern('I left too late', testId(22), AT), mergedInto: YES.id };
const coe = someCoe({ title: 'Two birthdays', patternIds: [LATE.id] }, 31);

/** The files of an export of everything: a COE whose pattern was merged into another. */
const exported = {
  [`coes/${coe.id}.json`]: writeCoe(coe),
  [`patterns/${LATE.id}.json`]: writePattern(LATE),
  [`patterns/${YES.id}.json`]: writePattern(YES),
};

async function imported(library: Library, from: string, batch = BATCH) {
  const done = await runImport(importRun(library, from), batch, { onWritten: () => undefined });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}

const patternsIn = async (library: Library): Promise<readonly Pattern[]> => {
  const read = await library.patterns.readPatterns();
  if (!read.ok) throw new Error(read.error.kind);
  return read.value.patterns;
};

/** Keeps the receipt of an import and undoes it. */
async function undone(library: Library, folder: string, done: Awaited<ReturnType<typeof imported>>) {
  const receipts = await openReceiptStore(path.join(temporaryFolder(), 'imports'), folder, PLAIN_CIPHER);
  await receipts.save(done);
  return undoImport(done.receipt.batch, library.imports, receipts, () => Date.parse(AT));
}

describe('patterns of an import', () => {
  it('come from a zip of everything, and leave again with an undo', async () => {
    const from = await openTestLibrary();
    await from.library.patterns.changePattern(null, YES);
    await from.library.patterns.changePattern(null, LATE);
    const target = { folder: temporaryFolder(), fileName: 'all.zip', overwrite: false };
    const saved = await saveExport(
      'everything',
      {
        ids: [coe.id],
        read: async () => ok(coe),
        readAttachment: async () => null,
        allPatterns: false,
        readPatterns: async () => from.library.patterns.knownPatterns(),
        choice: WHOLE_EXPORT_CHOICE,
        separator: ',',
        draw: async () => ok(Buffer.alloc(0)),
      },
      target,
    );
    expect(saved).toMatchObject({ ok: true });

    const { library, folder } = await openTestLibrary();
    const before = snapshotOf(folder);
    const done = await imported(library, path.join(target.folder, 'all.zip'));
    expect(done.receipt.summary).toMatchObject({ coes: 1, patterns: 2 });
    expect(await patternsIn(library)).toEqual([YES, LATE]);
    expect(library.summaries().map(({ patternIds }) => patternIds)).toEqual([[LATE.id]]);
    expect(await undone(library, folder, done)).toMatchObject({ ok: true, value: { removed: 1, patterns: 2 } });
    expect(snapshotOf(folder)).toEqual(before);
    expect(await patternsIn(library)).toEqual([]);
  });

  it('leave a pattern of the library as it is there', async () => {
    const { library, folder } = await openTestLibrary();
    await library.patterns.changePattern(null, { ...YES, words: 'Mine' });
    const { receipt } = await imported(library, folderWith(exported));
    expect(receipt.files.map(({ path: name, result, reason }) => [name, result, reason])).toEqual([
      [`coes/${coe.id}.json`, 'imported', ''],
      [`patterns/${YES.id}.json`, 'skipped', 'This pattern is in the library already.'],
      [`patterns/${LATE.id}.json`, 'imported', ''],
    ]);
    expect((await patternsIn(library)).map(({ words }) => words)).toEqual(['Mine', LATE.words]);
    // A file that cannot be read is not replaced either.
    const broken = await openTestLibrary();
    mkdirSync(path.join(broken.folder, 'patterns'));
    writeFileSync(path.join(broken.folder, 'patterns', `${YES.id}.json`), '{');
    await imported(broken.library, folderWith(exported));
    expect(readFileSync(path.join(broken.folder, 'patterns', `${YES.id}.json`), 'utf8')).toBe('{');
    expect(folder).not.toBe(broken.folder);
  });

  it('stay after an undo when they were changed, or something uses them', async () => {
    const changed = await openTestLibrary();
    const first = await imported(changed.library, folderWith(exported));
    await changed.library.patterns.changePattern(YES, { ...YES, words: 'Changed' });
    expect(await undone(changed.library, changed.folder, first)).toMatchObject({ value: { removed: 1, patterns: 1 } });
    expect((await patternsIn(changed.library)).map(({ words }) => words)).toEqual(['Changed']);

    const used = await openTestLibrary();
    const second = await imported(used.library, folderWith(exported));
    const own = someCoe({ title: 'Mine', patternIds: [LATE.id] }, 32);
    await used.library.imports.add(own);
    expect(await undone(used.library, used.folder, second)).toMatchObject({ value: { removed: 1, patterns: 0 } });
    expect(await patternsIn(used.library)).toEqual([YES, LATE]);
  });

  it('are refused one by one when they are damaged or newer', async () => {
    const { library } = await openTestLibrary();
    const { receipt } = await imported(
      library,
      folderWith({
        'patterns/a.json': JSON.stringify({ ...YES, words: '' }),
        'patterns/b.json': JSON.stringify({ ...YES, version: 9 }),
        'patterns/c.json': JSON.stringify({ ...YES, id: '../../coes/x' }),
      }),
    );
    expect(receipt.files.map(({ result, reason }) => `${result}: ${reason}`)).toEqual([
      'refused: This pattern of Once is damaged and cannot be read.',
      'refused: This pattern was written by a newer version of Once.',
      'refused: This pattern of Once is damaged and cannot be read.',
    ]);
    expect(await patternsIn(library)).toEqual([]);
  });
});
