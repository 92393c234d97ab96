import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { z } from 'zod';

import { fail, ok, type Result } from '#domain/result.ts';
import { type Person, personSchema } from '#domain/sharing/share-file.ts';
import { calendarDateSchema } from '#domain/time/calendar-date.ts';
import type { AppError } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { decryptWithIdentity, encryptToRecipients } from '#main/encryption/age/recipient-file.ts';

import type { SharingIdentity } from './identity.ts';
import { isOtherCard } from './seal-share.ts';

/** A person whose card was imported, and the day of that. `hasCompared`: both read the words of the card to each other. */
const contactSchema = z.object({ ...personSchema.shape, addedOn: calendarDateSchema, hasCompared: z.boolean() });
export type Contact = z.infer<typeof contactSchema>;
const storedSchema = z.object({ version: z.literal(1), contacts: z.array(contactSchema).max(10_000) });

const fileOf = (folder: string): string => path.join(folder, 'contacts.age');

/** The contacts, by name. Fails with `contacts-unavailable` when they cannot be decrypted or read. */
export async function readContacts(
  folder: string,
  identity: SharingIdentity,
): Promise<Result<readonly Contact[], AppError>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(fileOf(folder));
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok([]) : fail(diskError(error));
  }
  const plain = decryptWithIdentity(identity.encryption, bytes);
  const stored = plain.ok ? storedSchema.safeParse(parse(plain.value.toString('utf8'))) : null;
  if (stored?.success !== true) return fail({ kind: 'sharing', fault: 'contacts-unavailable' });
  return ok(stored.data.contacts.toSorted((first, second) => first.name.localeCompare(second.name, 'en')));
}

/**
 * Adds a person. Somebody known with the same keys stays as they are. Fails with `changed-card` when the name is known
 * with another key: the person must remove the old contact first, on purpose.
 */
export async function addContact(
  folder: string,
  identity: SharingIdentity,
  person: Person,
  addedOn: string,
): Promise<Result<Contact, AppError>> {
  return changeContacts(folder, identity, (contacts) => {
    const known = contacts.find(({ key, recipient }) => key === person.key && recipient === person.recipient);
    if (known !== undefined) return ok({ contacts, value: known });
    if (contacts.some((contact) => isOtherCard(contact, person))) {
      return fail({ kind: 'sharing' as const, fault: 'changed-card' as const });
    }
    const added = { ...person, addedOn, hasCompared: false };
    return ok({ contacts: [...contacts, added], value: added });
  });
}

/** Notes that both read the words of the card to each other. Fails with `not-found` for a key that is not known. */
export const setCompared = (
  folder: string,
  identity: SharingIdentity,
  key: string,
  hasCompared: boolean,
): Promise<Result<Contact, AppError>> =>
  changeContacts(folder, identity, (contacts) => {
    const known = contacts.find((contact) => contact.key === key);
    if (known === undefined) return fail({ kind: 'not-found' as const });
    const changed = { ...known, hasCompared };
    return ok({ contacts: contacts.map((contact) => (contact === known ? changed : contact)), value: changed });
  });

/** Removes a person; what was exchanged with them stays. Succeeds when there is nobody with this key. */
export const removeContact = (
  folder: string,
  identity: SharingIdentity,
  key: string,
): Promise<Result<null, AppError>> =>
  changeContacts(folder, identity, (contacts) =>
    ok({ contacts: contacts.filter((contact) => contact.key !== key), value: null }),
  );

async function changeContacts<Value>(
  folder: string,
  identity: SharingIdentity,
  change: (contacts: readonly Contact[]) => Result<{ contacts: readonly Contact[]; value: Value }, AppError>,
): Promise<Result<Value, AppError>> {
  const read = await readContacts(folder, identity);
  if (!read.ok) return read;
  const changed = change(read.value);
  if (!changed.ok) return changed;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await flushFolder(path.dirname(folder));
  } catch (error) {
    return fail(diskError(error));
  }
  const bytes = encryptToRecipients(
    [identity.encryption.recipient],
    Buffer.from(JSON.stringify({ version: 1, contacts: changed.value.contacts })),
  );
  const written = await replaceFile(fileOf(folder), bytes, async () => ok(true), 0o600);
  return written.ok ? ok(changed.value.value) : written;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
