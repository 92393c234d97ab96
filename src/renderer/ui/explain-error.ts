import { assertNever } from '#domain/result.ts';
import type { AppError, DiskErrorReason, VaultErrorReason } from '#ipc/app-error.ts';

/** What to say of a failure: what happened (to stand after a colon, or after `sentence`), what is safe, and what to do. */
export type ErrorWords = { title: string; safe: string; next: string };

/** Puts an expected failure into words. */
export function explainError(error: AppError): ErrorWords {
  switch (error.kind) {
    case 'library-missing':
      return {
        title: 'the library’s folder cannot be found',
        safe: 'Nothing was deleted by Once, and what you wrote is still here.',
        next: 'Connect the drive or put the folder back; Once goes on by itself. Or save a copy elsewhere.',
      };
    case 'library-read-only':
      return {
        title: 'this library can only be read',
        safe: 'Nothing in it was changed.',
        next: 'Save a copy elsewhere, or ask whoever owns the folder to let you write.',
      };
    case 'library-open-elsewhere':
      return {
        title: 'this library is open in another window of Once',
        safe: 'Nothing in it was changed from here.',
        next: 'Go on in that window, or close it: then you can write here after a moment.',
      };
    case 'library-loading':
      return { title: 'the library is still being read', safe: 'Nothing is lost.', next: 'Try again in a moment.' };
    case 'library-locked':
      return {
        title: 'the library is locked',
        safe: 'Everything in it is as it was.',
        next: 'Unlock it with your passphrase, then try again.',
      };
    case 'library-switched':
      return {
        title: 'the library of this COE is no longer open',
        safe: 'Nothing was written into the library that is open now.',
        next: 'Open its library again.',
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
        safe: 'It is left exactly as it is.',
        next: 'Problems lists it with the reason.',
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
        title: 'there is already one in its place',
        safe: 'Neither was changed.',
        next: 'Move the other one first.',
      };
    case 'not-text':
      return {
        title: 'there is no text in this file that could be shown',
        safe: 'It is left exactly as it is.',
        next: 'Show it in its folder and open it with another program.',
      };
    case 'not-a-backup':
      return {
        title: 'this backup cannot be read whole',
        safe: 'Your library and the other backups are untouched.',
        next: 'Take an older one. The damaged file stays where it is.',
      };
    case 'backup-folder-missing':
      return {
        title: 'the folder for backups is not there',
        safe: 'Your library is untouched, and so are the backups made so far.',
        next: 'Connect the drive, or choose another folder.',
      };
    case 'backup-folder-in-library':
      return {
        title: 'that folder is part of the library itself',
        safe: 'Nothing was changed.',
        next: 'Choose a folder outside it, best on another disk.',
      };
    case 'folder-not-empty':
      return {
        title: 'there are files in that folder already',
        safe: 'Nothing was written.',
        next: 'Choose an empty folder, or make a new one.',
      };
    case 'link-refused':
      return {
        title: 'that link is not one Once opens',
        safe: 'Nothing was opened.',
        next: 'Only https, http and mailto links lead outside.',
      };
    case 'cancelled':
      return { title: 'nothing was done', safe: 'Everything is as it was.', next: '' };
    case 'invalid-request':
      return {
        title: 'that could not be taken as it is',
        safe: 'Nothing was changed.',
        next: 'If it keeps happening, it is a fault in the app.',
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

const KEPT = 'The version on disk is whole, and what you wrote is still here.';

function explainDisk(reason: DiskErrorReason): ErrorWords {
  switch (reason) {
    case 'full':
      return {
        title: 'the disk is full',
        safe: KEPT,
        next: 'Make some room; Once tries again by itself. Or save a copy elsewhere.',
      };
    case 'quota':
      return {
        title: 'your share of this disk is used up',
        safe: KEPT,
        next: 'Make some room; Once tries again by itself. Or save a copy elsewhere.',
      };
    case 'not-permitted':
      return {
        title: 'Once may not write in this folder',
        safe: KEPT,
        next: 'Allow writing there, or save a copy elsewhere.',
      };
    case 'read-only':
      return { title: 'this disk can only be read', safe: KEPT, next: 'Save a copy elsewhere.' };
    case 'too-many-open':
      return {
        title: 'the computer has too many files open',
        safe: KEPT,
        next: 'Close some programs; Once tries again by itself.',
      };
    case 'name-too-long':
      return {
        title: 'the folder’s path is too long for this disk',
        safe: KEPT,
        next: 'Move the library to a shorter path, or save a copy elsewhere.',
      };
    case 'input-output':
      return {
        title: 'the disk reported a reason',
        safe: KEPT,
        next: 'Save a copy on another disk, and look after this one.',
      };
    case 'gone':
      return {
        title: 'the folder or the disk is gone',
        safe: 'What you wrote is still here.',
        next: 'Connect it again, or save a copy elsewhere.',
      };
    case 'other':
      return {
        title: 'the disk said no',
        safe: KEPT,
        next: 'Once tries again by itself. To be sure, save a copy elsewhere.',
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
        next: 'Look at capital letters and the keyboard’s language and try again, or use the recovery key. If neither opens it, a backup of the library’s folder has the key files as they were.',
      };
    case 'damaged-keys':
      return {
        title: 'the key files of this library are damaged',
        safe: 'The COEs themselves are as they were.',
        next: 'Try the recovery key. If that does not open it, put the folder “vault” of a backup in its place.',
      };
    case 'no-keys':
      return {
        title: 'the key files of this library are missing',
        safe: 'The COEs themselves are as they were.',
        next: 'Put the folder “vault” of a backup back into the library’s folder, then try again.',
      };
    case 'not-written':
      return {
        title: 'what was written could not be read back as it should',
        safe: 'The library is as it was before.',
        next: 'The disk may be failing. Make a backup on another one before you try again.',
      };
    case 'changed-meanwhile':
      return {
        title: 'another program kept changing the files',
        safe: 'The library is as it was before.',
        next: 'Pause the service that syncs this folder, then try again.',
      };
    case 'changing-elsewhere':
      return {
        title: 'this library is being encrypted or decrypted by another Once',
        safe: UNCHANGED,
        next: 'Wait until that is done, then look again. After an hour without an end Once tidies up by itself.',
      };
    case 'done-already':
      return { title: 'that was done already', safe: UNCHANGED, next: '' };
    case 'no-keychain':
      return {
        title: 'the system would not keep the key',
        safe: 'Your passphrase opens the library as before.',
        next: '',
      };
    case 'not-confirmed':
      return {
        title: 'the recovery key was not what was shown',
        safe: UNCHANGED,
        next: 'Compare it with what you wrote down, character by character.',
      };
    default:
      return assertNever(reason);
  }
}

/** Gives words that can stand after a colon the capital of a sentence of their own. */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
