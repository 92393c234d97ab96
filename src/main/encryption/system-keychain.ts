/**
 * The part of Electron's `safeStorage` that is used here. Older versions of Electron do not have the functions that
 * answer with a promise; newer ones deprecate the others. Only Linux reports its storage backend.
 */
export type SafeStorage = {
  readonly getSelectedStorageBackend?: () => string;
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (bytes: Buffer) => string;
  readonly isAsyncEncryptionAvailable?: () => Promise<boolean>;
  readonly encryptStringAsync?: (text: string) => Promise<Buffer>;
  readonly decryptStringAsync?: (
    bytes: Buffer,
  ) => Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
};

/** The keychain of the system. */
export type SystemKeychain = {
  /** Whether the system protects what it encrypts now. Never rejects. */
  readonly protects: () => Promise<boolean>;
  /** Rejects when the keychain is locked or broken. */
  readonly encrypt: (text: string) => Promise<Buffer>;
  /**
   * Rejects when the keychain is locked or broken, or another login encrypted the bytes. `isOutdated`: the system has
   * a newer key by now, so the text should be encrypted again.
   */
  readonly decrypt: (bytes: Buffer) => Promise<{ readonly text: string; readonly isOutdated: boolean }>;
};

/** Linux backends that protect nothing: `basic_text` uses a password from Chromium's source. */
const UNPROTECTED = new Set(['basic_text', 'unknown']);

/** The keychain behind Electron's `safeStorage`. What either kind of its functions encrypted, the newer kind decrypts. */
export function systemKeychain(storage: SafeStorage, platform: NodeJS.Platform): SystemKeychain {
  return {
    protects: async () => {
      try {
        const isAvailable = await (storage.isAsyncEncryptionAvailable?.() ?? storage.isEncryptionAvailable());
        if (!isAvailable) return false;
        return platform !== 'linux' || !UNPROTECTED.has(storage.getSelectedStorageBackend?.() ?? 'unknown');
      } catch {
        return false; // a keychain that throws is treated as unavailable
      }
    },
    encrypt: async (text) => storage.encryptStringAsync?.(text) ?? storage.encryptString(text),
    decrypt: async (bytes) => {
      const decrypted = await storage.decryptStringAsync?.(bytes);
      if (decrypted === undefined) return { text: storage.decryptString(bytes), isOutdated: false };
      return { text: decrypted.result, isOutdated: decrypted.shouldReEncrypt };
    },
  };
}
