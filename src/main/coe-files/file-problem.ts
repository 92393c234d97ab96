import type { FileFault } from '#domain/file/file-fault.ts';
import type { Problem } from '#ipc/library-state.ts';

/** Why a file in the folder is not listed as a COE: a fault of its text, or of the file itself. */
export type ProblemCause =
  | FileFault
  | { readonly reason: 'not-a-file' }
  | { readonly reason: 'not-here-yet' }
  | { readonly reason: 'not-permitted' | 'input-output'; readonly detail: string };

/** The problem to list for a file. The detail holds positions, sizes and ids, and never quotes the text. */
export const problemOf = (fileName: string, cause: ProblemCause): Problem => ({
  fileName,
  reason: cause.reason,
  detail: detailOf(cause),
});

function detailOf(cause: ProblemCause): string {
  switch (cause.reason) {
    case 'too-large':
      return `${cause.bytes} bytes`;
    case 'newer-version':
      return `version ${cause.version}`;
    case 'wrong-name':
      return cause.id;
    case 'empty':
    case 'zero-filled':
    case 'too-deep':
    case 'not-opened':
    case 'not-sealed':
    case 'not-a-file':
    case 'not-here-yet':
      return '';
    default:
      return cause.detail;
  }
}
