import type { Coe } from '#domain/coe/coe.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

import { invoke, listen } from '../platform/bridge.ts';
import { createDraft } from './draft.ts';
import type { Draft, DraftOutside } from './draft-state.ts';
import { collectPending } from './pending-edits.ts';
import type { SaveState } from './save-state.ts';

/** The handle of the open library; null until main has named it. */
let library: string | null = null;

/** The drafts of the open library, by the id of their COE. Another library may have a COE with the same id. */
const drafts = new Map<string, Draft>();

/** How the drafts of one library reach main, which refuses a request that names another library than the open one. */
const outsideOf = (handle: string): DraftOutside => ({
  save: (coe, base) => invoke('coe:save', { library: handle, coe, base }),
  open: async (id) => {
    const opened = await invoke('coe:open', { id });
    return opened.ok && opened.value.library !== handle ? fail({ kind: 'library-switched' }) : opened;
  },
  keep: (coe, base, since) => invoke('journal:keep', { library: handle, coe, base, since }),
  drop: (coeId) => invoke('journal:drop', { library: handle, coeId }),
  now: () => Date.now(),
  collectPending,
});

/** The draft of a COE: the open one, with its history, or a new one read from disk. */
export async function openDraft(id: string): Promise<Result<Draft, AppError>> {
  const open = drafts.get(id);
  if (open !== undefined) return ok(open);
  const opened = await invoke('coe:open', { id });
  if (!opened.ok) return fail(opened.error);
  library ??= opened.value.library;
  // The person switched libraries while main answered.
  if (opened.value.library !== library) return fail({ kind: 'library-switched' });
  // Another caller may have been faster, and there must be only one draft.
  const draft = drafts.get(id) ?? createDraft(opened.value, outsideOf(library));
  drafts.set(id, draft);
  return ok(draft);
}

/** Ends a draft whose COE was deleted. */
export function forgetDraft(id: string): void {
  drafts.get(id)?.dispose();
  drafts.delete(id);
}

/** How many COEs could not be saved, and how many of those are kept in the journal of this computer. */
export type Flushed = { unsaved: number; kept: number };

/** Saves everything that is pending; what cannot be saved is kept at least. */
export async function flushAllDrafts(): Promise<Flushed> {
  collectPending();
  const open = [...drafts.values()].filter((draft) => !draft.store.getState().readOnly);
  const saved = await Promise.all(open.map((draft) => draft.flush()));
  const left = open.filter((_draft, index) => saved[index] !== true);
  return { unsaved: left.length, kept: left.filter((draft) => draft.store.getState().isKept === true).length };
}

/** Offers a place elsewhere for every COE that could not be saved, one after the other. */
export async function saveCopiesOfUnsaved(): Promise<void> {
  for (const draft of drafts.values()) {
    const { coe, saveState } = draft.store.getState();
    // oxlint-disable-next-line no-await-in-loop -- one file dialog at a time
    if (saveState.kind !== 'saved') await invoke('coe:save-copy', { coe });
  }
}

/**
 * Keeps the drafts in step with what main sees on disk. Call once. `onLost` gets each COE of a library that was left whose
 * last changes are neither saved nor in the journal.
 */
export function watchOutsideChanges(onLost: (coe: Coe) => void): () => void {
  let wasClosed = false;
  const stops = [
    listen('coe:changed-outside', ({ id, revision }) => void drafts.get(id)?.noticeOutsideChange(revision)),
    listen('library:changed', (state) => {
      if (library !== state.handle) {
        closeDrafts(onLost);
        library = state.handle;
      }
      if (state.status === 'locked' || state.status === 'changing') {
        for (const draft of drafts.values()) draft.suspend();
        wasClosed = true;
      }
      if (state.isOpenElsewhere || state.writable) {
        for (const draft of drafts.values()) draft.setReadOnly(state.isOpenElsewhere);
      }
      if (state.status === 'ready') {
        void saveAll(wasClosed ? ['failed', 'edited'] : ['failed']);
        wasClosed = false;
      }
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Ends all drafts, for a library that was left. Main has had everything saved before; `onLost` gets what came after. */
function closeDrafts(onLost: (coe: Coe) => void): void {
  collectPending();
  for (const draft of drafts.values()) {
    const { coe, saveState, isKept } = draft.store.getState();
    draft.dispose();
    if (saveState.kind !== 'saved' && isKept !== true) onLost(coe);
  }
  drafts.clear();
}

async function saveAll(kinds: readonly SaveState['kind'][]): Promise<void> {
  const open = [...drafts.values()].filter((draft) => kinds.includes(draft.store.getState().saveState.kind));
  await Promise.all(open.map((draft) => draft.flush()));
}
