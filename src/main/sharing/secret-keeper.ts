import type { SystemKeychain } from '#main/encryption/system-keychain.ts';

import type { SecretKeeper } from './identity.ts';

/** Encrypts secrets with the keychain of the system, where it protects them. */
export const createSecretKeeper = (system: SystemKeychain): SecretKeeper => ({
  seal: async (text) => ((await system.protects()) ? system.encrypt(text) : null),
  open: async (sealed) => {
    try {
      return await system.decrypt(sealed);
    } catch {
      return null; // the keychain is locked, or another login encrypted it
    }
  },
});
