import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

import { invoke, listen } from '../platform/bridge.ts';
import { createDraft } from './draft.ts';
import type { Draft, DraftOutside } from './draft-state.ts';
import { collectPending } from './pending-edits.ts';

const drafts = new Map<string, Draft>();

const outside: DraftOutside = {
  save: (coe, base) => invoke('coe:save', { coe, base }),
  open: (id) => invoke('coe:open', { id }),
  keep: (coe, base, since) => invoke('journal:keep', { coe, base, since }),
  drop: (coeId) => invoke('journal:drop', { coeId }),
  now: () => Date.now(),
  collectPending,
};

/** The draft of a COE: the one that is open already, with its history, or a new one read from disk. */
export async function openDraft(id: string): Promise<Result<Draft, AppError>> {
  const open = drafts.get(id);
  if (open !== undefined) return ok(open);
  const opened = await invoke('coe:open', { id });
  if (!opened.ok) return fail(opened.error);
  // Asking takes a moment; another caller may have been faster, and there must be one draft only.
  const draft = drafts.get(id) ?? createDraft(opened.value, outside);
  drafts.set(id, draft);
  return ok(draft);
}

/** Forgets a draft, for a COE that was deleted or a library that was closed. */
export const forgetDraft = (id: string): void => void drafts.delete(id);

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

/** Keeps the drafts in step with what main sees on disk. Call once. */
export function watchOutsideChanges(): () => void {
  let place: string | null = null;
  const stops = [
    listen('coe:changed-outside', ({ id, revision }) => void drafts.get(id)?.noticeOutsideChange(revision)),
    listen('library:changed', (state) => {
      // Another library: its COEs are others, and main has had everything saved before it switched.
      if (place !== null && place !== state.place) drafts.clear();
      place = state.place;
      if (state.isOpenElsewhere || state.writable) {
        for (const draft of drafts.values()) draft.setReadOnly(state.isOpenElsewhere);
      }
      if (state.status === 'ready') void retryFailed();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

async function retryFailed(): Promise<void> {
  await Promise.all(
    [...drafts.values()]
      .filter((draft) => draft.store.getState().saveState.kind === 'failed')
      .map((draft) => draft.flush()),
  );
}
