import { createPrivateKey, createPublicKey, type KeyObject, randomBytes } from 'node:crypto';

import { fromBech32, toBech32 } from './bech32.ts';

/** What stands before the 32 bytes of such a key in the forms that Node takes (RFC 8410). */
const PUBLIC_FORM = Buffer.from('302a300506032b656e032100', 'hex');
const PRIVATE_FORM = Buffer.from('302e020100300506032b656e04220420', 'hex');

const KEY_LENGTH = 32;
const IDENTITY_PREFIX = 'age-secret-key-';
const RECIPIENT_PREFIX = 'age';

/** Whom a file is encrypted to: the public half of an identity. */
export type Recipient = { readonly text: string; readonly raw: Buffer; readonly key: KeyObject };

/** What opens the files that are encrypted to its recipient. */
export type Identity = {
  readonly text: string;
  readonly raw: Buffer;
  readonly key: KeyObject;
  readonly recipient: Recipient;
};

/** Makes a new identity. */
export const generateIdentity = (): Identity => identityOf(randomBytes(KEY_LENGTH));

/** Reads `AGE-SECRET-KEY-1…`; null when it is anything else. */
export function parseIdentity(text: string): Identity | null {
  const raw = fromBech32(IDENTITY_PREFIX, text);
  return raw === null || raw.length !== KEY_LENGTH ? null : identityOf(raw);
}

/** Reads `age1…`; null when it is anything else. */
export function parseRecipient(text: string): Recipient | null {
  const raw = fromBech32(RECIPIENT_PREFIX, text);
  return raw === null || raw.length !== KEY_LENGTH ? null : recipientOf(raw);
}

function identityOf(raw: Buffer): Identity {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_FORM, raw]), format: 'der', type: 'pkcs8' });
  return { text: toBech32(IDENTITY_PREFIX, raw).toUpperCase(), raw, key, recipient: recipientOf(rawPublicKey(key)) };
}

const recipientOf = (raw: Buffer): Recipient => ({ text: toBech32(RECIPIENT_PREFIX, raw), raw, key: publicKeyOf(raw) });

/** The key object of 32 bytes somebody sent. */
export const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_FORM, raw]), format: 'der', type: 'spki' });

/** The 32 bytes of the public half of a key. */
export const rawPublicKey = (key: KeyObject): Buffer => {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return half.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_FORM.length);
};
