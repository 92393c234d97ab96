import { lossless } from '#domain/merge/lossless.ts';
import { merge } from '#domain/merge/merge.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { RecoveredWriting } from '#ipc/journal.ts';

import { openDraft } from '../../draft/open-drafts.ts';
import { invoke } from '../../platform/bridge.ts';

/**
 * Restores recovered writing to its COE, as one step that can be undone. It is merged with what is in the file now;
 * where both changed the same text, both are kept. A COE that is no longer in the library is created again. `library`
 * is the handle of the open library.
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
    draft.change((now) => ({ ...merge(base, coe, now, lossless).merged }), { location: 'outside' });
    // If it cannot be saved, it is in the journal again. The old entry goes only when the text is safe elsewhere.
    if (!(await draft.flush()) && draft.store.getState().isInJournal !== true) return ok(null);
  } else {
    const saved = await invoke('coe:save', { library, coe, base: 'none' });
    if (!saved.ok) return saved;
  }
  const discarded = await invoke('journal:discard', { library, id });
  // Main removes an entry by itself once it finds the text saved.
  return !discarded.ok && discarded.error.kind === 'not-found' ? ok(null) : discarded;
}
