import { hkdfSync } from 'node:crypto';

import { decryptWith, encryptTo } from './age/recipient-file.ts';
import type { Identity } from './age/x25519-keys.ts';
import { createHiddenNames } from './file-name-cipher.ts';
import { openCache, sealCache } from './encrypted-cache.ts';
import type { Sealer } from './file-cipher.ts';

/** For a library that is encrypted: every file an age file for its identity, every name hidden under a key derived from that. */
export function createAgeSealer(identity: Identity): Sealer {
  const names = createHiddenNames(identity.raw);
  const cacheKey = Buffer.from(hkdfSync('sha256', identity.raw, Buffer.alloc(0), 'once/v1/cache', 32));
  return {
    isEncrypted: true,
    seal: (plain) => encryptTo(identity.recipient, plain),
    unseal: (stored) => decryptWith(identity, stored),
    sealName: names.hide,
    openName: names.show,
    sealCache: (purpose, plain) => sealCache(cacheKey, purpose, plain),
    openCache: (purpose, stored) => openCache(cacheKey, purpose, stored),
  };
}
