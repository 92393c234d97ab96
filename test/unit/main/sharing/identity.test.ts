import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { cardWords, readCard, writeCard } from '#main/sharing/cards.ts';
import { addContact, readContacts, removeContact, setCompared } from '#main/sharing/contacts.ts';
import { identityFileOf, readIdentity, type SecretKeeper, writeIdentity } from '#main/sharing/identity.ts';
import { createSecretKeeper } from '#main/sharing/secret-keeper.ts';
import { fakedKeychain } from '#test/support/faked-keychain.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

import { COACH, STRANGER, WRITER } from './share-fixtures.ts';

const NO_KEYRING: SecretKeeper = { seal: async () => null, open: async () => null };
const KEYRING: SecretKeeper = {
  seal: async (text) => Buffer.from(text).map((byte) => byte ^ 0x55) as Buffer,
  open: async (sealed) => ({ text: Buffer.from(sealed.map((byte) => byte ^ 0x55)).toString(), isOutdated: false }),
};

describe('the identity', () => {
  it('comes back as it was written, for this user of the computer alone', async () => {
    const folder = path.join(temporaryFolder(), 'sharing');
    expect(await readIdentity(folder, NO_KEYRING)).toEqual({ ok: true, value: null });
    await writeIdentity(folder, WRITER, NO_KEYRING);
    const read = await readIdentity(folder, NO_KEYRING);
    expect(read).toMatchObject({ ok: true, value: { person: WRITER.person } });
    if (process.platform !== 'win32') expect(statSync(identityFileOf(folder)).mode & 0o777).toBe(0o600);
  });

  it('is encrypted where the system has a keyring, and is not replaced while the keyring is locked', async () => {
    const folder = temporaryFolder();
    await writeIdentity(folder, WRITER, KEYRING);
    const stored = JSON.parse(readFileSync(identityFileOf(folder), 'utf8')) as { secret: string };
    expect(Buffer.from(stored.secret, 'base64').toString('latin1')).not.toContain(WRITER.encryption.text);
    expect((await readIdentity(folder, KEYRING)).ok).toBe(true);
    const unavailable = { ok: false, error: { kind: 'sharing', fault: 'identity-unavailable' } };
    expect(await readIdentity(folder, NO_KEYRING)).toEqual(unavailable);
    writeFileSync(identityFileOf(folder), '{}');
    expect(await readIdentity(folder, KEYRING)).toEqual(unavailable);
  });

  it('is sealed again with a newer key of the keyring, and stays as it is where that cannot be opened', async () => {
    const folder = temporaryFolder();
    const stored = () => readFileSync(identityFileOf(folder), 'utf8');
    const { system, mood } = fakedKeychain();
    await writeIdentity(folder, WRITER, createSecretKeeper(system));
    const first = stored();
    mood('rotated');
    const broken = { ...createSecretKeeper(system), seal: async () => Buffer.from('second:nothing') };
    expect((await readIdentity(folder, broken)).ok).toBe(true);
    expect(stored()).toBe(first);
    expect((await readIdentity(folder, createSecretKeeper(system))).ok).toBe(true);
    expect(stored()).not.toBe(first);
    expect(await readIdentity(folder, createSecretKeeper(system))).toMatchObject({ value: { person: WRITER.person } });
  });
});

describe('a card', () => {
  it('has the name and both keys, and words that only the same keys have', () => {
    expect(readCard(writeCard(COACH))).toEqual({ ok: true, value: COACH.person });
    expect(cardWords(COACH.person).join(' ')).toMatch(/^(?:[a-z]{4} ){7}[a-z]{4}$/);
    expect(cardWords(COACH.person)).not.toEqual(cardWords({ ...COACH.person, recipient: WRITER.person.recipient }));
    expect(cardWords(COACH.person)).not.toEqual(cardWords(WRITER.person));
  });

  it('is refused when it was changed, is another file, or has a key of a newer kind', () => {
    const card = Buffer.from(writeCard(COACH)).toString();
    const other = (changes: (text: string) => string) => readCard(Buffer.from(changes(card)));
    expect(other((text) => text.replace('Cleo', 'Chloe'))).toEqual({ ok: false, error: 'damaged' });
    expect(other((text) => text.replace(COACH.person.recipient, STRANGER.person.recipient))).toEqual({
      ok: false,
      error: 'damaged',
    });
    expect(other(() => 'a holiday picture')).toEqual({ ok: false, error: 'not-a-card' });
    expect(other((text) => text.replace('"version": 1', '"version": 2'))).toEqual({
      ok: false,
      error: 'newer-version',
    });
    expect(other((text) => text.replace('"age1', '"age1pq1'))).toEqual({ ok: false, error: 'newer-encryption' });
  });
});

describe('contacts', () => {
  it('are stored encrypted, and adding somebody twice adds them once', async () => {
    const folder = path.join(temporaryFolder(), 'sharing');
    await addContact(folder, WRITER, COACH.person, '2026-06-01');
    await addContact(folder, WRITER, COACH.person, '2026-07-01');
    expect(await setCompared(folder, WRITER, COACH.person.key, true)).toMatchObject({ ok: true });
    const contact = { ...COACH.person, addedOn: '2026-06-01', hasCompared: true };
    expect(await readContacts(folder, WRITER)).toEqual({ ok: true, value: [contact] });
    expect(readFileSync(path.join(folder, 'contacts.age')).toString('latin1')).not.toContain('Cleo');
    expect(await readContacts(folder, STRANGER)).toMatchObject({ error: { fault: 'contacts-unavailable' } });
    await removeContact(folder, WRITER, COACH.person.key);
    expect(await readContacts(folder, WRITER)).toEqual({ ok: true, value: [] });
  });

  it('refuse another key for a known name until the old contact was removed', async () => {
    const folder = temporaryFolder();
    await addContact(folder, WRITER, COACH.person, '2026-06-01');
    const impostor = { ...STRANGER.person, name: COACH.person.name };
    const refused = await addContact(folder, WRITER, impostor, '2026-06-02');
    expect(refused).toEqual({ ok: false, error: { kind: 'sharing', fault: 'changed-card' } });
    await removeContact(folder, WRITER, COACH.person.key);
    expect((await addContact(folder, WRITER, impostor, '2026-06-03')).ok).toBe(true);
  });
});
