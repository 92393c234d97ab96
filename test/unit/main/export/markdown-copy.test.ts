import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { dayMoment } from '#domain/time/moment.ts';
import { refreshMarkdownCopy } from '#main/export/markdown-copy.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** A library with two COEs, and its copy. */
async function copied() {
  const { library } = await openTestLibrary();
  await library.whenComplete();
  const create = async (title: string) => {
    const created = await library.create({ kind: 'outage', title, happened: dayMoment('2026-05-14') });
    if (!created.ok) throw new Error(created.error.kind);
    return created.value;
  };
  const [first, second] = [await create('First'), await create('Second')];
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'mine.md'), 'mine');
  expect(await refreshMarkdownCopy(library, folder, 'all')).toMatchObject({ ok: true, value: { written: 2 } });
  const nameOf = (start: string) => readdirSync(folder).find((name) => name.includes(start)) ?? '';
  return { library, folder, first, second, nameOf };
}

const names = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.md'));

test('a file keeps its name when the title changes, and gets the new text', async () => {
  const { library, folder, first, nameOf } = await copied();
  const name = nameOf('First');
  await library.save({ ...first.coe, title: 'Renamed' }, first.revision);
  await refreshMarkdownCopy(library, folder, [first.coe.id]);
  expect(readFileSync(path.join(folder, name), 'utf8')).toContain('# Renamed');
  expect(names(folder)).toHaveLength(3);
});

test('a file that somebody else changed stays as it is', async () => {
  const { library, folder, first, nameOf } = await copied();
  writeFileSync(path.join(folder, nameOf('First')), 'changed');
  await library.save({ ...first.coe, title: 'Renamed' }, first.revision);
  expect(await refreshMarkdownCopy(library, folder, 'all')).toEqual({
    ok: true,
    value: { written: 0, changedElsewhere: 1 },
  });
  expect(readFileSync(path.join(folder, nameOf('First')), 'utf8')).toBe('changed');
});

test('the file of a deleted COE goes, and no other', async () => {
  const { library, folder, first, second, nameOf } = await copied();
  writeFileSync(path.join(folder, nameOf('Second')), 'changed');
  await library.delete(first.coe.id);
  await library.delete(second.coe.id);
  await refreshMarkdownCopy(library, folder, [first.coe.id, second.coe.id]);
  expect(
    names(folder)
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .toSorted(),
  ).toEqual(['changed', 'mine']);
});

test('a file of the person with the same name is not replaced', async () => {
  const { library, folder, nameOf } = await copied();
  const other = temporaryFolder();
  writeFileSync(path.join(other, nameOf('First')), 'mine');
  await refreshMarkdownCopy(library, other, 'all');
  expect(readFileSync(path.join(other, nameOf('First')), 'utf8')).toBe('mine');
  expect(names(other)).toHaveLength(3);
  expect(names(folder)).toHaveLength(3);
});

test('a damaged list makes every file somebody else’s', async () => {
  const { library, folder } = await copied();
  writeFileSync(path.join(folder, '.once-markdown-copy.json'), '{');
  const before = names(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  await refreshMarkdownCopy(library, folder, 'all');
  const after = names(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  expect(after).toEqual(expect.arrayContaining(before));
});
