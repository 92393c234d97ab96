import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { z } from 'zod';

import { fail, ok, type Result } from '#domain/result.ts';
import { type Person, personSchema } from '#domain/sharing/share-file.ts';
import type { AppError } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { generateIdentity, type Identity, parseIdentity } from '#main/encryption/age/x25519-keys.ts';

import { generateSigningKey, type SigningKey, signingKeyOf } from './signing-key.ts';

/** Who the person is to others, with the private keys: one signs files, the other decrypts them. */
export type SharingIdentity = {
  readonly person: Person;
  readonly signing: SigningKey;
  readonly encryption: Identity;
};

/** Encrypts a secret with the system's keyring. `seal` returns null where the system has none that protects. */
export type SecretKeeper = {
  readonly seal: (text: string) => Promise<Buffer | null>;
  /**
   * Null when the keyring is locked, or another login sealed it. `isOutdated`: the keyring has a newer key by now, so
   * the text should be sealed again.
   */
  readonly open: (sealed: Buffer) => Promise<{ readonly text: string; readonly isOutdated: boolean } | null>;
};

/** The identity as it is on disk. `secret` is base64 of both private keys, `isSealed` whether the system encrypted it. */
const storedSchema = z.object({
  version: z.literal(1),
  person: personSchema,
  isSealed: z.boolean(),
  secret: z.base64(),
});
const secretSchema = z.object({ signing: z.string().regex(/^[0-9a-f]{64}$/), encryption: z.string() });

/** Where the identity is stored. */
export const identityFileOf = (folder: string): string => path.join(folder, 'identity.json');

/** Makes an identity with new random keys. */
export function generateSharingIdentity(name: string): SharingIdentity {
  const [signing, encryption] = [generateSigningKey(), generateIdentity()];
  return { person: { name, key: signing.text, recipient: encryption.recipient.text }, signing, encryption };
}

/**
 * Reads the identity in a folder; null when there is none yet. Fails with `identity-unavailable` when it cannot be
 * opened, so that nobody makes another in its place.
 */
export async function readIdentity(
  folder: string,
  keeper: SecretKeeper,
): Promise<Result<SharingIdentity | null, AppError>> {
  let text: string;
  try {
    text = await readFile(identityFileOf(folder), 'utf8');
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok(null) : fail(diskError(error));
  }
  const identity = await openIdentity(folder, text, keeper);
  return identity === null ? fail({ kind: 'sharing', fault: 'identity-unavailable' }) : ok(identity);
}

/** Writes the identity, readable by this user of the computer alone, and encrypted where the system has a keyring. */
export async function writeIdentity(
  folder: string,
  identity: SharingIdentity,
  keeper: SecretKeeper,
): Promise<Result<null, AppError>> {
  return storeIdentity(folder, identity, await keeper.seal(secretOf(identity)));
}

/** Stores an identity with its secret as it was sealed; null stores the secret as it is. */
async function storeIdentity(
  folder: string,
  identity: SharingIdentity,
  sealed: Buffer | null,
): Promise<Result<null, AppError>> {
  const stored = {
    version: 1,
    person: identity.person,
    isSealed: sealed !== null,
    secret: (sealed ?? Buffer.from(secretOf(identity))).toString('base64'),
  };
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await flushFolder(path.dirname(folder));
  } catch (error) {
    return fail(diskError(error));
  }
  const bytes = Buffer.from(`${JSON.stringify(stored, null, 2)}\n`);
  const written = await replaceFile(identityFileOf(folder), bytes, async () => ok(true), 0o600);
  return written.ok ? ok(null) : written;
}

async function openIdentity(folder: string, text: string, keeper: SecretKeeper): Promise<SharingIdentity | null> {
  const stored = storedSchema.safeParse(parse(text));
  if (!stored.success) return null;
  const { person, isSealed, secret } = stored.data;
  const bytes = Buffer.from(secret, 'base64');
  if (!isSealed) return parseSecret(person, bytes.toString('utf8'));
  const opened = await keeper.open(bytes);
  const identity = parseSecret(person, opened?.text ?? '');
  if (identity !== null && opened?.isOutdated === true) await sealAgain(folder, identity, keeper);
  return identity;
}

/** Seals an identity with the newer key of the keyring, if that can be opened again. Otherwise the file stays as it is. */
async function sealAgain(folder: string, identity: SharingIdentity, keeper: SecretKeeper): Promise<void> {
  const secret = secretOf(identity);
  const sealed = await keeper.seal(secret).catch(() => null);
  if (sealed !== null && (await keeper.open(sealed))?.text === secret) await storeIdentity(folder, identity, sealed);
}

/** Both private keys as text. */
export const secretOf = ({ signing, encryption }: Pick<SharingIdentity, 'signing' | 'encryption'>): string =>
  JSON.stringify({ signing: signing.seed.toString('hex'), encryption: encryption.text });

/** The identity of a person from the text of `secretOf`; null unless it has the private keys of that person. */
export function parseSecret(person: Person, secret: string): SharingIdentity | null {
  const opened = secretSchema.safeParse(parse(secret));
  if (!opened.success) return null;
  const encryption = parseIdentity(opened.data.encryption);
  const signing = signingKeyOf(Buffer.from(opened.data.signing, 'hex'));
  if (encryption?.recipient.text !== person.recipient || signing.text !== person.key) return null;
  return { person, signing, encryption };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
