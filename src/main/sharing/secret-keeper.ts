import { protectsSecrets, type SystemKeychain } from '#main/encryption/system-keychain.ts';

import type { SecretKeeper } from './identity.ts';

/** Encrypts secrets with the keychain of the system, where it protects them. */
export const createSecretKeeper = (system: SystemKeychain, platform: NodeJS.Platform): SecretKeeper => ({
  seal: (text) => (protectsSecrets(system, platform) ? system.encryptString(text) : null),
  open: (sealed) => {
    try {
      return system.decryptString(sealed);
    } catch {
      return null; // the keychain is locked, or another login encrypted it
    }
  },
});
