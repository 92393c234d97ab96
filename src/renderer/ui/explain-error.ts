import { MAX_ATTACHMENT_BYTES } from '#domain/attachments/attachment-name.ts';
import { SHARE_FAULTS } from '#domain/sharing/share-fault.ts';
import type { UnsentUnreadable } from '#domain/coaching/unsent-file.ts';
import { formatBytes, lowerFirst } from '#domain/text/format.ts';
import { assertNever } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

import type { ErrorWords } from './error-words.ts';
import { DISK_ERROR_WORDS } from './explain-disk-error.ts';
import { REFUSED_REPLY_WORDS } from './explain-refused-reply.ts';
import { explainVault } from './explain-vault-error.ts';

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
      if (error.fault.reason === 'newer-version')
        return {
          title: 'a newer Once wrote this file',
          safe: 'Once has not changed it.',
          next: 'Open it with that version.',
        };
      return {
        title: 'this file could not be read as a COE',
        safe: 'Once has not changed it.',
        next: 'See Problems for the reason.',
      };
    case 'unsent-unreadable':
      return UNSENT_UNREADABLE_WORDS[error.reason];
    case 'changed-outside':
      return {
        title: 'this COE was changed outside Once',
        safe: 'Both versions are safe.',
        next: 'Open it to compare them.',
      };
    case 'disk':
      return DISK_ERROR_WORDS[error.reason];
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
      return REFUSED_REPLY_WORDS[error.reason];
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

const UNSENT_UNREADABLE_WORDS: Record<UnsentUnreadable['reason'], ErrorWords> = {
  damaged: {
    title: 'its file is damaged',
    safe: 'It is still on the disk.',
    next: 'What you type from now on is stored in a new file.',
  },
  'newer-version': {
    title: 'its file is from a newer version of Once',
    safe: 'That file is unchanged.',
    next: 'Update Once, or copy what you typed elsewhere.',
  },
};
