import { randomBytes } from 'node:crypto';

import { aeadEncrypt, deriveKey, aeadDecrypt } from './primitives.ts';

const NONCE_LENGTH = 16;
const CHUNK = 64 * 1024;
const ENCRYPTED_CHUNK = CHUNK + 16;

/**
 * Encrypts the content in chunks of 64 KiB. Each is numbered and the last is marked, so that none can be removed, moved
 * or repeated. Returns the nonce and the chunks, to be concatenated.
 */
export function encryptPayload(fileKey: Uint8Array, plain: Uint8Array): Uint8Array[] {
  const nonce = randomBytes(NONCE_LENGTH);
  const key = deriveKey(fileKey, nonce, 'payload');
  const parts: Uint8Array[] = [nonce];
  for (let start = 0, number = 0; start === 0 || start < plain.length; start += CHUNK, number += 1) {
    const isLast = start + CHUNK >= plain.length;
    parts.push(aeadEncrypt(key, chunkNonce(number, isLast), plain.subarray(start, start + CHUNK)));
  }
  return parts;
}

/** Decrypts the whole content; null if any part of it was changed. */
export function decryptPayload(fileKey: Uint8Array, sealed: Uint8Array): Buffer | null {
  if (sealed.length < NONCE_LENGTH) return null;
  const key = deriveKey(fileKey, sealed.subarray(0, NONCE_LENGTH), 'payload');
  const parts: Uint8Array[] = [];
  let number = 0;
  for (let start = NONCE_LENGTH; start === NONCE_LENGTH || start < sealed.length; start += ENCRYPTED_CHUNK) {
    const isLast = start + ENCRYPTED_CHUNK >= sealed.length;
    const chunk = aeadDecrypt(key, chunkNonce(number, isLast), sealed.subarray(start, start + ENCRYPTED_CHUNK));
    // Only an empty file may end with an empty chunk.
    if (chunk === null || (chunk.length === 0 && number > 0)) return null;
    parts.push(chunk);
    number += 1;
  }
  return Buffer.concat(parts);
}

/** The nonce of a chunk: 11 bytes of big-endian counter, and one byte that marks the last chunk. */
function chunkNonce(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
