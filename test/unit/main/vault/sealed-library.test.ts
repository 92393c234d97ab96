import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import type { Library } from '#main/library/library-api.ts';
import { createAgeCipher } from '#main/encryption/age-cipher.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { ageDecrypt } from '#test/support/age-command.ts';
import { skipWithout } from '#test/support/skip-without.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { testId } from '#test/support/test-ids.ts';
import { filesUnder } from '#test/support/files-under.ts';
import { CANARY, coeText, filesWith } from '#test/support/vault-library.ts';

const identity = generateIdentity();
const cipher = createAgeCipher(identity);

const NEW = { kind: 'outage', happened: { precision: 'unknown', value: '', approximate: false } } as const;

async function make(library: Library, title: string): Promise<{ id: string; revision: string }> {
  const made = await library.create({ ...NEW, title });
  if (!made.ok) throw new Error(made.error.kind);
  return { id: made.value.coe.id, revision: made.value.revision };
}

const found = async (library: Library, text: string): Promise<string[]> =>
  (await library.list({ filter: emptyFilter(), text, order: 'happened-newest', offset: 0, limit: 50 })).rows.map(
    (row) => row.title,
  );

describe('an encrypted library', () => {
  test('supports writing, search, delete, restore and reopening, with nothing readable on disk', async () => {
    const first = await openTestLibrary({ identity });
    const { library } = first;
    const kept = await make(library, `${CANARY} kept`);
    const gone = await make(library, `${CANARY} gone`);
    const opened = await library.open(kept.id);
    if (!opened.ok) throw new Error(opened.error.kind);
    const saved = await library.save({ ...opened.value.coe, summary: `${CANARY} zwitschert` }, kept.revision);
    expect(saved.ok).toBe(true);
    const deleted = await library.delete(gone.id);
    expect(await library.listTrash()).toMatchObject({ ok: true, value: [{ coeId: gone.id, title: `${CANARY} gone` }] });
    expect(await found(library, 'zwitschert')).toEqual([`${CANARY} kept`]);
    if (deleted.ok)
      expect(await library.restore(deleted.value.trashId)).toEqual({ ok: true, value: { coeId: gone.id } });
    expect((await found(library, CANARY)).length).toBe(2);
    await library.close();

    expect(filesUnder(first.cacheFolder).size).toBeGreaterThan(1);
    for (const home of [first.folder, first.cacheFolder]) {
      for (const word of [CANARY, CANARY.toLowerCase(), 'once-coe', kept.id]) expect(filesWith(home, word)).toEqual([]);
    }
    const again = await openTestLibrary({ identity, folder: first.folder, cacheFolder: first.cacheFolder });
    expect((await found(again.library, 'zwitschert')).length).toBe(1);
    expect(again.library.state()).toMatchObject({ coeCount: 2, problemCount: 0 });
    expect([...first.broken, ...again.broken]).toEqual([]);
  });

  test('is shown from the encrypted catalogue when reopened', async () => {
    const first = await openTestLibrary({ identity });
    await make(first.library, `${CANARY} from the cache`);
    await first.library.close();
    const again = await openTestLibrary({
      identity,
      folder: first.folder,
      cacheFolder: first.cacheFolder,
      wait: false,
    });
    expect(again.library.state().coeCount).toBe(1);
  });

  test('has files that the age command decrypts to the same JSON', async (context) => {
    skipWithout('age', context);
    const { library, coes } = await openTestLibrary({ identity });
    const { id } = await make(library, `${CANARY} without us`);
    const [name = ''] = readdirSync(coes);
    expect(cipher.decryptName(name)).toBe(`${id}.json`);
    expect(JSON.parse(ageDecrypt(identity.text, readFileSync(path.join(coes, name))).toString())).toMatchObject({
      format: 'once-coe',
      id,
      title: `${CANARY} without us`,
    });
  });

  test('accepts a file encrypted to its recipient by the age command', async () => {
    const { library, coes } = await openTestLibrary({ identity });
    writeFileSync(path.join(coes, cipher.encryptName(`${testId(7)}.json`)), cipher.encrypt(Buffer.from(coeText(7))));
    await library.reconcile();
    expect(library.summaries().map((summary) => summary.title)).toEqual([`${CANARY} 7`]);
  });

  test('recognises a conflict copy by its content, and quarantines it unchanged', async () => {
    const { library, coes, folder } = await openTestLibrary({ identity });
    const { id } = await make(library, 'one');
    const [name = ''] = readdirSync(coes);
    const copy = name.replace('.age', ' (conflicted copy 2024-01-15).age');
    const sealed = cipher.encrypt(Buffer.from(coeText(1).replaceAll(testId(1), id)));
    writeFileSync(path.join(coes, copy), sealed);
    await library.reconcile();
    expect(library.problems()).toMatchObject([{ fileName: copy, reason: 'conflict-copy', coeId: id }]);
    const read = await library.readCopy(copy);
    if (!read.ok) throw new Error(read.error.kind);
    expect(read.value.coe.title).toBe(`${CANARY} 1`);
    expect((await library.quarantineCopy(copy, read.value.revision)).ok).toBe(true);
    expect(readFileSync(path.join(folder, 'set-aside', copy)).equals(sealed)).toBe(true);
    expect(library.problems()).toEqual([]);
  });

  test('lists damaged, foreign and plaintext files as problems and leaves them unchanged', async () => {
    const { library, coes } = await openTestLibrary({ identity });
    const { id } = await make(library, 'one');
    const [name = ''] = readdirSync(coes);
    const file = path.join(coes, name);
    const good = readFileSync(file);
    writeFileSync(file, good.subarray(0, -1));
    writeFileSync(path.join(coes, `${testId(5)}.json`), coeText(5));
    const another = createAgeCipher(generateIdentity());
    writeFileSync(path.join(coes, 'from-elsewhere.age'), another.encrypt(Buffer.from(coeText(8))));
    const moved = cipher.encryptName(`${testId(6)}.json`);
    writeFileSync(path.join(coes, moved), good);
    writeFileSync(path.join(coes, 'notes.txt'), 'not ours');
    await library.reconcile();
    expect(Object.fromEntries(library.problems().map(({ fileName, reason }) => [fileName, reason]))).toEqual({
      [name]: 'not-opened',
      [`${testId(5)}.json`]: 'not-sealed',
      'from-elsewhere.age': 'not-sealed',
      [moved]: 'wrong-name',
    });
    expect(library.problemPath(`${testId(5)}.json`)).toBe(path.join(coes, `${testId(5)}.json`));
    expect(await library.open(id)).toEqual({
      ok: false,
      error: { kind: 'unreadable', fault: { reason: 'not-opened' } },
    });
    expect(await library.open(testId(5))).toEqual({ ok: false, error: { kind: 'not-found' } });
    expect(readFileSync(path.join(coes, `${testId(5)}.json`), 'utf8')).toBe(coeText(5));
    writeFileSync(file, good);
    await library.reconcile();
    expect((await library.open(id)).ok).toBe(true);
  });

  test('does not overwrite an outside change', async () => {
    const { library, coes } = await openTestLibrary({ identity });
    const { id, revision } = await make(library, 'mine');
    const opened = await library.open(id);
    if (!opened.ok) throw new Error(opened.error.kind);
    const [name = ''] = readdirSync(coes);
    const theirs = JSON.stringify({ ...opened.value.coe, title: 'theirs' });
    writeFileSync(path.join(coes, `${name}.tmp`), cipher.encrypt(Buffer.from(theirs)));
    renameSync(path.join(coes, `${name}.tmp`), path.join(coes, name));
    const saved = await library.save({ ...opened.value.coe, title: 'mine again' }, revision);
    expect(saved).toMatchObject({
      ok: false,
      error: { kind: 'changed-outside', current: { coe: { title: 'theirs' } } },
    });
  });

  test('opens nothing with another key and changes nothing', async () => {
    const first = await openTestLibrary({ identity });
    await make(first.library, `${CANARY} kept`);
    await first.library.close();
    const before = filesUnder(first.folder);
    const other = await openTestLibrary({
      identity: generateIdentity(),
      folder: first.folder,
      cacheFolder: first.cacheFolder,
    });
    expect(other.library.state()).toMatchObject({ coeCount: 0, problemCount: 1 });
    await other.library.close();
    expect(filesUnder(first.folder)).toEqual(before);
  });
});
