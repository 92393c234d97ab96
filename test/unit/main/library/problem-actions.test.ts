import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { openTestLibrary, type TestLibrary } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

const name = `${testId(1)}.json`;

async function withBroken(bytes: string | Buffer, fileName = name): Promise<TestLibrary> {
  const test = await openTestLibrary();
  writeFileSync(path.join(test.coes, fileName), bytes);
  await test.library.retry();
  expect(test.library.problems().map((problem) => problem.fileName)).toEqual([fileName]);
  return test;
}

describe('a file that cannot be read as a COE', () => {
  it.each([
    ['a COE that breaks off', '{"format":"once-coe", "title": "Wri', '{"format":"once-coe", "title": "Wri'],
    ['UTF-16', Buffer.from('\uFEFF{"title": "ü"}', 'utf16le'), '{"title": "ü"}'],
    ['a little damage', Buffer.from('{"title": "\u0000 damaged but readable words'), 'damaged but readable words'],
  ])('is read as text: %s', async (_what, bytes, expected) => {
    const test = await withBroken(bytes);
    const read = await test.library.readProblem(name);
    expect(read.ok && read.value.text).toContain(expected);
  });

  it('is shown up to the limit, and marked as truncated', async () => {
    const test = await withBroken('x'.repeat(3 * 1024 * 1024));
    const read = await test.library.readProblem(name);
    expect(read.ok && read.value).toMatchObject({ isCut: true });
    expect(read.ok && read.value.text.length).toBe(1024 * 1024);
  });

  it('is not shown when it is binary, a folder or a link', async () => {
    const bytes = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256));
    const test = await withBroken(bytes);
    expect(await test.library.readProblem(name)).toEqual({ ok: false, error: { kind: 'not-text' } });
    mkdirSync(path.join(test.coes, `${testId(2)}.json`));
    symlinkSync('/etc/passwd', path.join(test.coes, `${testId(3)}.json`));
    await test.library.retry();
    for (const number of [2, 3]) {
      expect((await test.library.readProblem(`${testId(number)}.json`)).ok).toBe(false);
    }
  });

  it('is quarantined unchanged, and restored by undo', async () => {
    const test = await withBroken('{"half');
    const moved = await test.library.quarantineProblem(name);
    expect(test.library.problems()).toEqual([]);
    expect(readFileSync(path.join(test.folder, 'set-aside', name), 'utf8')).toBe('{"half');
    expect((await test.library.undoQuarantine(moved.ok ? moved.value.aside : '')).ok).toBe(true);
    expect(readFileSync(path.join(test.coes, name), 'utf8')).toBe('{"half');
    expect(test.library.problems().length).toBe(1);
  });

  it('is quarantined beside another file of the same name', async () => {
    const test = await withBroken('first');
    await test.library.quarantineProblem(name);
    writeFileSync(path.join(test.coes, name), 'second');
    await test.library.retry();
    await test.library.quarantineProblem(name);
    const aside = readdirSync(path.join(test.folder, 'set-aside'));
    expect(aside.map((each) => readFileSync(path.join(test.folder, 'set-aside', each), 'utf8')).sort()).toEqual([
      'first',
      'second',
    ]);
  });

  it('is replaced by an earlier version, and kept', async () => {
    const test = await openTestLibrary();
    const file = path.join(test.coes, name);
    writeFileSync(file, writeCoe(someCoe({ title: 'Whole' }, 1)));
    await test.library.retry();
    const opened = await test.library.open(testId(1));
    if (!opened.ok) throw new Error(opened.error.kind);
    await test.library.save({ ...opened.value.coe, title: 'Later' }, opened.value.revision);
    writeFileSync(file, '');
    await test.library.retry();
    expect(test.library.problems()[0]).toMatchObject({ reason: 'empty', ownId: testId(1) });
    expect(await test.library.restoreProblem(name)).toMatchObject({ ok: true, value: { coeId: testId(1) } });
    const now = await test.library.open(testId(1));
    expect(now.ok && now.value.coe.title).toBe('Whole');
    expect(readFileSync(path.join(test.folder, 'set-aside', name), 'utf8')).toBe('');
    expect(test.library.problems()).toEqual([]);
  });

  it('can be requested only by its listed name', async () => {
    const test = await withBroken('{"half');
    for (const other of ['../settings.json', testId(9), '/etc/passwd', '']) {
      expect(await test.library.readProblem(other)).toEqual({ ok: false, error: { kind: 'not-found' } });
      expect(await test.library.quarantineProblem(other)).toEqual({ ok: false, error: { kind: 'not-found' } });
      expect(await test.library.undoQuarantine(other)).toEqual({ ok: false, error: { kind: 'not-found' } });
      expect(await test.library.restoreProblem(other)).toEqual({ ok: false, error: { kind: 'not-found' } });
    }
  });
});
