import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { receiptOf } from '#main/import/import-receipt.ts';
import { openReceiptStore } from '#main/import/receipt-store.ts';
import { runImport } from '#main/import/run-import.ts';
import { undoImport } from '#main/import/undo-import.ts';
import { newPattern, writePattern } from '#domain/patterns/pattern.ts';
import type { Library } from '#main/library/library-api.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { pngWith } from '#test/support/pictures.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

import { folderWith, importRun, report, snapshotOf } from './import-support.ts';

const BATCH = testId(2);
const EARLIER = testId(1);

/** Runs an import as the app does, but ends it as a crash would: the receipt never says what was written. */
async function interruptedImport(library: Library, folder: string, receiptFolder: string, from: string) {
  const receipts = await openReceiptStore(receiptFolder, folder, library.cipher);
  const about = { batch: BATCH, at: '2026-05-14T00:00:00.000Z', from: 'reports', dryRun: false, cancelled: true };
  const log = valueOf(await receipts.begin(receiptOf([], about)));
  const done = await runImport(importRun(library, from, { repeated: 'update' }), BATCH, {
    onWritten: () => undefined,
    onAttachment: log.addAttachment,
    beforePattern: log.beforePattern,
    beforeWriting: log.beforeWriting,
  });
  expect(done.ok && done.value.receipt.summary.refused).toBe(0);
  // The log is written in order, so this waits for what it was asked to add before.
  await log.beforeWriting(testId(999), null);
  return openReceiptStore(receiptFolder, folder, library.cipher);
}

function valueOf<Value>(result: Result<Value, AppError>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A report with a picture, one that was imported before in another version, and a pattern. */
function source(): string {
  const pattern = newPattern('The disk was full again', testId(70), '2026-01-01T00:00:00.000Z');
  return folderWith({
    'a.md': report('Disk full'),
    'b.md': `${report('With a picture')}\n\n![The graph](graph.png)\n`,
    'graph.png': pngWith({}),
    [`patterns/${pattern.id}.json`]: writePattern(pattern),
  });
}

for (const kind of ['plain', 'encrypted'] as const) {
  describe(`an import into a library that is ${kind}, which Once did not finish`, () => {
    const options = kind === 'encrypted' ? { identity: generateIdentity() } : {};

    it('is undone byte for byte, with what it replaced', async () => {
      const { library, folder } = await openTestLibrary(options);
      const from = source();
      const first = await runImport(importRun(library, path.join(from, 'a.md')), EARLIER, {
        onWritten: () => undefined,
      });
      expect(first.ok && first.value.receipt.summary.coes).toBe(1);
      const titles = library.summaries().map(({ title }) => title);
      const before = contentOf(library, folder);
      writeFileSync(path.join(from, 'a.md'), report('Disk full', 'Another cause.'));
      const receiptFolder = temporaryFolder();
      const receipts = await interruptedImport(library, folder, receiptFolder, from);
      expect(library.summaries()).toHaveLength(2);

      const kept = await receipts.read(BATCH);
      expect(kept?.unfinished).not.toBeNull();
      const undone = await undoImport(BATCH, library.imports, receipts, () => 0);
      expect(undone).toEqual({ ok: true, value: { removed: 1, restored: 1, attachments: 1, patterns: 1, kept: [] } });
      expect(library.summaries().map(({ title }) => title)).toEqual(titles);
      expect(contentOf(library, folder)).toEqual(before);
      expect((await receipts.read(BATCH))?.unfinished).toBeNull();
      expect(readdirSync(receiptFolder, { recursive: true }).filter((name) => String(name).endsWith('.log'))).toEqual(
        [],
      );
    });

    it('keeps a COE that was edited since', async () => {
      const { library, folder } = await openTestLibrary(options);
      const receipts = await interruptedImport(library, folder, temporaryFolder(), source());
      const edited = library.summaries().find(({ title }) => title === 'Disk full');
      const opened = valueOf(await library.open(edited?.id ?? ''));
      valueOf(await library.save({ ...opened.coe, title: 'Edited' }, opened.revision));
      const undone = await undoImport(BATCH, library.imports, receipts, () => 0);
      expect(undone).toMatchObject({ ok: true, value: { removed: 1, restored: 0, kept: [edited?.id] } });
      expect(library.summaries().map(({ title }) => title)).toEqual(['Edited']);
    });

    it('is read when the last line of its log was cut off', async () => {
      const { library, folder } = await openTestLibrary(options);
      const receiptFolder = temporaryFolder();
      const receipts = await interruptedImport(library, folder, receiptFolder, source());
      const [log = ''] = readdirSync(receiptFolder, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.log'));
      appendFileSync(path.join(receiptFolder, log), 'eyJjb2UiOi');
      expect(await undoImport(BATCH, library.imports, receipts, () => 0)).toMatchObject({ value: { removed: 2 } });
    });
  });
}

/** The content of the files of a library; of an encrypted one the plain content, which is encrypted anew each time. */
function contentOf(library: Library, folder: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(snapshotOf(folder))
      .filter(([name]) => /^(?:coes|patterns|attachments)/.test(name))
      .map(([name, base64]) => {
        const plain = library.cipher.decrypt(Buffer.from(base64, 'base64'));
        return [name, plain.ok ? Buffer.from(plain.value).toString('utf8') : 'unreadable'];
      }),
  );
}

describe('an import into an encrypted library', () => {
  it('writes no readable word to the library or the receipts, also when it is interrupted', async () => {
    const { library, folder, cacheFolder, journalFolder } = await openTestLibrary({ identity: generateIdentity() });
    const receiptFolder = temporaryFolder();
    const receipts = await interruptedImport(library, folder, receiptFolder, source());
    const readable = (): string[] =>
      [folder, receiptFolder, cacheFolder, journalFolder].flatMap((each) =>
        Object.entries(snapshotOfIfThere(each))
          .filter(([name, base64]) =>
            /Disk full|disk was full|Watch the disk|graph\.png|reports/i.test(
              `${name} ${Buffer.from(base64, 'base64').toString('latin1')}`,
            ),
          )
          .map(([name]) => name),
      );
    expect(readable()).toEqual([]);
    await undoImport(BATCH, library.imports, receipts, () => 0);
    expect(readable()).toEqual([]);
    expect(library.summaries()).toEqual([]);
    expect(readdirSync(path.join(folder, 'coes'))).toEqual([]);
  });
});

function snapshotOfIfThere(folder: string): Record<string, string> {
  try {
    return snapshotOf(folder);
  } catch {
    return {};
  }
}

it('finds readable words where a library is not encrypted', async () => {
  const { library, folder } = await openTestLibrary();
  await interruptedImport(library, folder, temporaryFolder(), source());
  const [name = ''] = readdirSync(path.join(folder, 'coes'));
  expect(readFileSync(path.join(folder, 'coes', name), 'utf8')).toMatch(/Disk full|With a picture/);
});
