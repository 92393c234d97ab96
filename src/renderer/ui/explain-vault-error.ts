import { assertNever } from '#domain/result.ts';
import type { VaultErrorReason } from '#ipc/app-error.ts';

import type { ErrorWords } from './error-words.ts';

const UNCHANGED = 'Nothing was changed, and nothing was deleted.';

/** Explains why encrypting, decrypting or unlocking a library failed. */
export function explainVault(reason: VaultErrorReason): ErrorWords {
  switch (reason) {
    case 'wrong-passphrase':
      return {
        title: 'the passphrase is wrong, or the key file is damaged',
        safe: UNCHANGED,
        next: 'Check Caps Lock and the keyboard layout and try again, or use the recovery key. If neither works, a backup of the library’s folder has the key files.',
      };
    case 'damaged-keys':
      return {
        title: 'the key files of this library are damaged',
        safe: 'The COEs themselves are not affected.',
        next: 'Try the recovery key. If that does not work, replace the folder “vault” with the one from a backup.',
      };
    case 'no-keys':
      return {
        title: 'the key files of this library are missing',
        safe: 'The COEs themselves are not affected.',
        next: 'Copy the folder “vault” from a backup into the library’s folder, then try again.',
      };
    case 'not-written':
      return {
        title: 'the files that were written could not be verified',
        safe: 'The library is unchanged.',
        next: 'The disk may be failing. Make a backup on another disk before you try again.',
      };
    case 'changed-meanwhile':
      return {
        title: 'another program kept changing the files',
        safe: 'The library is unchanged.',
        next: 'Pause the service that syncs this folder, then try again.',
      };
    case 'changing-elsewhere':
      return {
        title: 'this library is being encrypted or decrypted by another Once',
        safe: UNCHANGED,
        next: 'Wait until it has finished, then check again. After an hour, Once cleans up an unfinished attempt.',
      };
    case 'done-already':
      return { title: 'that has already been done', safe: UNCHANGED, next: '' };
    case 'no-keychain':
      return {
        title: 'the system’s keychain could not store the key',
        safe: 'Your passphrase still opens the library.',
        next: '',
      };
    case 'not-confirmed':
      return {
        title: 'the recovery key does not match the one shown',
        safe: UNCHANGED,
        next: 'Compare it with your copy, character by character.',
      };
    default:
      return assertNever(reason);
  }
}
