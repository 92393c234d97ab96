import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { temporaryName } from '#main/disk/temporary-name.ts';
import { createAgeCipher } from '#main/encryption/age-cipher.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { mayRecover, currentOwner } from '#main/vault/change-owner.ts';
import { decryptLibrary, encryptLibrary, type ConversionRequest } from '#main/vault/convert-library.ts';
import { unlockKeyFiles } from '#main/vault/key-files.ts';
import { recoverConversion } from '#main/vault/recover-conversion.ts';
import { holdsEncryptedFiles, readDescription, writeDescription } from '#main/vault/vault-description.ts';
import { vaultPathsOf } from '#main/vault/vault-paths.ts';
import { filesUnder } from '#test/support/files-under.ts';
import { testId } from '#test/support/test-ids.ts';
import { coeText, libraryOnDisk, QUICK_WORK } from '#test/support/vault-library.ts';

const identity = generateIdentity();
const cipher = createAgeCipher(identity);
const secrets = {
  passphrase: 'a good passphrase',
  recoveryKey: '0000-1111-2222-3333-4444-5555-6666',
  workFactor: QUICK_WORK,
};
const done = { ok: true, value: null };

function library(): { folder: string; coes: string; change: ConversionRequest } {
  const { home, folder, cacheFolder } = libraryOnDisk();
  const outside = { caches: [cacheFolder], journal: path.join(home, 'journal') };
  return {
    folder,
    coes: path.join(folder, 'coes'),
    change: { folder, identity, external: outside, onProgress: () => undefined },
  };
}

test('own questions are encrypted and decrypted with the library', async () => {
  const { folder, change } = library();
  const questions = path.join(folder, 'questions');
  mkdirSync(questions);
  writeFileSync(path.join(questions, 'questions.json'), '{"format":"once-questions","version":1}');
  expect(await encryptLibrary(change, secrets)).toEqual(done);
  const [name = ''] = readdirSync(questions);
  expect(cipher.decryptName(name)).toBe('questions.json');
  expect(readFileSync(path.join(questions, name), 'utf8')).not.toContain('once-questions');
  expect(await decryptLibrary(change)).toEqual(done);
  expect(readFileSync(path.join(questions, 'questions.json'), 'utf8')).toContain('once-questions');
});

test('a library holds encrypted files from the beginning of its encryption until it is decrypted, also if a damaged file keeps its keys', async () => {
  const { folder, coes, change } = library();
  const during: boolean[] = [];
  const watched: ConversionRequest = {
    ...change,
    onProgress: () => void holdsEncryptedFiles(folder).then((holds) => during.push(holds)),
  };
  expect(await holdsEncryptedFiles(folder)).toBe(false);
  expect(await encryptLibrary(watched, secrets)).toEqual(done);
  expect(await holdsEncryptedFiles(folder)).toBe(true);
  writeFileSync(path.join(coes, cipher.encryptName(`${testId(2)}.json`)), 'damaged');
  expect(await decryptLibrary(watched)).toEqual(done);
  expect(await readDescription(folder)).toMatchObject({ state: 'plain', change: null });
  expect(await holdsEncryptedFiles(folder)).toBe(false);
  expect(during.length).toBeGreaterThan(0);
  expect(during).not.toContain(false);
});

test('patterns are encrypted and decrypted with the library', async () => {
  const { folder, change } = library();
  const patterns = path.join(folder, 'patterns');
  mkdirSync(patterns);
  writeFileSync(path.join(patterns, 'p1.json'), '{"id":"p1","words":"I said yes"}');
  expect(await encryptLibrary(change, secrets)).toEqual(done);
  const [name = ''] = readdirSync(patterns);
  expect(cipher.decryptName(name)).toBe('p1.json');
  expect(readFileSync(path.join(patterns, name), 'utf8')).not.toContain('I said yes');
  expect(await decryptLibrary(change)).toEqual(done);
  expect(readFileSync(path.join(patterns, 'p1.json'), 'utf8')).toContain('I said yes');
});

test('pictures are encrypted and decrypted with the library, names included', async () => {
  const { folder, change } = library();
  const attachments = path.join(folder, 'attachments');
  mkdirSync(attachments);
  const name = `${'0'.repeat(64)}.png`;
  writeFileSync(path.join(attachments, name), 'a picture');
  expect(await encryptLibrary(change, secrets)).toEqual(done);
  const [encrypted = ''] = readdirSync(attachments);
  expect([cipher.decryptName(encrypted), encrypted.includes('0000')]).toEqual([name, false]);
  expect(readFileSync(path.join(attachments, encrypted), 'utf8')).not.toContain('a picture');
  expect(await decryptLibrary(change)).toEqual(done);
  expect(readFileSync(path.join(attachments, name), 'utf8')).toBe('a picture');
});

test('what was typed in forms is encrypted and decrypted with the library', async () => {
  const { change } = library();
  const unsent = path.join(change.external.journal, 'unsent');
  mkdirSync(unsent, { recursive: true });
  writeFileSync(path.join(unsent, `${testId(1)}.json`), '{"items":[{"about":"q1","words":"Nobody told me"}]}');
  expect(await encryptLibrary(change, secrets)).toEqual(done);
  const [name = ''] = readdirSync(unsent);
  expect(cipher.decryptName(name)).toBe(`${testId(1)}.json`);
  expect(readFileSync(path.join(unsent, name), 'utf8')).not.toContain('Nobody told me');
  expect(await decryptLibrary(change)).toEqual(done);
  expect(readFileSync(path.join(unsent, `${testId(1)}.json`), 'utf8')).toContain('Nobody told me');
});

describe('foreign files', () => {
  test('keep their names and bytes through encryption and decryption', async () => {
    const { folder, coes, change } = library();
    writeFileSync(path.join(coes, 'notes.txt'), 'mine');
    writeFileSync(path.join(coes, '.DS_Store'), 'the system’s');
    mkdirSync(path.join(coes, 'a folder'));
    writeFileSync(path.join(coes, 'a folder', 'picture.png'), 'a picture');
    symlinkSync('/etc/hostname', path.join(coes, 'link.json'));
    const before = filesUnder(folder);
    expect(await encryptLibrary(change, secrets)).toEqual(done);
    expect(readFileSync(path.join(coes, 'notes.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(path.join(coes, 'a folder', 'picture.png'), 'utf8')).toBe('a picture');
    expect(readdirSync(coes)).toEqual(expect.arrayContaining(['.DS_Store', 'link.json']));
    expect(await decryptLibrary(change)).toEqual(done);
    expect(filesUnder(folder)).toEqual(before);
  });

  test('do not include an unreadable COE, which is encrypted like the rest', async () => {
    const { coes, change } = library();
    writeFileSync(path.join(coes, 'broken.json'), '{ "title": "half a sen');
    expect(await encryptLibrary(change, secrets)).toEqual(done);
    expect(readdirSync(coes)).toContain(cipher.encryptName('broken.json'));
    expect(await decryptLibrary(change)).toEqual(done);
    expect(readFileSync(path.join(coes, 'broken.json'), 'utf8')).toBe('{ "title": "half a sen');
  });
});

test('do not include a damaged file, which is kept with its keys on decryption', async () => {
  const { folder, coes, change } = library();
  await encryptLibrary(change, secrets);
  const name = cipher.encryptName(`${testId(2)}.json`);
  const damaged = readFileSync(path.join(coes, name)).subarray(0, -1);
  writeFileSync(path.join(coes, name), damaged);
  expect(await decryptLibrary(change)).toEqual(done);
  expect(readdirSync(coes).toSorted()).toEqual([`${testId(1)}.json`, `${testId(3)}.json`, name].toSorted());
  expect(readFileSync(path.join(coes, name))).toEqual(damaged);
  expect((await unlockKeyFiles(vaultPathsOf(folder), secrets.passphrase)).ok).toBe(true);
  expect(await recoverConversion(folder, change.external)).toEqual({ ok: true, value: 'plain' });
  const again = { ...change, identity: generateIdentity() };
  expect(await encryptLibrary(again, secrets)).toEqual(done);
  expect(readdirSync(folder)).toContain('vault-earlier');
});

test('are not deleted when they appear or change after the copy', async () => {
  const { folder, coes, change } = library();
  let isFirst = true;
  const meddling: ConversionRequest = {
    ...change,
    onProgress: (copied, total) => {
      if (copied !== total || !isFirst) return;
      isFirst = false;
      writeFileSync(path.join(coes, `${testId(8)}.json`), coeText(8));
      writeFileSync(path.join(coes, `${testId(1)}.json`), coeText(1).replace('vogel 1', 'vogel eins'));
      utimesSync(path.join(coes, `${testId(1)}.json`), 1_900_000_000, 1_900_000_000);
    },
  };
  expect(await encryptLibrary(meddling, secrets)).toEqual(done);
  const texts = [1, 8].map((number) => {
    const opened = cipher.decrypt(readFileSync(path.join(coes, cipher.encryptName(`${testId(number)}.json`))));
    return opened.ok ? Buffer.from(opened.value).toString() : '';
  });
  expect(texts[0]).toContain('vogel eins');
  expect(texts[1]).toBe(coeText(8));
  expect(readdirSync(folder).toSorted()).toEqual(['coes', 'trash', 'vault', 'versions']);
});

test('in a folder beside ours are not mistaken for our copy', async () => {
  const { folder, change } = library();
  mkdirSync(path.join(folder, 'coes.new'));
  writeFileSync(path.join(folder, 'coes.new', 'theirs.json'), 'theirs');
  const before = filesUnder(folder);
  expect(await encryptLibrary(change, secrets)).toEqual({ ok: false, error: { kind: 'exists-already' } });
  expect(filesUnder(folder)).toEqual(before);
});

describe('a conversion begun by another computer', () => {
  const since = new Date().toISOString();
  test('is left to it, with its files untouched', async () => {
    const { folder, change } = library();
    await encryptLibrary(change, secrets);
    const paths = vaultPathsOf(folder);
    await writeDescription(paths, {
      recipient: identity.recipient.text,
      state: 'plain',
      change: { kind: 'encrypting', by: 'another:1', since },
    });
    mkdirSync(path.join(folder, 'coes.new'));
    const before = filesUnder(folder);
    expect(await recoverConversion(folder, change.external)).toEqual({
      ok: false,
      error: { kind: 'vault', reason: 'changing-elsewhere' },
    });
    expect(filesUnder(folder)).toEqual(before);
  });

  test('is not disturbed by a read-only process', async () => {
    const { folder, change } = library();
    await encryptLibrary(change, secrets);
    const written = path.join(vaultPathsOf(folder).folder, temporaryName('being-written'));
    writeFileSync(written, 'half of it');
    const stands = { ok: true, value: 'encrypted' };
    expect(await recoverConversion(folder, change.external, true)).toEqual(stands);
    expect(existsSync(written)).toBe(true);
    expect(await recoverConversion(folder, change.external)).toEqual(stands);
    expect(existsSync(written)).toBe(false);
  });

  test('counts as abandoned after an hour, or at once when its process on this computer is gone', () => {
    const later = Date.parse(since) + 61 * 60_000;
    expect(mayRecover('another:1', since, Date.parse(since) + 60_000)).toBe(false);
    expect(mayRecover('another:1', since, later)).toBe(true);
    expect(mayRecover(currentOwner(), since)).toBe(true);
    expect(mayRecover(currentOwner().replace(/\d+$/, '1'), since)).toBe(false);
    expect(mayRecover(currentOwner().replace(/\d+$/, '99999999'), since)).toBe(true);
  });
});

describe('a vault description lost or rolled back by a sync service', () => {
  test('never causes keys to be deleted', async () => {
    const { folder, change } = library();
    await encryptLibrary(change, secrets);
    const paths = vaultPathsOf(folder);
    const recipient = identity.recipient.text;
    const stale = {
      recipient,
      state: 'plain',
      change: { kind: 'encrypting', by: currentOwner(), since: '2026-01-01' },
    } as const;
    for (const lie of [() => writeDescription(paths, stale), async () => writeFileSync(paths.description, '{ half')]) {
      await lie();
      expect(await readDescription(folder)).toMatchObject({ state: 'encrypted', change: null });
      expect(await recoverConversion(folder, change.external)).toEqual({ ok: true, value: 'encrypted' });
      expect((await unlockKeyFiles(paths, secrets.passphrase)).ok).toBe(true);
    }
  });
});
