import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { z } from 'zod';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { decryptWithPassphrase, encryptWithPassphrase } from '#main/encryption/age/passphrase-file.ts';
import { parseSecret, secretOf, type SharingIdentity } from '#main/sharing/identity.ts';

import type { EncryptedFiles } from './encrypted-files.ts';

const FORMAT = 'once-people';
/** Files below `people`, by their relative path. Other files are not taken along, and none is written elsewhere. */
const PEOPLE_FILE = /^[0-9a-f]{64}\/(?:person|[0-9a-f]{32}\/(?:thread|notes|copy-[1-9]\d{0,6}))$/;
/** The largest backup that is read, in bytes. */
export const MAX_PEOPLE_BACKUP = 500_000_000;

/** The keys, the cards and the files of people, which stay encrypted with those keys. `secret` is both private keys. */
const backupSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  person: z.object({ name: z.string(), key: z.string(), recipient: z.string() }),
  secret: z.string(),
  contacts: z.base64().nullable(),
  files: z.array(z.object({ name: z.string().regex(PEOPLE_FILE), base64: z.base64() })),
});

/** Where the files of People and the keys are. */
export type PeopleFolders = { readonly people: string; readonly sharing: string };

/**
 * Everything of People as one file that is encrypted with a passphrase: one's own keys, the cards of others, and what
 * they shared with notes and threads.
 */
export async function writePeopleBackup(
  folders: PeopleFolders,
  identity: SharingIdentity,
  passphrase: string,
): Promise<Result<Buffer, AppError>> {
  try {
    const names = await readdir(folders.people, { recursive: true }).catch(noneIfMissing);
    const files = [];
    for (const name of names.map((each) => each.replaceAll('\\', '/')).filter((each) => PEOPLE_FILE.test(each))) {
      // oxlint-disable-next-line no-await-in-loop -- a copy can be 5 MB
      files.push({ name, base64: (await readFile(path.join(folders.people, name))).toString('base64') });
    }
    const contacts = await readFile(path.join(folders.sharing, CONTACTS)).catch(nullIfMissing);
    const backup: z.infer<typeof backupSchema> = {
      format: FORMAT,
      version: 1,
      person: identity.person,
      secret: secretOf(identity),
      contacts: contacts?.toString('base64') ?? null,
      files,
    };
    return ok(await encryptWithPassphrase(passphrase, Buffer.from(JSON.stringify(backup))));
  } catch (error) {
    return fail(diskError(error));
  }
}

const CONTACTS = 'contacts.age';

/** What restoring needs. `own` is the identity of this computer, null before the first use. */
export type RestoreDeps = {
  readonly folders: PeopleFolders;
  readonly files: EncryptedFiles;
  readonly own: () => Promise<Result<SharingIdentity | null, AppError>>;
  /** Stores the keys of the backup as those of this computer. */
  readonly adopt: (identity: SharingIdentity) => Promise<Result<null, AppError>>;
};

/**
 * Restores a backup on a computer without keys of its own, or with the same keys. Nothing that is there is replaced, so
 * a second try completes one that was interrupted. Answers with the number of files that were restored.
 */
export async function restorePeopleBackup(
  bytes: Uint8Array,
  passphrase: string,
  { folders, files, own, adopt }: RestoreDeps,
): Promise<Result<{ files: number }, AppError>> {
  const plain = await decryptWithPassphrase(passphrase, bytes);
  if (!plain.ok) return fail({ kind: 'sharing', fault: plain.error === 'wrong-key' ? 'wrong-passphrase' : 'damaged' });
  const backup = backupSchema.safeParse(parse(plain.value.toString('utf8')));
  if (!backup.success) return fail({ kind: 'sharing', fault: 'damaged' });
  const { person, secret, contacts } = backup.data;
  const identity = parseSecret(person, secret);
  if (identity === null) return fail({ kind: 'sharing', fault: 'damaged' });
  const known = await own();
  if (!known.ok) return known;
  if (known.value !== null && known.value.person.key !== person.key) {
    return fail({ kind: 'sharing', fault: 'other-keys' });
  }
  // The keys come first: without them, nothing else can be read.
  const adopted = known.value === null ? await adopt(identity) : ok(null);
  if (!adopted.ok) return adopted;
  let restored = 0;
  for (const { name, base64 } of backup.data.files) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time
    const written = await files.writeMissing(name, Buffer.from(base64, 'base64'));
    if (!written.ok) return written;
    if (written.value) restored += 1;
  }
  if (contacts !== null) {
    const file = path.join(folders.sharing, CONTACTS);
    const there = await readFile(file).catch(nullIfMissing);
    const written =
      there === null ? await replaceFile(file, Buffer.from(contacts, 'base64'), async () => ok(true), 0o600) : ok(null);
    if (!written.ok) return written;
  }
  return ok({ files: restored });
}

const nullIfMissing = (error: unknown): null => {
  if (errnoOf(error) === 'ENOENT') return null;
  throw error;
};
const noneIfMissing = (error: unknown): string[] => nullIfMissing(error) ?? [];

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
