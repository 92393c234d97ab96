import { diffieHellman, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

import { fail, ok, type Result } from '#domain/result.ts';

import type { AgeErrorReason } from './age-error-reason.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { isHeaderAuthentic, parseHeader, type Stanza, writeHeader } from './header.ts';
import { decryptPayload, encryptPayload } from './payload.ts';
import { aeadEncrypt, deriveKey, aeadDecrypt } from './primitives.ts';
import { type Identity, publicKeyOf, rawPublicKey, type Recipient } from './x25519-keys.ts';

/**
 * Files encrypted to a recipient in age's format (age-encryption.org/v1), with Node's X25519. Compatible with the npm
 * package `age-encryption` and the `age` command, but faster than the package, and synchronous: nothing can run between
 * encrypting and writing.
 */
const TYPE = 'X25519';
const PURPOSE = 'age-encryption.org/v1/X25519';
const FILE_KEY_LENGTH = 16;
const WRAPPED_KEY_LENGTH = FILE_KEY_LENGTH + 16;
const ZERO_NONCE = Buffer.alloc(12); // each wrapping key is used once

/** Encrypts bytes so that only the identities of the recipients decrypt them. The output differs on each call. */
export function encryptToRecipients(recipients: readonly Recipient[], plain: Uint8Array): Buffer {
  const fileKey = randomBytes(FILE_KEY_LENGTH);
  const stanzas = recipients.map((recipient) => wrap(recipient, fileKey));
  return Buffer.concat([writeHeader(stanzas, fileKey), ...encryptPayload(fileKey, plain)]);
}

/** Wraps the file key with a new key pair, so that two stanzas have nothing in common. */
function wrap(recipient: Recipient, fileKey: Uint8Array): Stanza {
  const { privateKey } = generateKeyPairSync('x25519');
  const share = rawPublicKey(privateKey);
  const wrapping = wrappingKey(privateKey, recipient.key, share, recipient.raw);
  return { type: TYPE, args: [toBase64(share)], body: aeadEncrypt(wrapping, ZERO_NONCE, fileKey) };
}

/** Decrypts a file with an identity, and authenticates all of it. `wrong-key` if no stanza is for the identity. */
export function decryptWithIdentity(identity: Identity, file: Uint8Array): Result<Buffer, AgeErrorReason> {
  const header = parseHeader(file);
  if (!header.ok) return header;
  for (const stanza of header.value.stanzas) {
    const fileKey = stanza.type === TYPE ? unwrap(identity, stanza) : null;
    if (fileKey === null) continue;
    if (!isHeaderAuthentic(fileKey, header.value)) return fail('damaged');
    const plain = decryptPayload(fileKey, file.subarray(header.value.length));
    return plain === null ? fail('damaged') : ok(plain);
  }
  return fail('wrong-key');
}

function unwrap(identity: Identity, { args, body }: Stanza): Uint8Array | null {
  const share = args.length === 1 ? fromBase64(args[0] ?? '') : null;
  if (share === null || share.length !== 32 || body.length !== WRAPPED_KEY_LENGTH) return null;
  try {
    const wrapping = wrappingKey(identity.key, publicKeyOf(share), share, identity.recipient.raw);
    return aeadDecrypt(wrapping, ZERO_NONCE, body);
  } catch {
    return null; // diffieHellman rejects a share of low order, which would give everyone the same secret
  }
}

const wrappingKey = (privateKey: KeyObject, other: KeyObject, share: Buffer, recipient: Buffer): Buffer =>
  deriveKey(diffieHellman({ privateKey, publicKey: other }), Buffer.concat([share, recipient]), PURPOSE);
