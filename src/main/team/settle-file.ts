import { writeCoe } from '#domain/file/write-coe.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { type SettleChoice, settleQuestion } from '#domain/team/settle-question.ts';
import type { TeamQuestion } from '#domain/team/team-question.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { TeamProblem } from '#ipc/team.ts';

import { type LibraryFiles, refusalOf } from './library-files.ts';
import { blobId } from './object-id.ts';
import { PLAIN } from './team-failure.ts';
import { coeIn } from './team-history.ts';

const UNREADABLE: TeamProblem = {
  ...PLAIN,
  kind: 'unreadable-version',
  what: 'This version cannot be read by Once, so the file stays as it is.',
  todo: 'Leave it as it is, or write into the COE by hand what is missing.',
};

/**
 * Makes a file of the library what somebody chose when they settled a question about it. Fails with `not-found` if the
 * wording no longer fits, or if the file changed in that moment, and with a problem if it is a whole file that Once could
 * not read here.
 */
export async function settleFile(
  files: LibraryFiles,
  question: TeamQuestion,
  choice: SettleChoice,
): Promise<Result<null, AppError>> {
  const read = await files.read(question.file);
  if (!read.ok) return read;
  const settled = settledFile(question, choice, read.value);
  if (settled === null) return fail({ kind: 'not-found' });
  if (settled === 'as-it-is') return ok(null);
  const before = read.value === null ? null : blobId(read.value);
  if (settled !== 'deleted') {
    const bytes = Buffer.from(settled.text);
    // Somebody may have broken the file, or a stranger have put another into the question.
    if (refusalOf(question.file, bytes) !== null) return fail({ kind: 'team', problem: UNREADABLE });
    const [written] = await files.write([{ path: question.file, bytes, expected: before }]);
    if (written?.ok === false) return written;
    return (written?.value ?? null) === null ? fail({ kind: 'not-found' }) : ok(null);
  }
  if (before === null) return ok(null);
  const removed = await files.remove(question.file, before);
  if (!removed.ok) return removed;
  return removed.value ? ok(null) : fail({ kind: 'not-found' });
}

/** The content of a file after a question about it is settled; null when the wording no longer fits. */
function settledFile(
  question: TeamQuestion,
  choice: SettleChoice,
  bytes: Uint8Array | null,
): { readonly text: string } | 'as-it-is' | 'deleted' | null {
  if (choice === 'stands' || choice === question.stands) return 'as-it-is';
  const wanted = choice === 'first' ? question.first : question.second;
  if (question.kind === 'deleted') return wanted === null ? 'deleted' : 'as-it-is';
  if (question.kind === 'file') return typeof wanted === 'string' ? { text: wanted } : null;
  const coe = bytes === null ? null : coeIn(Buffer.from(bytes).toString('utf8'));
  const settled = coe === null ? null : settleQuestion(coe, question, choice);
  if (settled === null) return null;
  return settled === coe ? 'as-it-is' : { text: writeCoe(settled) };
}
