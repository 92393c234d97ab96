import { useEffect } from 'react';
import { useNavigate } from 'react-router';

import type { ViewState } from '#ipc/vault.ts';

import { invoke } from '../platform/bridge.ts';
import { runCommand } from '../platform/commands.ts';
import { restoreField } from './view-state.ts';

/** Where the person was before a library was locked; null when that is unknown or has been restored. */
let pending: { library: string; viewState: ViewState } | null = null;

/** Whether the view of before the lock is about to be shown. */
export const isRestoringViewState = (library: string | undefined): boolean =>
  pending !== null && pending.library === library;

/** Asks main where the person was before the lock. Called while the library with this handle is locked. */
export async function readViewState(library: string): Promise<void> {
  const answer = await invoke('vault:view-state', {});
  pending = answer.ok && answer.value !== null ? { library, viewState: answer.value } : null;
}

/** After unlocking, goes to where the person was before the lock. Mount it with the open library. */
export function RestoreViewState({ library }: { library: string | undefined }) {
  const navigate = useNavigate();
  useEffect(() => {
    const wanted = pending;
    pending = null;
    if (wanted === null || wanted.library !== library) return;
    const { viewState } = wanted;
    void Promise.resolve(navigate(viewState.address, { replace: true })).then(() =>
      restoreField(viewState, (view) => runCommand(view === 'whole' ? 'coe.view-whole' : 'coe.view-guided')),
    );
  }, [navigate, library]);
  return null;
}
