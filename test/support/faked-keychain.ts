import { type SafeStorage, systemKeychain, type SystemKeychain } from '#main/encryption/system-keychain.ts';

/** The states that a system's keychain was seen in. `rotated`: it has a newer key, and still opens what the older one sealed. */
export type KeychainMood = 'protects' | 'absent' | 'basic-text' | 'unknown' | 'breaks' | 'other-login' | 'rotated';

/**
 * A keychain of the system, faked where it begins: what it sealed opens only while it is the same login. An `older`
 * engine has only the functions that wait; those of a `newer` one answer with promises, and the others must not be used.
 */
export function fakedKeychain(engine: 'older' | 'newer' = 'newer'): {
  system: SystemKeychain;
  mood: (mood: KeychainMood) => void;
} {
  let mood: KeychainMood = 'protects';
  const keyNow = (): string => (mood === 'rotated' ? 'second' : 'first');
  const seal = (text: string): Buffer => {
    if (mood === 'breaks') throw new Error('the keychain is locked');
    return Buffer.from(`${keyNow()}:${[...text].toReversed().join('')}`);
  };
  const open = (bytes: Buffer): { result: string; shouldReEncrypt: boolean } => {
    if (mood === 'breaks' || mood === 'other-login') throw new Error('cannot be decrypted');
    const [key = '', ...rest] = bytes.toString().split(':');
    return { result: Array.from(rest.join(':')).toReversed().join(''), shouldReEncrypt: key !== keyNow() };
  };
  const deprecated = (): never => {
    throw new Error('deprecated');
  };
  const backend = {
    getSelectedStorageBackend: () =>
      mood === 'basic-text' ? 'basic_text' : mood === 'unknown' ? 'unknown' : 'gnome_libsecret',
  };
  const storage: SafeStorage =
    engine === 'older'
      ? {
          ...backend,
          isEncryptionAvailable: () => mood !== 'absent',
          encryptString: seal,
          decryptString: (bytes) => open(bytes).result,
        }
      : {
          ...backend,
          isEncryptionAvailable: deprecated,
          encryptString: deprecated,
          decryptString: deprecated,
          isAsyncEncryptionAvailable: async () => mood !== 'absent',
          encryptStringAsync: async (text) => seal(text),
          decryptStringAsync: async (bytes) => open(bytes),
        };
  return {
    mood: (next) => {
      mood = next;
    },
    system: systemKeychain(storage, 'linux'),
  };
}
