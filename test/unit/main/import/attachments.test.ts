import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { attachmentNamesIn } from '#domain/attachments/attachment-name.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { libraryKeyOf } from '#main/coe-files/cache-paths.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { createImportThreads } from '#main/import/import-thread.ts';
import { openReceiptStore } from '#main/import/receipt-store.ts';
import { previewImport, runImport } from '#main/import/run-import.ts';
import { undoImport } from '#main/import/undo-import.ts';
import type { Library } from '#main/library/library-api.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { jpegWith } from '#test/support/pictures.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

import { folderWith, importRun, inProcess, report, snapshotOf } from './import-support.ts';

const BATCH = testId(1);
const LAKE = jpegWith({});
const BOAT = jpegWith({ make: true });

const withCause = (title: string, cause: string): string => report(title, cause);

async function imported(library: Library, from: string, changes: Parameters<typeof importRun>[2] = {}, batch = BATCH) {
  const done = await runImport(importRun(library, from, changes), batch, { onWritten: () => undefined });
  if (!done.ok) throw new Error(`The import failed: ${JSON.stringify(done.error)}`);
  return done.value;
}

async function causeOf(library: Library, id: string | undefined): Promise<string> {
  const opened = await library.open(id ?? '');
  if (!opened.ok) throw new Error('The COE does not open.');
  return opened.value.coe.sections.cause.prose;
}

it('one thread lists and reads what was picked, with its pictures', async () => {
  const { library } = await openTestLibrary();
  const from = folderWith({ 'a.md': withCause('A', '![The lake](lake.jpg)'), 'lake.jpg': LAKE });
  let started = 0;
  const start = () => {
    started += 1;
    return inProcess();
  };
  const threads = createImportThreads(start);
  expect(await previewImport(importRun(library, from, { threads }), BATCH)).toMatchObject({ ok: true });
  expect(started).toBe(1);
  expect((await imported(library, from, { threads })).attachments).toHaveLength(1);
  expect(started).toBe(2);
});

describe('pictures and files beside a report', () => {
  it('are copied, each once, and the text names the copies', async () => {
    const { library } = await openTestLibrary();
    const from = folderWith({
      'notes/a.md': withCause(
        'A',
        '![The lake](img/the%20lake.jpg) ![again](<img/the lake.jpg>) [the log](../logs/app.log) ![[boat.jpg]]',
      ),
      'notes/img/the lake.jpg': LAKE,
      'notes/boat.jpg': BOAT,
      'logs/app.log': 'out of space\n',
      'logs/unused.log': 'nothing\n',
    });
    const { receipt, attachments } = await imported(library, from);
    expect(attachments).toHaveLength(3);
    const rows = new Map(receipt.files.map((file) => [file.path, file]));
    expect(rows.get('notes/a.md')).toMatchObject({ result: 'imported', attachments: 3, doubts: [] });
    expect(rows.get('notes/boat.jpg')).toMatchObject({ result: 'imported', ids: [] });
    expect(rows.get('logs/unused.log')).toMatchObject({ result: 'skipped' });
    expect(receipt.summary).toMatchObject({ coes: 1, attachments: 3, imported: 4, skipped: 1 });

    const cause = await causeOf(library, rows.get('notes/a.md')?.ids[0]);
    const names = attachmentNamesIn(cause);
    expect(cause).toBe(
      `![The lake](attachments/${names[0]}) ![again](attachments/${names[0]}) [the log](attachments/${names[1]}) ![](attachments/${names[2]})`,
    );
    expect(await library.attachments.readAttachment(names[0] ?? '')).toEqual(Buffer.from(LAKE));
    expect(names[1]).toMatch(/\.log$/);
  });

  it('are counted in a dry run, which copies nothing', async () => {
    const { library, folder } = await openTestLibrary();
    const before = snapshotOf(folder);
    const from = folderWith({ 'a.md': withCause('A', '![](lake.jpg) ![](none.png)'), 'lake.jpg': LAKE });
    const preview = await previewImport(importRun(library, from), BATCH);
    expect(preview.ok && preview.value.receipt.files.map(({ attachments, doubts }) => [attachments, doubts])).toEqual([
      [1, ['“none.png” was not found in what you chose, so it was not copied.']],
      [0, []],
    ]);
    expect(snapshotOf(folder)).toEqual(before);
  });

  it('are not read outside what was picked, through a link, or when they are too large', async () => {
    const { library, folder } = await openTestLibrary();
    const root = temporaryFolder();
    writeFileSync(path.join(root, 'secret.png'), LAKE);
    mkdirSync(path.join(root, 'reports'));
    const text = '![](../secret.png) ![](/etc/hostname) ![](link.png) ![](%2e%2e/secret.png) [film](film.mp4)';
    writeFileSync(path.join(root, 'reports', 'a.md'), withCause('A', text));
    symlinkSync(path.join(root, 'secret.png'), path.join(root, 'reports', 'link.png'));
    writeFileSync(path.join(root, 'reports', 'film.mp4'), Buffer.alloc(15_000_001));
    const { receipt } = await imported(library, path.join(root, 'reports'));
    expect(receipt.files[0]?.doubts).toContain('“film.mp4” is larger than 15 MB and was not copied.');
    expect(receipt.summary.attachments).toBe(0);
    expect(Object.keys(snapshotOf(folder)).filter((name) => name.startsWith('attachments'))).toEqual([]);
    expect(await causeOf(library, receipt.files[0]?.ids[0])).toBe(text);
  });

  it('become a link when they are no picture, whatever their name says', async () => {
    const { library } = await openTestLibrary();
    const from = folderWith({
      'a.md': withCause('A', '![drawing](a.svg) ![](fake.png)'),
      'a.svg': '<svg onload="alert(1)"/>',
      'fake.png': '<script>alert(1)</script>',
    });
    const { receipt } = await imported(library, from);
    const cause = await causeOf(library, receipt.files[0]?.ids[0]);
    expect(cause.replaceAll(/[0-9a-f]{64}/g, 'HASH')).toBe(
      '[drawing](attachments/HASH.svg) [fake.png](attachments/HASH.bin)',
    );
  });

  it('go with what another app keeps in an archive', async () => {
    const { library } = await openTestLibrary();
    const day = {
      metadata: { version: '1.0' },
      entries: [
        {
          uuid: 'A1',
          creationDate: '2024-05-01T10:00:00Z',
          timeZone: 'UTC',
          text: '# Lake\n\n![](dayone-moment://P1)\n\n![](dayone-moment://P2)',
          photos: [
            { identifier: 'P1', md5: 'aa11', type: 'jpeg' },
            { identifier: 'P2', md5: 'bb22', type: 'jpeg' },
          ],
        },
      ],
    };
    const from = folderWith({ 'Journal.json': JSON.stringify(day), 'photos/aa11.jpeg': LAKE });
    const { receipt } = await imported(library, from);
    expect(receipt.files).toMatchObject([
      { path: 'Journal.json', attachments: 1, doubts: ['The photo “photos/bb22.jpeg” is not in the export.'] },
    ]);
    const [summary] = library.summaries();
    const opened = await library.open(summary?.id ?? '');
    expect(opened.ok && opened.value.coe.sections.context.prose).toMatch(/!\[\]\(attachments\/[0-9a-f]{64}\.jpg\)/);
  });
});

describe('undoing an import with pictures', () => {
  it('leaves the library byte for byte as it was', async () => {
    const { library, folder } = await openTestLibrary();
    await library.attachments.addAttachment(BOAT, 'boat.jpg');
    const before = snapshotOf(folder);
    const receipts = await openReceiptStore(temporaryFolder(), folder, PLAIN_CIPHER);
    const from = folderWith({
      'a.md': withCause('A', '![](lake.jpg) ![](boat.jpg)'),
      'lake.jpg': LAKE,
      'boat.jpg': BOAT,
    });
    const { receipt, written, attachments } = await imported(library, from);
    await receipts.save({ receipt, written, attachments, patterns: [] });
    expect(await undoImport(BATCH, library.imports, receipts, () => 0)).toMatchObject({
      ok: true,
      value: { removed: 1, attachments: 1 },
    });
    expect(snapshotOf(folder)).toEqual(before);
  });

  it('keeps a picture that a deleted COE or unsaved text names', async () => {
    const { library, folder, journalFolder } = await openTestLibrary();
    const receipts = await openReceiptStore(temporaryFolder(), folder, PLAIN_CIPHER);
    const from = folderWith({
      'a.md': withCause('A', '![](lake.jpg) ![](boat.jpg) ![](log.txt)'),
      'lake.jpg': LAKE,
      'boat.jpg': BOAT,
      'log.txt': 'out of space\n',
    });
    const { receipt, written, attachments } = await imported(library, from);
    await receipts.save({ receipt, written, attachments, patterns: [] });
    const [lake = '', boat = '', log = ''] = attachments;
    const trash = path.join(folder, 'trash');
    mkdirSync(trash, { recursive: true });
    writeFileSync(path.join(trash, 'deleted.json'), `"![](attachments/${lake})"`);
    const journal = path.join(journalFolder, await libraryKeyOf(folder));
    mkdirSync(journal, { recursive: true });
    writeFileSync(path.join(journal, 'unsaved.json'), `"[](attachments/${log})"`);
    const undone = await undoImport(BATCH, library.imports, receipts, () => 0);
    expect(undone).toMatchObject({ ok: true, value: { removed: 1, attachments: 1 } });
    expect(readFileSync(path.join(folder, 'attachments', lake))).toEqual(Buffer.from(LAKE));
    expect(await library.attachments.readAttachment(log)).not.toBeNull();
    expect(await library.attachments.readAttachment(boat)).toBeNull();
  });

  it('keeps all pictures when a file of the library cannot be decrypted', async () => {
    const { library, folder } = await openTestLibrary({ identity: generateIdentity() });
    const receipts = await openReceiptStore(temporaryFolder(), folder, PLAIN_CIPHER);
    const from = folderWith({ 'a.md': withCause('A', '![](lake.jpg)'), 'lake.jpg': LAKE });
    const { receipt, written, attachments } = await imported(library, from);
    await receipts.save({ receipt, written, attachments, patterns: [] });
    mkdirSync(path.join(folder, 'trash'), { recursive: true });
    writeFileSync(path.join(folder, 'trash', 'damaged.age'), 'not what age writes');
    const undone = await undoImport(BATCH, library.imports, receipts, () => 0);
    expect(undone).toMatchObject({ ok: true, value: { removed: 1, attachments: 0 } });
    expect(await library.attachments.readAttachment(attachments[0] ?? '')).not.toBeNull();
  });
});
