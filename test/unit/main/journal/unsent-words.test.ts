import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { fail } from '#domain/result.ts';
import type { UnsentWords } from '#ipc/unsent.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { openJournalFolder } from '#main/journal/journal-folder.ts';
import { openUnsentWords } from '#main/journal/unsent-words.ts';
import { filesUnder } from '#test/support/files-under.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

const ID = testId(1);
const ROOT = 'a'.repeat(32);
const CANARY = 'canary-of-an-answer-not-stored-93b7';

const answer = (text: string): UnsentWords => ({ is: 'answer', form: 'answer', text });

/** What the journal has on the disk about forms. */
const unsentFiles = (folder: string) => [...filesUnder(folder)].filter(([name]) => name.includes('unsent'));

it('an answer that was typed but not stored is there when the library is opened again', async () => {
  const { library, ...folders } = await openTestLibrary();
  await library.unsent.save(ID, ROOT, answer('Nobody told me'));
  await library.unsent.save(testId(2), ROOT, answer('In another COE'));
  const again = await openTestLibrary(folders);
  expect(await again.library.unsent.read(ID)).toEqual({
    ok: true,
    value: [{ about: ROOT, words: answer('Nobody told me') }],
  });
  expect(again.broken).toEqual([]);
  // It is no unsaved text of a COE.
  expect(await again.library.journal.listRecovered()).toEqual([]);
});

it('forms that are typed in at once are all kept, and what is stored or given up is forgotten', async () => {
  const { library, journalFolder } = await openTestLibrary();
  await Promise.all(['one', 'two', 'three'].map((about) => library.unsent.save(ID, about, answer(about))));
  await library.unsent.save(ID, 'two', null);
  const left = await library.unsent.read(ID);
  expect(left.ok && left.value.map(({ about }) => about)).toEqual(['one', 'three']);
  await library.unsent.save(ID, 'one', null);
  await library.unsent.save(ID, 'three', null);
  expect(unsentFiles(journalFolder)).toEqual([]);
});

it('nothing of it is readable in an encrypted library, nor with another key', async () => {
  const { library, folder, journalFolder, cacheFolder } = await openTestLibrary({ identity: generateIdentity() });
  await library.unsent.save(ID, ROOT, answer(CANARY));
  const files = unsentFiles(journalFolder);
  expect(files).toHaveLength(1);
  for (const [name, bytes] of files) {
    expect(name).not.toContain(ID);
    expect(bytes.includes(CANARY)).toBe(false);
  }
  const other = await openTestLibrary({ folder, journalFolder, cacheFolder, identity: generateIdentity() });
  expect(await other.library.unsent.read(ID)).toEqual({ ok: true, value: [] });
});

it('it goes with a COE that is deleted permanently', async () => {
  const { library, coes, journalFolder } = await openTestLibrary();
  writeFileSync(path.join(coes, `${ID}.json`), writeCoe(someCoe({}, 1)));
  await library.retry();
  await library.unsent.save(ID, ROOT, answer('Nobody told me'));
  const deleted = await library.delete(ID);
  if (!deleted.ok) throw new Error(deleted.error.kind);
  expect(unsentFiles(journalFolder)).toHaveLength(1);
  await library.deletePermanently([deleted.value.trashId]);
  expect(unsentFiles(journalFolder)).toEqual([]);
});

const DAMAGED = '{"format":"once-uns';
const NEWER = '{"format":"once-unsent","version":2,"forms":{"a":"What a newer version typed"}}';

/** A library in whose journal the file of a COE was replaced by something else. */
async function withFile(text: string) {
  const test = await openTestLibrary();
  await test.library.unsent.save(ID, ROOT, answer('Nobody told me'));
  const [[name] = ['']] = unsentFiles(test.journalFolder);
  writeFileSync(path.join(test.journalFolder, name), text);
  return { ...test, file: path.join(test.journalFolder, name) };
}

it('a damaged file is reported, and stays on the disk beside what is typed next', async () => {
  const { library, journalFolder } = await withFile(DAMAGED);
  const error = { kind: 'unsent-unreadable', reason: 'damaged' };
  expect(await library.unsent.read(ID)).toEqual({ ok: false, error });
  expect(await library.unsent.save(ID, ROOT, answer('Again'))).toEqual({ ok: true, value: null });
  expect(await library.unsent.read(ID)).toMatchObject({ value: [{ words: { text: 'Again' } }] });
  expect(unsentFiles(journalFolder).map(([, bytes]) => bytes.toString())).toContain(DAMAGED);
  // What was set aside goes with the COE.
  await library.unsent.forget(ID);
  expect(unsentFiles(journalFolder)).toEqual([]);
});

it('a damaged file is not touched by a form that is opened and closed', async () => {
  const { library, file } = await withFile(DAMAGED);
  expect(await library.unsent.save(ID, ROOT, null)).toEqual({ ok: true, value: null });
  expect(readFileSync(file, 'utf8')).toBe(DAMAGED);
});

it('a damaged file of an encrypted library is set aside under an encrypted name', async () => {
  const { library, journalFolder } = await openTestLibrary({ identity: generateIdentity() });
  await library.unsent.save(ID, ROOT, answer(CANARY));
  const [[name] = ['']] = unsentFiles(journalFolder);
  writeFileSync(path.join(journalFolder, name), 'not what was encrypted');
  await library.unsent.save(ID, ROOT, answer('Again'));
  expect(unsentFiles(journalFolder)).toHaveLength(2);
  for (const [each] of unsentFiles(journalFolder)) expect(each).not.toContain(ID);
  await library.unsent.forget(ID);
  expect(unsentFiles(journalFolder)).toEqual([]);
});

it('a file of a newer version is never written over', async () => {
  const { library, journalFolder } = await withFile(NEWER);
  const refused = { ok: false, error: { kind: 'unsent-unreadable', reason: 'newer-version' } };
  expect(await library.unsent.read(ID)).toEqual(refused);
  expect(await library.unsent.save(ID, ROOT, answer('Typed here'))).toEqual(refused);
  await library.unsent.save(ID, ROOT, null);
  expect(unsentFiles(journalFolder).map(([, bytes]) => bytes.toString())).toEqual([NEWER]);
});

it('a disk that fails is reported, and what is there is not replaced', async () => {
  const folder = openJournalFolder(temporaryFolder(), PLAIN_CIPHER);
  await openUnsentWords(folder).save(ID, ROOT, answer('Nobody told me'));
  const error = { kind: 'disk', reason: 'input-output', code: 'EIO' } as const;
  const failing = openUnsentWords({ ...folder, find: async () => fail(error) });
  expect(await failing.read(ID)).toEqual({ ok: false, error });
  expect(await failing.save(ID, 'another', answer('Lost?'))).toEqual({ ok: false, error });
  expect(await openUnsentWords(folder).read(ID)).toMatchObject({ value: [{ about: ROOT }] });
});

it('what a person or program put in its place is no reason to fail', async () => {
  const home = temporaryFolder();
  const folder = openJournalFolder(home, PLAIN_CIPHER);
  mkdirSync(path.join(home, 'unsent', `${ID}.json`), { recursive: true });
  expect(await openUnsentWords(folder).save(ID, ROOT, answer('Nobody told me'))).toMatchObject({
    ok: false,
    error: { kind: 'disk' },
  });
});
