import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it, onTestFinished, type TestContext } from 'vitest';

import { MAX_ATTACHMENT_BYTES } from '#domain/attachments/attachment-name.ts';
import { attachmentPath, coePath, patternPath } from '#domain/team/tree-paths.ts';
import { attachmentNameFor } from '#main/coe-files/attachment-files.ts';
import { openLibraryFiles, refusalOf } from '#main/team/library-files.ts';
import { skipBecause } from '#test/support/skip-without.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

/** Makes a folder in which nothing can be made but in its folder `coes`. Root has to mount it so. */
function readOnlyAround(folder: string, context: TestContext): void {
  const coes = path.join(folder, 'coes');
  if (process.platform === 'win32') skipBecause('on Windows, modes of folders keep nobody from writing', context);
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
    return;
  }
  try {
    for (const place of [folder, coes]) {
      execFileSync('mount', ['--bind', place, place], { stdio: 'ignore' });
      onTestFinished(() => void execFileSync('umount', [place]));
    }
    execFileSync('mount', ['-o', 'remount,bind,ro', folder], { stdio: 'ignore' });
  } catch {
    skipBecause('root may not mount a folder here', context);
  }
}

const content = (treePath: string) => ({ path: treePath, bytes: Buffer.from(treePath), expected: null });

it('writes the files of the other folders when one folder cannot be made', async (context) => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'coes'));
  readOnlyAround(folder, context);
  const [first, second] = [coePath(testId(1)), coePath(testId(2))];
  const written = await openLibraryFiles(folder).write([first, patternPath('a-pattern'), second].map(content));
  const stamped = { ok: true, value: expect.objectContaining({ size: expect.any(Number) }) };
  const refused = { ok: false, error: expect.objectContaining({ kind: 'disk' }) };
  expect(written).toEqual([stamped, refused, stamped]);
  expect(readdirSync(path.join(folder, 'coes'))).toHaveLength(2);
  expect(readFileSync(path.join(folder, 'coes', `${testId(1)}.json`), 'utf8')).toBe(first);
});

it('says that the library is missing for every file when its folder is gone', async () => {
  const folder = path.join(temporaryFolder(), 'gone');
  const written = await openLibraryFiles(folder).write(['once-team.json', coePath(testId(1))].map(content));
  expect(written).toEqual([1, 2].map(() => ({ ok: false, error: { kind: 'library-missing' } })));
});

it('takes every file from a team that is no larger than the button that adds files says', () => {
  const largest = Buffer.alloc(MAX_ATTACHMENT_BYTES, 'a');
  expect(refusalOf(attachmentPath(attachmentNameFor(largest, 'log.txt')), largest)).toBeNull();
});
