import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

const TAG_LENGTH = 16;

/** 32 bytes derived from a secret for one purpose (HKDF with SHA-256). */
export const derive = (secret: Uint8Array, salt: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, purpose, 32));

/** HMAC with SHA-256. */
export const macOf = (key: Uint8Array, bytes: Uint8Array | string): Buffer =>
  createHmac('sha256', key).update(bytes).digest();

/** Encrypts with ChaCha20-Poly1305; the tag stands at the end. */
export function closeBox(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG_LENGTH });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `closeBox` made; null when it was made with another key or changed since. */
export function openBox(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Buffer | null {
  if (sealed.length < TAG_LENGTH) return null;
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG_LENGTH });
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_LENGTH));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_LENGTH));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return null; // the only thing final() can complain of here is the tag
  }
}
