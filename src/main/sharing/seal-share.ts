import { createHash } from 'node:crypto';

import { canonicalJson } from '#domain/sharing/canonical-json.ts';
import { parseShare, signedText } from '#domain/sharing/parse-share.ts';
import type { ShareFault } from '#domain/sharing/share-fault.ts';
import {
  MAX_SHARE_BYTES,
  type Person,
  SHARE_FORMAT,
  SHARE_VERSION,
  type ShareFile,
  shareFileSchema,
} from '#domain/sharing/share-file.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { decryptWithIdentity, encryptToRecipients } from '#main/encryption/age/recipient-file.ts';
import { parseHeader } from '#main/encryption/age/header.ts';
import { parseRecipient, type Recipient } from '#main/encryption/age/x25519-keys.ts';

import type { SharingIdentity } from './identity.ts';
import { isSignedBy, signText } from './signing-key.ts';

/** A share file before it is signed. */
export type UnsignedShare = ShareFile extends infer File
  ? File extends ShareFile
    ? Pick<File, 'kind' | 'body' | 'share' | 'seq' | 'previous'>
    : never
  : never;

/** The bytes of a share file as it is saved, and the hash of its body, which the next file of the share names. */
export type SealedShare = { readonly bytes: Uint8Array; readonly hash: string };

/**
 * Signs a share file and encrypts it for its reader and its writer. Without a reader, anyone who has the file can read
 * it. Fails with `too-large`, or with `damaged` when the file would not be read again.
 */
export function sealShare(
  share: UnsignedShare,
  from: SharingIdentity,
  to: Person | null,
): Result<SealedShare, ShareFault> {
  const hash = sha256(canonicalJson(share.body));
  const unsigned = {
    format: SHARE_FORMAT,
    version: SHARE_VERSION,
    kind: share.kind,
    share: share.share,
    seq: share.seq,
    previous: share.previous,
    from: from.person,
    to: to?.key ?? null,
    hash,
  };
  const signed = { ...unsigned, sig: signText(from.signing, signedText(unsigned)), body: share.body };
  if (!shareFileSchema.safeParse(signed).success) return fail('damaged');
  const plain = Buffer.from(`${JSON.stringify(signed, null, 1)}\n`);
  if (plain.length > MAX_SHARE_BYTES) return fail('too-large');
  if (to === null) return ok({ bytes: plain, hash });
  const recipients = recipientsOf([to.recipient, from.person.recipient]);
  return recipients === null ? fail('newer-encryption') : ok({ bytes: encryptToRecipients(recipients, plain), hash });
}

/** A share file that was read: verified and meant for the reader. */
export type ReceivedShare = {
  readonly file: ShareFile;
  /** Whom the reader knows by the key that signed the file; null for a stranger, and for the reader's own file. */
  readonly sender: Person | null;
  readonly isOwn: boolean;
  readonly isEncrypted: boolean;
};

/**
 * Reads the bytes of a share file: decrypts it, verifies its hash and its signature, and checks that it is for the
 * reader and that a known name has not got another key. `contacts` are the people whose cards the reader imported.
 * Never throws.
 */
export function readShareFile(
  bytes: Uint8Array,
  identity: SharingIdentity | null,
  contacts: readonly Person[],
): Result<ReceivedShare, ShareFault> {
  if (bytes.length > MAX_SEALED_BYTES) return fail('too-large');
  const isEncrypted = startsLikeAge(bytes);
  const plain = isEncrypted ? decrypt(bytes, identity) : ok(bytes);
  if (!plain.ok) return plain;
  if (plain.value.length > MAX_SHARE_BYTES) return fail('too-large');
  const text = decodeUtf8(plain.value);
  if (text === null) return fail(Buffer.from(plain.value).includes(SHARE_FORMAT) ? 'damaged' : 'not-a-share');
  const parsed = parseShare(text);
  if (!parsed.ok) return parsed;
  const { file, signed, body } = parsed.value;
  if (sha256(body) !== file.hash || !isSignedBy(file.from.key, signed, file.sig)) return fail('damaged');
  const isOwn = file.from.key === identity?.person.key;
  if (!isOwn && file.to !== null && file.to !== identity?.person.key) return fail('for-someone-else');
  const sender = isOwn ? null : (contacts.find(({ key }) => key === file.from.key) ?? null);
  const isChanged = !isOwn && contacts.some((contact) => isOtherCard(contact, file.from));
  return isChanged ? fail('changed-card') : ok({ file, sender, isOwn, isEncrypted });
}

/**
 * Whether a person says to be somebody known by another key: the same name with another signing key, or the same signing
 * key with another key to encrypt to.
 */
export const isOtherCard = (known: Person, { name, key, recipient }: Person): boolean =>
  known.key === key ? known.recipient !== recipient : nameKey(known.name) === nameKey(name);

const nameKey = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** An age header and 16 bytes for each chunk come on top. */
const MAX_SEALED_BYTES = MAX_SHARE_BYTES + 100_000;

const AGE_START = Buffer.from('age-encryption.org/');

const startsLikeAge = (bytes: Uint8Array): boolean => AGE_START.equals(bytes.subarray(0, AGE_START.length));

function decrypt(bytes: Uint8Array, identity: SharingIdentity | null): Result<Uint8Array, ShareFault> {
  const header = parseHeader(bytes);
  if (!header.ok) return fail('damaged');
  const types = header.value.stanzas.map(({ type }) => type);
  if (types.includes('scrypt')) return fail('passphrase');
  const opened = identity === null ? fail('wrong-key' as const) : decryptWithIdentity(identity.encryption, bytes);
  if (opened.ok) return opened;
  if (opened.error !== 'wrong-key') return fail('damaged');
  return fail(types.includes('X25519') ? 'not-for-you' : 'newer-encryption');
}

function recipientsOf(texts: readonly string[]): Recipient[] | null {
  const found = [...new Set(texts)].map(parseRecipient);
  return found.every((recipient) => recipient !== null) ? found : null;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
