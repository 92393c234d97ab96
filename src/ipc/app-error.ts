import type { Coe } from '#domain/coe/coe.ts';
import type { FileFault } from '#domain/file/file-fault.ts';

/** What a disk can say no with, told apart because each calls for another step from the person. */
export const DISK_ERROR_REASONS = [
  'full',
  'quota',
  'not-permitted',
  'read-only',
  'too-many-open',
  'name-too-long',
  'input-output',
  'gone',
  'other',
] as const;
export type DiskErrorReason = (typeof DISK_ERROR_REASONS)[number];

/**
 * What can go wrong with an encrypted library. `wrong-passphrase` may also be a damaged key file: nothing tells the two apart.
 */
export type VaultErrorReason =
  | 'wrong-passphrase'
  | 'damaged-keys'
  | 'no-keys'
  /** What was written did not read back the same, or was not the end of it. Nothing was changed. */
  | 'not-written'
  /** Others changed the files again and again while they were copied. */
  | 'changed-meanwhile'
  /** Another computer, or another start of the app, is changing the library right now. */
  | 'changing-elsewhere'
  /** It is encrypted, or is not, already. */
  | 'done-already'
  /** The system has no place that would protect the key. */
  | 'no-keychain'
  /** The recovery key was not typed back yet. */
  | 'not-confirmed';

/**
 * Everything that is expected to fail, as a closed union: a switch over `kind` ends in assertNever. No variant carries a
 * COE's text but `changed-outside`, which brings the version on disk for the page to show.
 */
export type AppError =
  | { readonly kind: 'library-missing' }
  | { readonly kind: 'library-read-only' }
  | { readonly kind: 'library-open-elsewhere' }
  | { readonly kind: 'library-loading' }
  | { readonly kind: 'library-locked' }
  /** The request names a library that is not the open one, as when it was sent before the person switched. */
  | { readonly kind: 'library-switched' }
  | { readonly kind: 'vault'; readonly reason: VaultErrorReason }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'unreadable'; readonly fault: FileFault }
  | { readonly kind: 'changed-outside'; readonly current: { readonly coe: Coe; readonly revision: string } | null }
  | { readonly kind: 'disk'; readonly reason: DiskErrorReason; readonly code: string }
  | { readonly kind: 'exists-already' }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'not-a-backup' }
  | { readonly kind: 'backup-folder-missing' }
  | { readonly kind: 'backup-folder-in-library' }
  | { readonly kind: 'folder-not-empty' }
  | { readonly kind: 'link-refused' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'invalid-request'; readonly detail: string }
  /** A bug. `reference` finds it in the log; null when no log has it, as when the page met it. */
  | { readonly kind: 'unexpected'; readonly reference: string | null };
