import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
/** The first bytes of an encrypted cache, which tell it from a plain one. */
export const ENCRYPTED_CACHE_MAGIC = Buffer.from('once-cache-1\n');
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
const BODY_AT = ENCRYPTED_CACHE_MAGIC.length + NONCE_LENGTH + TAG_LENGTH;

/**
 * Encrypts a cache with AES-256-GCM, which is faster than age; no other program needs to read a cache. Also
 * authenticates the purpose, so that a cache decrypts for its own purpose only.
 */
export function encryptCache(key: Uint8Array, purpose: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_LENGTH });
  cipher.setAAD(Buffer.from(purpose));
  const body = cipher.update(plain);
  cipher.final();
  return Buffer.concat([ENCRYPTED_CACHE_MAGIC, nonce, cipher.getAuthTag(), body]);
}

/** Decrypts a cache; null if it is not an encrypted cache, has another purpose or key, or is damaged. */
export function decryptCache(key: Uint8Array, purpose: string, stored: Uint8Array): Buffer | null {
  if (stored.length < BODY_AT || !ENCRYPTED_CACHE_MAGIC.equals(stored.subarray(0, ENCRYPTED_CACHE_MAGIC.length)))
    return null;
  const nonce = stored.subarray(ENCRYPTED_CACHE_MAGIC.length, ENCRYPTED_CACHE_MAGIC.length + NONCE_LENGTH);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_LENGTH });
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(stored.subarray(BODY_AT - TAG_LENGTH, BODY_AT));
  const plain = decipher.update(stored.subarray(BODY_AT));
  try {
    decipher.final();
    return plain;
  } catch {
    return null; // final() throws only for a wrong tag
  }
}
