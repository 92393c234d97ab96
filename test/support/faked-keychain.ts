import type { SystemKeychain } from '#main/encryption/system-keychain.ts';

/** The states that a system's keychain was seen in. */
export type KeychainMood = 'protects' | 'absent' | 'basic-text' | 'unknown' | 'breaks' | 'other-login';

/** A keychain of the system, faked where it begins: what it sealed opens only while it is the same login. */
export function fakedKeychain(): { system: SystemKeychain; mood: (mood: KeychainMood) => void } {
  let mood: KeychainMood = 'protects';
  return {
    mood: (next) => {
      mood = next;
    },
    system: {
      isEncryptionAvailable: () => mood !== 'absent',
      getSelectedStorageBackend: () =>
        mood === 'basic-text' ? 'basic_text' : mood === 'unknown' ? 'unknown' : 'gnome_libsecret',
      encryptString: (text) => {
        if (mood === 'breaks') throw new Error('the keychain is locked');
        return Buffer.from(`sealed:${[...text].toReversed().join('')}`);
      },
      decryptString: (bytes) => {
        if (mood === 'breaks' || mood === 'other-login') throw new Error('cannot be decrypted');
        return Array.from(bytes.toString().slice('sealed:'.length)).toReversed().join('');
      },
    },
  };
}
