import type { DiskErrorReason } from '#ipc/app-error.ts';

import type { ErrorWords } from './error-words.ts';

const KEPT = 'The version on disk is intact, and what you wrote is still here.';

/** What to say when the disk refused, by the reason. */
export const DISK_ERROR_WORDS: Readonly<Record<DiskErrorReason, ErrorWords>> = {
  full: {
    title: 'the disk is full',
    safe: KEPT,
    next: 'Free up some space and try again, or save a copy elsewhere.',
  },
  quota: {
    title: 'your disk quota is used up',
    safe: KEPT,
    next: 'Free up some space and try again, or save a copy elsewhere.',
  },
  'not-permitted': {
    title: 'Once may not write to this folder',
    safe: KEPT,
    next: 'Give Once permission to write there, or save a copy elsewhere.',
  },
  'read-only': { title: 'this disk is read-only', safe: KEPT, next: 'Save a copy elsewhere.' },
  'too-many-open': {
    title: 'the computer has too many files open',
    safe: KEPT,
    next: 'Close some programs and try again.',
  },
  'name-too-long': {
    title: 'the folder’s path is too long for this disk',
    safe: KEPT,
    next: 'Move the library to a shorter path, or save a copy elsewhere.',
  },
  'input-output': {
    title: 'the disk reported an error',
    safe: KEPT,
    next: 'Save a copy on another disk, and check this one for errors.',
  },
  gone: {
    title: 'the folder or the disk cannot be found',
    safe: 'What you wrote is still here.',
    next: 'Reconnect it, or save a copy elsewhere.',
  },
  other: {
    title: 'the file could not be written or read',
    safe: KEPT,
    next: 'Try again, or save a copy elsewhere.',
  },
};
