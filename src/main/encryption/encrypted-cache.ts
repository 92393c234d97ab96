import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
/** How a sealed cache begins, by which it is told from one that was never sealed. */
export const ENCRYPTED_CACHE_MAGIC = Buffer.from('once-cache-1\n');
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
const BODY_AT = ENCRYPTED_CACHE_MAGIC.length + NONCE_LENGTH + TAG_LENGTH;

/**
 * Caches need not open with other programs, only fast: AES-256-GCM at memory speed. The purpose is vouched for along with the
 * content.
 */
export function encryptCache(key: Uint8Array, purpose: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_LENGTH });
  cipher.setAAD(Buffer.from(purpose));
  const body = cipher.update(plain);
  cipher.final();
  return Buffer.concat([ENCRYPTED_CACHE_MAGIC, nonce, cipher.getAuthTag(), body]);
}

/** Opens a cache; null when it is not one, not for this purpose, made with another key, or damaged. */
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
    return null; // all that final() can complain of is the tag
  }
}
