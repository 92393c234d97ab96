import type { AppError, DiskErrorReason } from '#ipc/app-error.ts';

/** What happened, and what to do, a sentence each. */
type Words = { readonly what: string; readonly todo: string };

const GONE: Words = {
  what: 'The folder or the disk of this library cannot be found.',
  todo: 'Connect the disk, or put the folder back where it was.',
};
const OTHER: Words = {
  what: 'The files of this library could not be read or written.',
  todo: 'Check the folder of the library and its disk.',
};

const WORDS: Readonly<Record<DiskErrorReason, Words>> = {
  full: { what: 'The disk of this library is full.', todo: 'Free some space on it.' },
  quota: { what: 'Your quota on the disk of this library is used up.', todo: 'Free some space on it.' },
  'not-permitted': {
    what: 'Once may not write in the folder of this library.',
    todo: 'Give Once the permission to write there.',
  },
  'read-only': { what: 'The disk of this library is read-only.', todo: 'Make it possible to write on it.' },
  'too-many-open': { what: 'This computer has too many files open.', todo: 'Close some programs.' },
  'name-too-long': {
    what: 'The path of this library is too long for its disk.',
    todo: 'Move the library to a shorter path.',
  },
  'input-output': {
    what: 'The disk of this library reported an error.',
    todo: 'Check it for errors, and save a copy of the library on another disk.',
  },
  gone: GONE,
  other: OTHER,
};

/** Says why the library on this computer could not be read or written, and what to do. */
export function explainLibraryProblem(error: AppError): Words {
  if (error.kind === 'disk') return WORDS[error.reason];
  return error.kind === 'library-missing' ? GONE : OTHER;
}
