import { keepMost } from '#domain/merge/keep-most.ts';
import { merge } from '#domain/merge/merge.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { RecoveredWriting } from '#ipc/journal.ts';

import { openDraft } from '../../draft/open-drafts.ts';
import { invoke } from '../../platform/bridge.ts';

/**
 * Puts recovered writing back into its COE, as a step that undo takes back. What changed in the file meanwhile stays; where both
 * were written, both are there. A COE that is not in the library any more is made again. `library` is the handle of the open one.
 */
export async function restoreRecovered(
  { id, coeId }: RecoveredWriting,
  library: string,
): Promise<Result<null, AppError>> {
  const read = await invoke('journal:read', { id });
  if (!read.ok) return read;
  const { coe, base, isInLibrary } = read.value;
  if (isInLibrary) {
    const opened = await openDraft(coeId);
    if (!opened.ok) return opened;
    const draft = opened.value;
    if (draft.store.getState().readOnly) return fail({ kind: 'library-read-only' });
    draft.change((now) => ({ ...merge(base, coe, now, keepMost).merged }), { place: 'outside' });
    // Kept in the journal anew when it cannot be saved; either way it is somewhere safe before the old one is put away.
    if (!(await draft.flush()) && draft.store.getState().isKept !== true) return ok(null);
  } else {
    const saved = await invoke('coe:save', { library, coe, base: 'none' });
    if (!saved.ok) return saved;
  }
  return invoke('journal:discard', { id });
}
