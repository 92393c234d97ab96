import { open as openFile } from 'node:fs/promises';

import { fail, ok, type Result } from '#domain/result.ts';
import { MAX_SHARE_BYTES, type Person, type ShareFileOf } from '#domain/sharing/share-file.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { OpenedFile } from '#ipc/people.ts';
import type { ReplyImport } from '#ipc/threads.ts';
import { diskError } from '#main/disk/disk-error.ts';
import { readToEnd } from '#main/disk/read-to-end.ts';
import { cardWords, readCard } from '#main/sharing/cards.ts';
import type { SharingIdentity } from '#main/sharing/identity.ts';
import { readShareFile } from '#main/sharing/seal-share.ts';

import { importCopy, importWithdrawal } from './import-share.ts';
import type { PeopleStore } from './people-store.ts';

/** What opening a shared file needs of the rest of sharing. */
export type SharedFileDeps = {
  readonly store: PeopleStore;
  readonly identity: () => Promise<Result<SharingIdentity, AppError>>;
  /** The people whose cards were opened. */
  readonly contacts: () => Promise<Result<readonly Person[], AppError>>;
  /** Adds a card; `isNew` is false when it was known. */
  readonly addContact: (person: Person) => Promise<Result<{ isNew: boolean }, AppError>>;
  /**
   * Merges a verified reply into the threads of one's own COE. `accepted` is the signing key of somebody whose replies
   * to a copy for anyone the person accepts; null if nobody was asked yet.
   */
  readonly importReply: (file: ShareFileOf<'reply'>, accepted: string | null) => Promise<Result<ReplyImport, AppError>>;
};

/** Larger files are not read. Encryption adds a little to the limit of a share file. */
const MOST_BYTES = MAX_SHARE_BYTES + 200_000;

/**
 * Opens a file that somebody sent: a card, a copy, a withdrawal or a reply. Everything is verified before anything is
 * written. `accepted` is for a reply, see `importReply`. Fails with `sharing` and the reason when the file is refused.
 */
export async function openSharedFile(
  file: string,
  deps: SharedFileDeps,
  accepted: string | null = null,
): Promise<Result<OpenedFile, AppError>> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  if (/^\s*\{[^{}]*"once-card"/.test(bytes.value.subarray(0, 4_096).toString('utf8'))) {
    return openCard(bytes.value, deps);
  }
  const own = await deps.identity();
  if (!own.ok) return own;
  const contacts = await deps.contacts();
  if (!contacts.ok) return contacts;
  const people = await peopleWhoShared(deps.store);
  if (!people.ok) return people;
  const known = [
    ...contacts.value,
    ...people.value.filter(({ key }) => !contacts.value.some((each) => each.key === key)),
  ];
  const received = readShareFile(bytes.value, own.value, known);
  if (!received.ok) return fail({ kind: 'sharing', fault: received.error });
  const { file: share, isOwn } = received.value;
  if (isOwn) return ok({ is: 'own' });
  const { name } = share.from;
  switch (share.kind) {
    case 'reply': {
      const reply = await deps.importReply(share, accepted);
      return reply.ok ? ok({ is: 'reply', reply: reply.value }) : reply;
    }
    case 'withdrawal': {
      const done = await importWithdrawal(deps.store, share);
      return done.ok ? ok({ is: 'withdrawal', person: done.value.person, name, copies: done.value.copies }) : done;
    }
    case 'copy': {
      const done = await importCopy(deps.store, share, own.value.person.key);
      if (!done.ok) return done;
      const isStranger = !known.some(({ key }) => key === share.from.key);
      return ok({ is: 'copy', ...done.value, name, isStranger, words: cardWords(share.from) });
    }
  }
}

async function openCard(bytes: Buffer, { addContact }: SharedFileDeps): Promise<Result<OpenedFile, AppError>> {
  const card = readCard(bytes);
  if (!card.ok) return fail({ kind: 'sharing', fault: card.error });
  const added = await addContact(card.value);
  if (!added.ok) return added;
  return ok({ is: 'card', name: card.value.name, words: cardWords(card.value), isNew: added.value.isNew });
}

/** Who shared something, by the last file: a changed card is found even when no card was opened. */
async function peopleWhoShared(store: PeopleStore): Promise<Result<Person[], AppError>> {
  const ids = await store.people();
  if (!ids.ok) return ids;
  const records = await Promise.all(ids.value.map(store.readPerson));
  return ok(records.flatMap((record) => (record.ok && record.value !== null ? [record.value.person] : [])));
}

/** The bytes of a file. Fails with `too-large` when it has more than `most`. */
export async function readBytes(file: string, most = MOST_BYTES): Promise<Result<Buffer, AppError>> {
  try {
    const handle = await openFile(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size > most) return fail({ kind: 'sharing', fault: 'too-large' });
      return ok(await readToEnd(handle, size));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return fail(diskError(error));
  }
}
