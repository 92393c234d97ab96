import { assertNever } from '#domain/result.ts';
import type { DiskErrorReason } from '#ipc/app-error.ts';

import type { ErrorWords } from './error-words.ts';

const KEPT = 'The version on disk is intact, and what you wrote is still here.';

/** Explains why the disk refused. */
export function explainDisk(reason: DiskErrorReason): ErrorWords {
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
