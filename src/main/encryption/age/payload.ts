import { randomBytes } from 'node:crypto';

import { aeadEncrypt, deriveKey, aeadDecrypt } from './primitives.ts';

const NONCE_LENGTH = 16;
const CHUNK = 64 * 1024;
const ENCRYPTED_CHUNK = CHUNK + 16;

/** Encrypts the content in chunks of 64 KiB, numbered, the last one marked: none can be left out, moved or repeated. */
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

/** Decrypts the whole content; null when any part of it is not what was written. */
export function decryptPayload(fileKey: Uint8Array, sealed: Uint8Array): Buffer | null {
  if (sealed.length < NONCE_LENGTH) return null;
  const key = deriveKey(fileKey, sealed.subarray(0, NONCE_LENGTH), 'payload');
  const parts: Uint8Array[] = [];
  let number = 0;
  for (let start = NONCE_LENGTH; start === NONCE_LENGTH || start < sealed.length; start += ENCRYPTED_CHUNK) {
    const isLast = start + ENCRYPTED_CHUNK >= sealed.length;
    const chunk = aeadDecrypt(key, chunkNonce(number, isLast), sealed.subarray(start, start + ENCRYPTED_CHUNK));
    // Only a file without content may end in an empty chunk.
    if (chunk === null || (chunk.length === 0 && number > 0)) return null;
    parts.push(chunk);
    number += 1;
  }
  return Buffer.concat(parts);
}

/** Eleven bytes of counter, big end first, and one that says whether it is the last. */
function chunkNonce(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
