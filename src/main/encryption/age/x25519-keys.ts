import { createPrivateKey, createPublicKey, type KeyObject, randomBytes } from 'node:crypto';

import { fromBech32, toBech32 } from './bech32.ts';

/** The DER prefixes of a 32-byte X25519 key, public and private (RFC 8410). */
const PUBLIC_FORM = Buffer.from('302a300506032b656e032100', 'hex');
const PRIVATE_FORM = Buffer.from('302e020100300506032b656e04220420', 'hex');

const KEY_LENGTH = 32;
const IDENTITY_PREFIX = 'age-secret-key-';
const RECIPIENT_PREFIX = 'age';

/** A public key, to which files are encrypted. `text` is `age1…`, `raw` has 32 bytes. */
export type Recipient = { readonly text: string; readonly raw: Buffer; readonly key: KeyObject };

/**
 * A private key, which decrypts files encrypted to its recipient. `text` is `AGE-SECRET-KEY-1…`, `raw` has 32 bytes.
 */
export type Identity = {
  readonly text: string;
  readonly raw: Buffer;
  readonly key: KeyObject;
  readonly recipient: Recipient;
};

/** Generates a random identity. */
export const generateIdentity = (): Identity => identityOf(randomBytes(KEY_LENGTH));

/** Parses `AGE-SECRET-KEY-1…`; null for anything else. */
export function parseIdentity(text: string): Identity | null {
  const raw = fromBech32(IDENTITY_PREFIX, text);
  return raw === null || raw.length !== KEY_LENGTH ? null : identityOf(raw);
}

/** Parses `age1…`; null for anything else. */
export function parseRecipient(text: string): Recipient | null {
  const raw = fromBech32(RECIPIENT_PREFIX, text);
  return raw === null || raw.length !== KEY_LENGTH ? null : recipientOf(raw);
}

function identityOf(raw: Buffer): Identity {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_FORM, raw]), format: 'der', type: 'pkcs8' });
  return { text: toBech32(IDENTITY_PREFIX, raw).toUpperCase(), raw, key, recipient: recipientOf(rawPublicKey(key)) };
}

const recipientOf = (raw: Buffer): Recipient => ({ text: toBech32(RECIPIENT_PREFIX, raw), raw, key: publicKeyOf(raw) });

/** The key object of a raw public key of 32 bytes. */
export const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_FORM, raw]), format: 'der', type: 'spki' });

/** The raw public key, 32 bytes, of a public or private key object. */
export const rawPublicKey = (key: KeyObject): Buffer => {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return half.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_FORM.length);
};
