/** The part of Electron's `safeStorage` that is used here. Only Linux reports its storage backend. */
export type SystemKeychain = {
  readonly isEncryptionAvailable: () => boolean;
  readonly getSelectedStorageBackend?: () => string;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (bytes: Buffer) => string;
};

/** Linux backends that protect nothing: `basic_text` uses a password from Chromium's source. */
const UNPROTECTED = new Set(['basic_text', 'unknown']);

/** Whether the system protects what it encrypts now. */
export function protectsSecrets(system: SystemKeychain, platform: NodeJS.Platform): boolean {
  try {
    if (!system.isEncryptionAvailable()) return false;
    return platform !== 'linux' || !UNPROTECTED.has(system.getSelectedStorageBackend?.() ?? 'unknown');
  } catch {
    return false; // a keychain that throws is treated as unavailable
  }
}
