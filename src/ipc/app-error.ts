import type { UnsentUnreadable } from '#domain/coaching/unsent-file.ts';
import type { Coe } from '#domain/coe/coe.ts';
import type { FileFault } from '#domain/file/file-fault.ts';
import type { ShareFault } from '#domain/sharing/share-fault.ts';

import type { TeamProblem } from './team.ts';
import type { ReplyRefusal } from './threads.ts';

/**
 * Why the disk refused, distinguished where the person has to do something different. `gone`: the file, its folder or
 * its disk cannot be reached.
 */
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
/** The reason of a `disk` error. */
export type DiskErrorReason = (typeof DISK_ERROR_REASONS)[number];

/**
 * Why an operation on an encrypted library failed. `wrong-passphrase` may also mean a damaged key file: the two cannot
 * be told apart.
 */
export type VaultErrorReason =
  | 'wrong-passphrase'
  | 'damaged-keys'
  | 'no-keys'
  /** Written data did not read back the same, or was incomplete. Nothing was changed. */
  | 'not-written'
  /** Files kept changing while they were copied. */
  | 'changed-meanwhile'
  /** Another computer or instance is encrypting or decrypting the library now. */
  | 'changing-elsewhere'
  /** The library already is in the requested state. */
  | 'done-already'
  /** The system offers no protected storage for the key. */
  | 'no-keychain'
  /** The recovery key has not been typed back yet. */
  | 'not-confirmed';

/**
 * Every expected error, as a closed union: a switch over `kind` ends in assertNever. Only `changed-outside` carries
 * text of a COE: the version on disk, for the page to show; null when the file was deleted.
 */
export type AppError =
  | { readonly kind: 'library-missing' }
  | { readonly kind: 'library-read-only' }
  | { readonly kind: 'library-open-elsewhere' }
  | { readonly kind: 'library-loading' }
  | { readonly kind: 'library-locked' }
  /** The request names another library than the open one, for example because the person switched after it was sent. */
  | { readonly kind: 'library-switched' }
  | { readonly kind: 'vault'; readonly reason: VaultErrorReason }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'unreadable'; readonly fault: FileFault }
  /** What was typed in forms but not sent could not be read. */
  | UnsentUnreadable
  | { readonly kind: 'changed-outside'; readonly current: { readonly coe: Coe; readonly revision: string } | null }
  | { readonly kind: 'disk'; readonly reason: DiskErrorReason; readonly code: string }
  | { readonly kind: 'exists-already' }
  | { readonly kind: 'not-text' }
  /** A picture or file is over the limit; `bytes` is its size. */
  | { readonly kind: 'attachment-too-large'; readonly bytes: number }
  /** A picture or file is not in the library, or not what its name says. */
  | { readonly kind: 'attachment-missing' }
  | { readonly kind: 'not-a-backup' }
  /** What was picked for an import cannot be read at all. `reason` is a sentence for the person. */
  | { readonly kind: 'not-importable'; readonly reason: string }
  /** A reply to a shared COE is refused as a whole. Nothing was written. */
  | { readonly kind: 'reply-refused'; readonly reason: ReplyRefusal }
  | { readonly kind: 'backup-folder-missing' }
  | { readonly kind: 'backup-folder-in-library' }
  | { readonly kind: 'folder-not-empty' }
  /** A share file, a card, or what sharing needs was refused. */
  | { readonly kind: 'sharing'; readonly fault: ShareFault }
  /** The exchange with a team library did not work. */
  | { readonly kind: 'team'; readonly problem: TeamProblem }
  | { readonly kind: 'link-refused' }
  /** The page to print could not be drawn or printed. The system gives no reason. */
  | { readonly kind: 'print-failed' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'invalid-request'; readonly detail: string }
  /**
   * A bug. `reference` identifies it in the log; null when it is not logged, for example because it occurred in the
   * page.
   */
  | { readonly kind: 'unexpected'; readonly reference: string | null };
