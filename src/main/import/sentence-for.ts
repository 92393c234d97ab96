import type { AppError } from '#ipc/app-error.ts';

/** Why a COE, a picture or a file was not written, as a sentence for the receipt. */
export function sentenceFor(error: AppError): string {
  if (error.kind === 'disk')
    return error.reason === 'full' ? 'The disk is full.' : `The disk refused the file (${error.code}).`;
  if (error.kind === 'changed-outside') return 'The COE changed while it was replaced, and was left as it is.';
  return 'The library cannot be changed now.';
}
