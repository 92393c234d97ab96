import { hkdfSync } from 'node:crypto';

import { decryptWithIdentity, encryptToRecipients } from './age/recipient-file.ts';
import type { Identity } from './age/x25519-keys.ts';
import { createFileNameCipher } from './file-name-cipher.ts';
import { decryptCache, encryptCache } from './encrypted-cache.ts';
import type { FileCipher } from './file-cipher.ts';

/**
 * The cipher of an encrypted library: each file is an age file for the identity, and file names and caches are
 * encrypted with keys derived from it.
 */
export function createAgeCipher(identity: Identity): FileCipher {
  const names = createFileNameCipher(identity.raw);
  const cacheKey = Buffer.from(hkdfSync('sha256', identity.raw, Buffer.alloc(0), 'once/v1/cache', 32));
  return {
    isEncrypted: true,
    encrypt: (plain) => encryptToRecipients([identity.recipient], plain),
    decrypt: (stored) => decryptWithIdentity(identity, stored),
    encryptName: names.encrypt,
    decryptName: names.decrypt,
    encryptCache: (purpose, plain) => encryptCache(cacheKey, purpose, plain),
    decryptCache: (purpose, stored) => decryptCache(cacheKey, purpose, stored),
  };
}
