import type { AppError, DiskErrorReason } from '#ipc/app-error.ts';

/** What happened, and what to do, a sentence each. */
type Words = { readonly what: string; readonly todo: string };

/**
 * `library` is the library in a sentence: “this library”, or the name of another one. What happened begins with no name,
 * because it also follows other words, in small letters.
 */
const WORDS: Readonly<Record<DiskErrorReason, (library: string) => Words>> = {
  full: (library) => ({ what: `The disk of ${library} is full.`, todo: 'Free some space on it.' }),
  quota: (library) => ({ what: `Your quota on the disk of ${library} is used up.`, todo: 'Free some space on it.' }),
  'not-permitted': (library) => ({
    what: `The folder of ${library} cannot be written to.`,
    todo: 'Give Once the permission to write there.',
  }),
  'read-only': (library) => ({
    what: `The disk of ${library} is read-only.`,
    todo: 'Make it possible to write on it.',
  }),
  'too-many-open': () => ({ what: 'This computer has too many files open.', todo: 'Close some programs.' }),
  'name-too-long': (library) => ({
    what: `The path of ${library} is too long for its disk.`,
    todo: 'Move the library to a shorter path.',
  }),
  'input-output': (library) => ({
    what: `The disk of ${library} reported an error.`,
    todo: 'Check it for errors, and save a copy of the library on another disk.',
  }),
  gone: (library) => ({
    what: `The folder or the disk of ${library} cannot be found.`,
    todo: 'Connect the disk, or put the folder back where it was.',
  }),
  other: (library) => ({
    what: `The files of ${library} could not be read or written.`,
    todo: 'Check the folder of the library and its disk.',
  }),
};

/** Says why a library on this computer, the open one or that of a name, could not be read or written, and what to do. */
export function explainLibraryProblem(error: AppError, library = 'this library'): Words {
  if (error.kind === 'disk') return WORDS[error.reason](library);
  return WORDS[error.kind === 'library-missing' ? 'gone' : 'other'](library);
}
