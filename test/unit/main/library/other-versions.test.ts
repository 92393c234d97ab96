import { cpSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { NO_OWN_QUESTIONS } from '#domain/questions/own-questions.ts';
import type { Library } from '#main/library/library-api.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../../../fixtures');
const READ = '01JV0E1B2C3D4E5F6G7H8J9KMN';
const NOT_READ = '01JV0F1B2C3D4E5F6G7H8J9KMN';
const PATTERN = '01JV0H1B2C3D4E5F6G7H8J9KMN';
const NEWER_PATTERN = '01JV0G1B2C3D4E5F6G7H8J9KMN';

/** A copy of a kept folder, in a new library folder or in a part of one. */
function copyOf(fixture: string, part = ''): string {
  const folder = path.join(temporaryFolder(), 'library');
  mkdirSync(path.join(folder, part), { recursive: true });
  cpSync(path.join(FIXTURES, fixture), path.join(folder, part), { recursive: true });
  return folder;
}

/** Every file of a library by its path, as text. */
const filesOf = (folder: string): Map<string, string> =>
  new Map(globSync('*/*.json', { cwd: folder }).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));

async function opened(library: Library, id: string): Promise<{ coe: Coe; revision: string }> {
  const answer = await library.open(id);
  if (!answer.ok) throw new Error(`${id} does not open: ${answer.error.kind}`);
  return answer.value;
}

describe('a library of an older version', () => {
  it('is read whole, and nothing in it is written before a person changes it', async () => {
    const folder = copyOf('version-1', 'coes');
    const before = filesOf(folder);
    const { library, broken } = await openTestLibrary({ folder });
    expect(library.state()).toMatchObject({ coeCount: before.size, problemCount: 0 });
    for (const { id } of library.summaries()) await opened(library, id);
    await library.close();
    expect(filesOf(folder)).toEqual(before);
    expect(broken).toEqual([]);
  });

  it('changes only in the COE that is saved', async () => {
    const folder = copyOf('version-1', 'coes');
    const before = filesOf(folder);
    const { library } = await openTestLibrary({ folder });
    const { coe, revision } = await opened(library, READ);
    expect((await library.save({ ...coe, title: 'Changed' }, revision)).ok).toBe(true);
    const after = filesOf(folder);
    expect(JSON.parse(after.get(path.join('coes', `${READ}.json`)) ?? '')).toMatchObject({ title: 'Changed' });
    expect([...before].filter(([name, text]) => after.get(name) !== text).map(([name]) => name)).toEqual([
      path.join('coes', `${READ}.json`),
    ]);
  });
});

describe('a library of a newer version', () => {
  it('is read as far as this version can, says what it cannot read, and stays as it is', async () => {
    const folder = copyOf('newer-library');
    const before = filesOf(folder);
    const { library, broken } = await openTestLibrary({ folder });
    expect(library.summaries().map(({ id }) => id)).toEqual([READ]);
    expect(library.problems()).toEqual([
      expect.objectContaining({ fileName: `${NOT_READ}.json`, reason: 'newer-version', detail: 'version 2' }),
    ]);
    expect(await library.open(NOT_READ)).toMatchObject({ ok: false });
    expect(await library.patterns.readPatterns()).toMatchObject({
      ok: true,
      value: {
        patterns: [{ id: PATTERN }],
        unreadable: [{ fileName: `${NEWER_PATTERN}.json`, reason: 'newer-version', version: 2 }],
      },
    });
    expect(await library.readQuestions()).toMatchObject({ ok: true, value: { fault: 'newer-version' } });
    await library.close();
    expect(filesOf(folder)).toEqual(before);
    expect(broken).toEqual([]);
  });

  it('keeps what this version does not know in the files that it changes', async () => {
    const folder = copyOf('newer-library');
    const file = path.join(folder, 'coes', `${READ}.json`);
    const before = JSON.parse(readFileSync(file, 'utf8')) as Coe;
    const { library } = await openTestLibrary({ folder });
    const { coe, revision } = await opened(library, READ);
    expect((await library.save({ ...coe, title: 'Changed by an older version' }, revision)).ok).toBe(true);
    const after = JSON.parse(readFileSync(file, 'utf8')) as Coe;
    expect(after).toEqual({ ...before, title: 'Changed by an older version', updatedAt: after.updatedAt });
    expect(after).toMatchObject({ mood: { before: 3, after: 5 }, sections: { context: { language: 'en' } } });
    expect(after.sections.actions.items[0]).toMatchObject({ cost: { amount: 120, currency: 'EUR' } });
  });

  it('refuses own questions beside those that it cannot read', async () => {
    const folder = copyOf('newer-library');
    const newer = readFileSync(path.join(folder, 'questions/questions.json'), 'utf8');
    const { library } = await openTestLibrary({ folder });
    const own = { ...NO_OWN_QUESTIONS, conditions: [{ name: 'Nobody was on call', meaning: '' }] };
    const refused = { ok: false, error: { kind: 'unreadable', fault: { reason: 'newer-version', version: 2 } } };
    expect(await library.changeQuestions(NO_OWN_QUESTIONS, own)).toEqual(refused);
    expect(readFileSync(path.join(folder, 'questions/questions.json'), 'utf8')).toBe(newer);
  });
});
