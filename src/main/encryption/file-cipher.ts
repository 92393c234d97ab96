import { ok, type Result } from '#domain/result.ts';

import type { AgeErrorReason } from './age/age-error-reason.ts';

/**
 * Through this, and nothing else, the rooms of main turn what they know into bytes and names on disk, and back. A library that is
 * not encrypted has one that changes nothing.
 */
export type FileCipher = {
  readonly isEncrypted: boolean;
  /** The bytes to write for a file's content. */
  readonly encrypt: (plain: Uint8Array) => Uint8Array;
  /** The content of a file, vouched for as a whole, or why it cannot be had. */
  readonly decrypt: (stored: Uint8Array) => Result<Uint8Array, AgeErrorReason>;
  /** The name on disk of a file that we call so. One name always gives the same one. */
  readonly encryptName: (name: string) => string;
  /** What we call a file with this name on disk; null when the name is not one of ours. */
  readonly decryptName: (nameOnDisk: string) => string | null;
  /** The bytes to write for a cache. What is kept for one purpose cannot be put in another's place. */
  readonly encryptCache: (purpose: string, plain: Uint8Array) => Uint8Array;
  /** A cache's content; null when it is not one, not for this purpose, or damaged. */
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
