import type { Coe } from '#domain/coe/coe.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

import { invoke, invokeAsText, listen } from '../platform/bridge.ts';
import { createDraft } from './draft.ts';
import type { Draft, DraftIo } from './draft-state.ts';
import { flushPendingEdits, peekPendingEdits } from './pending-edits.ts';
import type { SaveState } from './save-state.ts';

/** The handle of the open library; null until main has named it. */
let library: string | null = null;

/** The drafts of the open library, by the id of their COE. Another library may have a COE with the same id. */
const drafts = new Map<string, Draft>();

/** How the drafts of one library reach main. Main refuses a request that names a library other than the open one. */
const ioOf = (handle: string): DraftIo => ({
  save: (coe, base) => invokeAsText('coe:save', { library: handle, coe, base }),
  open: async (id) => {
    const opened = await invoke('coe:open', { id });
    return opened.ok && opened.value.library !== handle ? fail({ kind: 'library-switched' }) : opened;
  },
  writeToJournal: (coe, base, since, as) => invokeAsText('journal:write', { library: handle, coe, base, since, ...as }),
  appendToJournal: (coeId, patch, to) => invoke('journal:append', { library: handle, coeId, patch, ...to }),
  removeFromJournal: (coeId) => invoke('journal:clear', { library: handle, coeId }),
  now: () => Date.now(),
  flushPendingEdits,
  peekPendingEdits,
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
  const draft = drafts.get(id) ?? createDraft(opened.value, ioOf(library));
  drafts.set(id, draft);
  return ok(draft);
}

/** Ends a draft whose COE was deleted. */
export function closeDraft(id: string): void {
  drafts.get(id)?.dispose();
  drafts.delete(id);
}

/** How many COEs could not be saved, and how many of those are in the journal of this computer. */
export type FlushResult = { unsaved: number; kept: number };

/** Saves all drafts. What cannot be saved is written to the journal. */
export async function flushAllDrafts(): Promise<FlushResult> {
  flushPendingEdits();
  const open = [...drafts.values()].filter((draft) => !draft.store.getState().readOnly);
  const saved = await Promise.all(open.map((draft) => draft.flush()));
  const left = open.filter((_draft, index) => saved[index] !== true);
  return { unsaved: left.length, kept: left.filter((draft) => draft.store.getState().isInJournal === true).length };
}

/** Asks for a file to save a copy of each unsaved COE to, one after the other. */
export async function saveCopiesOfUnsaved(): Promise<void> {
  for (const draft of drafts.values()) {
    const { coe, saveState } = draft.store.getState();
    // oxlint-disable-next-line no-await-in-loop -- one file dialog at a time
    if (saveState.kind !== 'saved') await invoke('coe:save-copy', { coe });
  }
}

/**
 * Updates the drafts when their files or the library change. Call once. After a switch to another library `onLost` gets
 * each COE whose last changes are neither saved nor in the journal.
 */
export function watchLibrary(onLost: (coe: Coe) => void): () => void {
  let wasClosed = false;
  const stops = [
    listen('coe:changed-outside', ({ id, revision }) => void drafts.get(id)?.onExternalChange(revision)),
    listen('library:changed', (state) => {
      if (library !== state.handle) {
        disposeDrafts(onLost);
        library = state.handle;
      }
      if (state.status === 'locked' || state.status === 'changing' || state.status === 'failed') {
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

/** Ends all drafts after a switch. Main has had them saved before it; `onLost` gets what was typed since. */
function disposeDrafts(onLost: (coe: Coe) => void): void {
  flushPendingEdits();
  for (const draft of drafts.values()) {
    const { coe, saveState, isInJournal } = draft.store.getState();
    draft.dispose();
    if (saveState.kind !== 'saved' && isInJournal !== true) onLost(coe);
  }
  drafts.clear();
}

async function saveAll(kinds: readonly SaveState['kind'][]): Promise<void> {
  const open = [...drafts.values()].filter((draft) => kinds.includes(draft.store.getState().saveState.kind));
  await Promise.all(open.map((draft) => draft.flush()));
}
