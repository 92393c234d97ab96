import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

import { fromBase32, toBase32 } from './base32.ts';

const CIPHER = 'aes-256-ctr';
const IV_LENGTH = 16;
const ENDING = '.age';

/**
 * Encrypts file names, which reveals only their length. `decrypt` returns null for a name that `encrypt` did not
 * create.
 */
export type FileNameCipher = {
  readonly encrypt: (name: string) => string;
  readonly decrypt: (hidden: string) => string | null;
};

/**
 * Creates the cipher from a secret. A name must always encrypt to the same text, so that a file is found by its COE's
 * id. So the IV is an HMAC of the name (as in SIV, RFC 5297): equal names give equal bytes and nothing else is
 * revealed. On decryption the IV authenticates the name.
 */
export function createFileNameCipher(secret: Uint8Array): FileNameCipher {
  const key = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), purpose, 32));
  const signKey = key('once/v1/name-signature');
  const cipherKey = key('once/v1/name-encryption');
  const ivOf = (name: Uint8Array): Buffer => createHmac('sha256', signKey).update(name).digest().subarray(0, IV_LENGTH);
  return {
    encrypt: (name) => {
      const plain = Buffer.from(name);
      const iv = ivOf(plain);
      const cipher = createCipheriv(CIPHER, cipherKey, iv);
      return `${toBase32(Buffer.concat([iv, cipher.update(plain), cipher.final()]))}${ENDING}`;
    },
    decrypt: (hidden) => {
      const bytes = hidden.endsWith(ENDING) ? fromBase32(hidden.slice(0, -ENDING.length)) : null;
      if (bytes === null || bytes.length <= IV_LENGTH) return null;
      const iv = bytes.subarray(0, IV_LENGTH);
      const decipher = createDecipheriv(CIPHER, cipherKey, iv);
      const plain = Buffer.concat([decipher.update(bytes.subarray(IV_LENGTH)), decipher.final()]);
      return timingSafeEqual(ivOf(plain), iv) ? plain.toString() : null;
    },
  };
}
