import { createHmac, hkdfSync } from 'node:crypto';

import { chacha20poly1305 } from '@noble/ciphers/chacha.js';

const TAG_LENGTH = 16;

/** Derives 32 bytes from a secret for one purpose (HKDF-SHA-256). */
export const deriveKey = (secret: Uint8Array, salt: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, purpose, 32));

/** HMAC-SHA-256. */
export const hmacSha256 = (key: Uint8Array, bytes: Uint8Array | string): Buffer =>
  createHmac('sha256', key).update(bytes).digest();

/**
 * Encrypts with ChaCha20-Poly1305 and appends the tag. Uses a JavaScript implementation: Electron is built with
 * BoringSSL, with which Node does not offer this cipher.
 */
export const aeadEncrypt = (key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array =>
  chacha20poly1305(key, nonce).encrypt(plain);

/** Decrypts the output of `aeadEncrypt`; null if the key is wrong or the bytes were changed. */
export function aeadDecrypt(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < TAG_LENGTH) return null;
  try {
    return chacha20poly1305(key, nonce).decrypt(sealed);
  } catch {
    return null; // with valid lengths, only a wrong tag throws
  }
}
