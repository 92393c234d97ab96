import { MAX_ATTACHMENT_BYTES } from '#domain/attachments/attachment-name.ts';
import { SHARE_FAULTS } from '#domain/sharing/share-fault.ts';
import { formatBytes, lowerFirst } from '#domain/text/format.ts';
import { assertNever } from '#domain/result.ts';
import type { AppError, DiskErrorReason, VaultErrorReason } from '#ipc/app-error.ts';
import type { ReplyRefusal } from '#ipc/threads.ts';

/**
 * A failure in words: what happened, without a capital or a full stop so that it can follow a colon; what is safe; and
 * what to do next, empty when there is nothing to do.
 */
export type ErrorWords = { title: string; safe: string; next: string };

/** Explains a failure to the person. */
export function explainError(error: AppError): ErrorWords {
  switch (error.kind) {
    case 'library-missing':
      return {
        title: 'the library’s folder cannot be found',
        safe: 'Once has deleted nothing, and what you wrote is still here.',
        next: 'Connect the drive or put the folder back, and Once continues by itself. Or save a copy elsewhere.',
      };
    case 'library-read-only':
      return {
        title: 'this library is read-only',
        safe: 'Nothing in it was changed.',
        next: 'Save a copy elsewhere, or ask the owner of the folder for permission to write.',
      };
    case 'library-open-elsewhere':
      return {
        title: 'this library is open in another window of Once',
        safe: 'Nothing in it was changed from here.',
        next: 'Continue in that window, or close it and wait a moment to write here.',
      };
    case 'library-loading':
      return { title: 'the library is still being read', safe: 'Nothing is lost.', next: 'Try again in a moment.' };
    case 'library-locked':
      return {
        title: 'the library is locked',
        safe: 'Nothing in it was changed.',
        next: 'Unlock it with your passphrase, then try again.',
      };
    case 'library-switched':
      return {
        title: 'the library of this COE is no longer open',
        safe: 'Nothing was written into the library that is open now.',
        next: 'Open its library again.',
      };
    case 'attachment-too-large':
      return {
        title: `this file is too large (${formatBytes(error.bytes)})`,
        safe: 'Your text is unchanged.',
        next: `Add a smaller one: up to ${formatBytes(MAX_ATTACHMENT_BYTES)} each.`,
      };
    case 'attachment-missing':
      return {
        title: 'this file is no longer in the library',
        safe: 'Your text is unchanged.',
        next: 'Restore it from a backup, or add it again.',
      };
    case 'vault':
      return explainVault(error.reason);
    case 'not-found':
      return {
        title: 'this COE is not in the library',
        safe: 'Nothing else is affected.',
        next: 'It may be in the trash, or its file was moved.',
      };
    case 'unreadable':
      return {
        title: 'this file could not be read as a COE',
        safe: 'Once has not changed it.',
        next: 'See Problems for the reason.',
      };
    case 'changed-outside':
      return {
        title: 'this COE was changed outside Once',
        safe: 'Both versions are safe.',
        next: 'Open it to compare them.',
      };
    case 'disk':
      return explainDisk(error.reason);
    case 'exists-already':
      return {
        title: 'a file with this name already exists',
        safe: 'Neither file was changed.',
        next: 'Move the other file first.',
      };
    case 'not-text':
      return {
        title: 'this file has no text to show',
        safe: 'Once has not changed it.',
        next: 'Show it in its folder, and open it with another program.',
      };
    case 'not-a-backup':
      return {
        title: 'this backup cannot be read completely',
        safe: 'Your library and the other backups are not affected.',
        next: 'Use an older backup. The damaged file stays where it is.',
      };
    case 'not-importable':
      return {
        title: 'this cannot be imported',
        safe: 'Your library has not changed.',
        next: error.reason,
      };
    case 'reply-refused':
      return explainRefusedReply(error.reason);
    case 'backup-folder-missing':
      return {
        title: 'the folder for backups cannot be found',
        safe: 'Your library and existing backups are not affected.',
        next: 'Connect the drive, or choose another folder.',
      };
    case 'backup-folder-in-library':
      return {
        title: 'that folder is inside the library',
        safe: 'Nothing was changed.',
        next: 'Choose a folder outside it, ideally on another disk.',
      };
    case 'folder-not-empty':
      return {
        title: 'that folder is not empty',
        safe: 'Nothing was written.',
        next: 'Choose an empty folder, or create a new one.',
      };
    case 'sharing':
      return SHARE_FAULTS[error.fault];
    case 'team':
      return {
        title: lowerFirst(error.problem.what.replace(/\.$/, '')),
        safe: 'What you wrote is saved on this computer.',
        next: error.problem.todo,
      };
    case 'link-refused':
      return {
        title: 'Once does not open links of this kind',
        safe: 'Nothing was opened.',
        next: 'Once only opens https, http and mailto links.',
      };
    case 'print-failed':
      return {
        title: 'the pages could not be drawn',
        safe: 'Your COEs are unchanged, and no file was replaced.',
        next: 'Try again. If it fails again, export as HTML or DOCX and print that.',
      };
    case 'cancelled':
      return { title: 'nothing was done', safe: 'Nothing was changed.', next: '' };
    case 'invalid-request':
      return {
        title: 'the request was invalid',
        safe: 'Nothing was changed.',
        next: 'If this happens again, it is a fault in the app.',
      };
    case 'unexpected':
      return {
        title: 'something went wrong in the app',
        safe: 'What you wrote is still here.',
        next:
          error.reference === null
            ? 'Save a copy to be sure.'
            : `Save a copy to be sure. The log lists this error as ${error.reference}.`,
      };
    default:
      return assertNever(error);
  }
}

const KEPT = 'The version on disk is intact, and what you wrote is still here.';

function explainDisk(reason: DiskErrorReason): ErrorWords {
  switch (reason) {
    case 'full':
      return {
        title: 'the disk is full',
        safe: KEPT,
        next: 'Free up some space, and Once tries again by itself. Or save a copy elsewhere.',
      };
    case 'quota':
      return {
        title: 'your disk quota is used up',
        safe: KEPT,
        next: 'Free up some space, and Once tries again by itself. Or save a copy elsewhere.',
      };
    case 'not-permitted':
      return {
        title: 'Once may not write to this folder',
        safe: KEPT,
        next: 'Give Once permission to write there, or save a copy elsewhere.',
      };
    case 'read-only':
      return { title: 'this disk is read-only', safe: KEPT, next: 'Save a copy elsewhere.' };
    case 'too-many-open':
      return {
        title: 'the computer has too many files open',
        safe: KEPT,
        next: 'Close some programs, and Once tries again by itself.',
      };
    case 'name-too-long':
      return {
        title: 'the folder’s path is too long for this disk',
        safe: KEPT,
        next: 'Move the library to a shorter path, or save a copy elsewhere.',
      };
    case 'input-output':
      return {
        title: 'the disk reported an error',
        safe: KEPT,
        next: 'Save a copy on another disk, and check this one for errors.',
      };
    case 'gone':
      return {
        title: 'the folder or the disk cannot be found',
        safe: 'What you wrote is still here.',
        next: 'Reconnect it, or save a copy elsewhere.',
      };
    case 'other':
      return {
        title: 'the file could not be written or read',
        safe: KEPT,
        next: 'Once tries again by itself. To be safe, save a copy elsewhere.',
      };
    default:
      return assertNever(reason);
  }
}

const UNCHANGED = 'Nothing was changed, and nothing was deleted.';

function explainVault(reason: VaultErrorReason): ErrorWords {
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

const NOTHING_ADDED = 'Nothing was added, and your questions and answers are unchanged.';

function explainRefusedReply(reason: ReplyRefusal): ErrorWords {
  switch (reason) {
    case 'not-a-reply':
      return { title: 'this file is not a reply', safe: NOTHING_ADDED, next: 'Ask for the file of the reply.' };
    case 'for-another':
      return {
        title: 'this reply is for somebody else',
        safe: NOTHING_ADDED,
        next: 'Ask the sender whether it is the right file. A reply opens only where the copy was shared.',
      };
    case 'unknown-share':
      return {
        title: 'this reply is to a COE that was not shared from this library',
        safe: NOTHING_ADDED,
        next: 'If you shared it from another library, open that one and try again.',
      };
    case 'withdrawn':
      return {
        title: 'you withdrew the copy that this reply is about',
        safe: NOTHING_ADDED,
        next: 'Share the COE again if you want to go on.',
      };
    case 'of-another':
      return {
        title: 'this reply is by somebody else than the person you shared with',
        safe: NOTHING_ADDED,
        next: 'If that person has a new computer, exchange cards again, compare the words, and share a new copy.',
      };
    case 'event-changed':
      return {
        title: 'a message in this file differs from the one that you have',
        safe: 'The file was refused as a whole, and what you have is unchanged.',
        next: 'Ask the sender for the file once more. If it happens again, share a new copy.',
      };
    case 'event-of-another':
      return {
        title: 'this file has a message by somebody other than its sender',
        safe: 'The file was refused as a whole, and what you have is unchanged.',
        next: 'Ask the sender for the file once more.',
      };
    case 'too-many-events':
      return {
        title: 'there are too many messages about this COE',
        safe: NOTHING_ADDED,
        next: 'Share a new copy, which begins without messages.',
      };
    case 'own-key-changed':
      return {
        title: 'your card has changed since you shared this COE',
        safe: NOTHING_ADDED,
        next: 'Exchange cards again, and share a new copy.',
      };
    default:
      return assertNever(reason);
  }
}
