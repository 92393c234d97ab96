import { assertNever } from '#domain/result.ts';
import { quantity } from '#domain/text/format.ts';
import type { LibraryState, Problem } from '#ipc/library-state.ts';

/** Why a file is not listed as a COE, and what the person can do. */
export type ProblemWords = { readonly what: string; readonly next: string };

/** The reason a file could not be read, as text. It never quotes the file. */
export function problemWords({ reason, detail }: Problem): ProblemWords {
  switch (reason) {
    case 'empty':
      return {
        what: 'The file is empty (0 bytes). OneDrive, Dropbox and similar services leave such a placeholder for a file that is only online.',
        next: 'Make the file available offline in that service; it then appears by itself. If it stays empty, restore an earlier version.',
      };
    case 'zero-filled':
      return { what: 'The file holds nothing but zeros, as after a power cut.', next: RESTORE };
    case 'wrong-encoding':
      return {
        what: `The file is not written in UTF-8 (${detail}).`,
        next: 'Open it in a text editor and save it as UTF-8.',
      };
    case 'too-large':
      return { what: `The file is far larger than a COE can be: ${detail}.`, next: BELONGS_ELSEWHERE };
    case 'too-deep':
      return { what: 'The file is nested deeper than a COE ever is.', next: BELONGS_ELSEWHERE };
    case 'not-json':
      return { what: 'The file breaks off, or was never JSON.', next: RESTORE };
    case 'not-a-coe':
      return { what: 'The file is JSON, but not a COE.', next: BELONGS_ELSEWHERE };
    case 'newer-version':
      return {
        what: `A newer Once wrote this file (${detail}).`,
        next: 'Open it with that version; this one leaves it alone.',
      };
    case 'invalid':
      return { what: 'Something in the file is not as it should be.', next: MEND };
    case 'wrong-name':
      return {
        what: 'The file’s name and the COE in it do not belong together; often it is a copy made by a sync program.',
        next: `Compare it with ${detail}.json and keep the one you want.`,
      };
    case 'not-opened':
      return { what: 'The file is encrypted, and is damaged or under another key.', next: RESTORE };
    case 'not-sealed':
      return {
        what: 'This library is encrypted, and this file was not encrypted with it.',
        next: 'Open a library without encryption to read it, or move it to another folder.',
      };
    case 'conflict-copy':
      return {
        what: 'This is another version of a COE that is here too; often a sync program puts one beside it.',
        next: 'Open the COE to compare the two and put them together. Nothing is lost until you have.',
      };
    case 'copy-alone':
      return {
        what: 'This is a copy of a COE whose own file is gone.',
        next: 'Bring it back, and it is the COE again.',
      };
    case 'not-a-file':
      return { what: 'This is a folder or a link, where a file should be.', next: BELONGS_ELSEWHERE };
    case 'not-permitted':
      return { what: 'Once may not read this file.', next: 'Allow reading it, and it appears by itself.' };
    case 'not-here-yet':
      return {
        what: 'This is a placeholder of iCloud: the file is online and not on this computer yet.',
        next: 'Download it in Finder, or choose to keep the folder downloaded; it then appears by itself.',
      };
    case 'input-output':
      return {
        what: `The disk could not read this file (${detail}).`,
        next: 'Copy what you can from this disk, and look after it.',
      };
    default:
      return assertNever(reason);
  }
}

const RESTORE = 'If you keep backups or a sync folder with versions, put an older version back.';
const MEND = 'Mend it in a text editor, or put an older version back; it appears by itself.';
const BELONGS_ELSEWHERE = 'If it is not a COE, move it to another folder.';

/** The reasons whose detail is a sentence that says where in the file the problem is. */
const SAY_WHERE: readonly Problem['reason'][] = ['not-json', 'not-a-coe', 'invalid'];

/** Where in the file the problem is; empty when that is unknown or already said. */
export const whereInFile = ({ reason, detail }: Problem): string => (SAY_WHERE.includes(reason) ? detail : '');

/** The number of problems, by sort, for the link to them. */
export function problemsInShort({ problemCount, copyCount }: Pick<LibraryState, 'problemCount' | 'copyCount'>): string {
  const unreadable = problemCount - copyCount;
  const copies = `${quantity(copyCount, 'other version')} to compare`;
  if (unreadable === 0) return copies;
  const files = `${quantity(unreadable, 'file')} could not be read`;
  return copyCount === 0 ? files : `${files}, ${copies}`;
}
