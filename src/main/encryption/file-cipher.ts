import { ok, type Result } from '#domain/result.ts';

import type { AgeErrorReason } from './age/age-error-reason.ts';

/**
 * Converts between plain content and names and those on disk. All files of a library go through it; `PLAIN_CIPHER`
 * changes nothing.
 */
export type FileCipher = {
  readonly isEncrypted: boolean;
  /** The bytes to write for a file's content. */
  readonly encrypt: (plain: Uint8Array) => Uint8Array;
  /** The content of a file, authenticated as a whole, or the reason why it cannot be decrypted. */
  readonly decrypt: (stored: Uint8Array) => Result<Uint8Array, AgeErrorReason>;
  /** The name on disk for a plain name. Always the same for the same name. */
  readonly encryptName: (name: string) => string;
  /** The plain name for a name on disk; null if this cipher did not create it. */
  readonly decryptName: (nameOnDisk: string) => string | null;
  /** The bytes to write for a cache. They decrypt for the same purpose only. */
  readonly encryptCache: (purpose: string, plain: Uint8Array) => Uint8Array;
  /** The content of a cache; null if it is not an encrypted cache, has another purpose, or is damaged. */
  readonly decryptCache: (purpose: string, stored: Uint8Array) => Uint8Array | null;
};

/** For libraries that are not encrypted. */
export const PLAIN_CIPHER: FileCipher = {
  isEncrypted: false,
  encrypt: (plain) => plain,
  decrypt: (stored) => ok(stored),
  encryptName: (name) => name,
  decryptName: (nameOnDisk) => nameOnDisk,
  encryptCache: (_purpose, plain) => plain,
  decryptCache: (_purpose, stored) => stored,
};
