import { diffieHellman, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

import { fail, ok, type Result } from '#domain/result.ts';

import type { AgeErrorReason } from './age-error-reason.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { isHeaderAuthentic, parseHeader, type Stanza, writeHeader } from './header.ts';
import { decryptPayload, encryptPayload } from './payload.ts';
import { aeadEncrypt, deriveKey, aeadDecrypt } from './primitives.ts';
import { type Identity, publicKeyOf, rawPublicKey, type Recipient } from './x25519-keys.ts';

/**
 * Files that are encrypted to an identity, in age's format (age-encryption.org/v1), with the X25519 that Node
 * brings. It does the same as the npm package `age-encryption` and the `age` command, in a fraction of the package's time, and at once:
 * a save cannot be overtaken between encrypting and writing.
 */
const TYPE = 'X25519';
const PURPOSE = 'age-encryption.org/v1/X25519';
const FILE_KEY_LENGTH = 16;
const WRAPPED_KEY_LENGTH = FILE_KEY_LENGTH + 16;
const ZERO_NONCE = Buffer.alloc(12); // each wrapping key is used once

/** Encrypts bytes so that only the recipient's identity opens them. Two calls never give the same bytes. */
export function encryptToRecipient(recipient: Recipient, plain: Uint8Array): Buffer {
  const fileKey = randomBytes(FILE_KEY_LENGTH);
  const { privateKey } = generateKeyPairSync('x25519');
  const share = rawPublicKey(privateKey);
  const wrapping = wrappingKey(privateKey, recipient.key, share, recipient.raw);
  const stanza = { type: TYPE, args: [toBase64(share)], body: aeadEncrypt(wrapping, ZERO_NONCE, fileKey) };
  return Buffer.concat([writeHeader(stanza, fileKey), ...encryptPayload(fileKey, plain)]);
}

/** Opens a file with an identity. Every bit of it is vouched for: it is what was encrypted, or a fault. */
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
    return null; // a share of low order, which gives the same secret to everybody, is refused by the agreement itself
  }
}

const wrappingKey = (privateKey: KeyObject, other: KeyObject, share: Buffer, recipient: Buffer): Buffer =>
  deriveKey(diffieHellman({ privateKey, publicKey: other }), Buffer.concat([share, recipient]), PURPOSE);
