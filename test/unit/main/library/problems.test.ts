import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

const good = (number: number): string => writeCoe(someCoe({}, number));

/** A library folder with one COE and the files that a test adds. */
function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = path.join(temporaryFolder(), 'library');
  mkdirSync(path.join(folder, 'coes'), { recursive: true });
  writeFileSync(path.join(folder, 'coes', `${testId(1)}.json`), good(1));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, 'coes', name), content);
  return folder;
}
const named = (number: number): string => `${testId(number)}.json`;

describe('a file that is not a COE', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['of no length', '', 'empty'],
    ['full of zeros', new Uint8Array(4096), 'zero-filled'],
    ['in UTF-16', Buffer.from(`\ufeff${good(2)}`, 'utf16le'), 'wrong-encoding'],
    ['that is not UTF-8', Buffer.from(good(2).replace('Mistake', 'Mist\u00e4ke'), 'latin1'), 'wrong-encoding'],
    ['that is binary', Uint8Array.from({ length: 300 }, (_, index) => index), 'wrong-encoding'],
    ['nested without end', '['.repeat(200_000), 'too-deep'],
    ['cut short', good(2).slice(0, 400), 'not-json'],
    ['of another program', '{"name": "x"}', 'not-a-coe'],
    ['of a newer version', good(2).replace('"schemaVersion": 1', '"schemaVersion": 2'), 'newer-version'],
    ['with a wrong value', good(2).replace('"status": "draft"', '"status": "lost"'), 'invalid'],
    ['with another id inside', good(3), 'wrong-name'],
  ])('%s is listed with its reason, stays unchanged, and blocks nothing', async (_, content, reason) => {
    const folder = folderWith({ [named(2)]: content });
    const { library, coes, broken } = await openTestLibrary({ folder });
    expect(library.problems()).toMatchObject([{ fileName: named(2), reason }]);
    expect(library.state()).toMatchObject({ coeCount: 1, problemCount: 1 });
    expect(readFileSync(path.join(coes, named(2))).equals(Buffer.from(content))).toBe(true);
    expect(broken).toEqual([]);
  });

  it('is not opened when it is a folder, link, pipe or very large', async () => {
    const folder = folderWith({});
    const coes = path.join(folder, 'coes');
    mkdirSync(path.join(coes, named(2)));
    symlinkSync(path.join(coes, named(1)), path.join(coes, named(3)));
    writeFileSync(path.join(coes, named(5)), '');
    truncateSync(path.join(coes, named(5)), 21 * 1024 * 1024);
    const expected = [
      { fileName: named(2), reason: 'not-a-file' },
      { fileName: named(3), reason: 'not-a-file' },
      { fileName: named(5), reason: 'too-large' },
    ];
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [path.join(coes, named(4))]);
      expected.splice(2, 0, { fileName: named(4), reason: 'not-a-file' });
    }
    const { library } = await openTestLibrary({ folder });
    expect(library.problems()).toMatchObject(expected);
    for (const { fileName } of expected) expect((await library.open(fileName.slice(0, 26))).ok).toBe(false);
  });

  it.each([
    `${testId(1)}.sync-conflict-20240115-101112-ABCDEFG.json`,
    `${testId(1)} (Ana's conflicted copy 2024-01-15).json`,
    `${testId(1)} (conflicted copy 2024-01-15 101112).json`,
    `${testId(1)}-LAPTOP.json`,
    `${testId(1)} 2.json`,
    `${testId(1)} (1).json`,
    `${testId(1)} [conflicted].json`,
    `${testId(1)} (HOST conflict 2023-04-02).json`,
  ])('is listed with its COE when it is a conflict copy (%s)', async (name) => {
    const { library } = await openTestLibrary({ folder: folderWith({ [name]: good(1) }) });
    expect(library.problems()).toEqual([
      { fileName: name, reason: 'conflict-copy', detail: testId(1), coeId: testId(1) },
    ]);
    expect(library.state().coeCount).toBe(1);
  });

  it('is told apart from a file not yet downloaded', async () => {
    const { library } = await openTestLibrary({ folder: folderWith({ [`.${named(2)}.icloud`]: 'x' }) });
    expect(library.problems()).toMatchObject([{ reason: 'not-here-yet' }]);
  });

  it('is not listed when it is a temporary file of a sync service or editor', async () => {
    const names = [
      '.syncthing.x.json.tmp',
      '~syncthing~x.json',
      '.~lock.x.json#',
      '.dropbox.cache',
      '.DS_Store',
      'Thumbs.db',
      'readme.txt',
    ];
    const { library, coes } = await openTestLibrary({
      folder: folderWith(Object.fromEntries(names.map((name) => [name, 'x']))),
    });
    expect(library.problems()).toEqual([]);
    expect(readdirSync(coes).length).toBe(names.length + 1);
  });

  it('becomes a COE again when it is fixed', async () => {
    const folder = folderWith({ [named(2)]: 'broken' });
    const { library, coes } = await openTestLibrary({ folder });
    writeFileSync(path.join(coes, named(2)), good(2));
    await library.reconcile();
    expect(library.problems()).toEqual([]);
    expect(library.state().coeCount).toBe(2);
  });

  it('has a path only when it is listed', async () => {
    const { library, coes } = await openTestLibrary({ folder: folderWith({ [named(2)]: 'broken' }) });
    expect(library.problemPath(named(2))).toBe(path.join(coes, named(2)));
    for (const name of ['../../etc/passwd', named(1), '', '..']) expect(library.problemPath(name)).toBeNull();
  });

  it('is described without quoting its text', async () => {
    const text = good(2).replace('Mistake 2', 'Sekretwort').replace('"status": "draft"', '"status": "Sekretwort"');
    const { library } = await openTestLibrary({ folder: folderWith({ [named(2)]: text, [named(3)]: 'Sekretwort' }) });
    expect(library.problems().length).toBe(2);
    expect(JSON.stringify(library.problems())).not.toContain('Sekretwort');
  });
});
