import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { ok } from '#domain/result.ts';
import { type Replacement, replaceFiles } from '#main/disk/atomic-write.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const isCurrent = async () => ok(true);
const replacement = (file: string, text: string, given: Partial<Replacement> = {}): Replacement => ({
  file,
  bytes: Buffer.from(text),
  stillCurrent: isCurrent,
  ...given,
});

it('replaces files in several folders, and answers in their order', async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'one'));
  mkdirSync(path.join(folder, 'two'));
  const files = Array.from({ length: 40 }, (_, index) =>
    path.join(folder, index % 3 === 0 ? 'one' : 'two', `${index}`),
  );
  writeFileSync(files[5] ?? '', 'before');
  const replaced = await replaceFiles(files.map((file, index) => replacement(file, `text ${index}`)));
  expect(replaced.map((one) => one.ok && one.value?.size)).toEqual(files.map((_, index) => `text ${index}`.length));
  expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(files.map((_, index) => `text ${index}`));
  expect(readdirSync(folder, { recursive: true })).toHaveLength(42);
});

it('leaves a file that changed, and one whose folder is gone, and replaces the others', async () => {
  const folder = temporaryFolder();
  const [changed, other, lost] = ['changed', 'other', 'gone/lost'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(changed, 'by somebody else');
  const replaced = await replaceFiles([
    replacement(changed, 'mine', { stillCurrent: async () => ok(false) }),
    replacement(lost, 'mine'),
    replacement(other, 'mine'),
  ]);
  expect(replaced).toMatchObject([
    { ok: true, value: null },
    { ok: false, error: { kind: 'disk', code: 'ENOENT' } },
    { ok: true, value: { size: 4 } },
  ]);
  expect(readFileSync(changed, 'utf8')).toBe('by somebody else');
  expect(readdirSync(folder).toSorted()).toEqual(['changed', 'other']);
});

it('keeps others off a file during the last check and the rename alone', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'a');
  const steps: string[] = [];
  const alone: Replacement['alone'] = async (work) => {
    // The content is on the disk by then, under another name.
    steps.push(`begins with ${readdirSync(folder).length} file`, existsSync(file) ? 'replaced' : 'not replaced');
    const done = await work();
    steps.push(existsSync(file) ? 'replaced' : 'not replaced');
    return done;
  };
  await replaceFiles([replacement(file, 'text', { alone })]);
  expect(steps).toEqual(['begins with 1 file', 'not replaced', 'replaced']);
});

it('leaves nothing behind when the disk refuses', async () => {
  const folder = temporaryFolder();
  const target = path.join(folder, 'folder');
  mkdirSync(path.join(target, 'in it'), { recursive: true });
  expect(await replaceFiles([replacement(target, 'text')])).toMatchObject([{ ok: false, error: { kind: 'disk' } }]);
  expect(readdirSync(folder)).toEqual(['folder']);
});
