import { useSyncExternalStore } from 'react';

import { Check, CloudOff, LoaderCircle, Pencil, TriangleAlert } from 'lucide-react';

import { unreadTimes } from '#domain/coe/unread-times.ts';
import { quantity } from '#domain/text/format.ts';
import { formatTime } from '#domain/time/format-instant.ts';

import { useCoe, useDraft, useDraftState } from '../../draft/draft-context.ts';
import type { SaveState } from '../../draft/save-state.ts';
import { runCommand } from '../../platform/commands.ts';
import { Button } from '../../ui/button.tsx';
import { useZone } from '../../platform/today.ts';
import { hasPendingProse, onPendingProseChange } from '../../rich-text/pending-prose.ts';
import { useDateStyle } from '../../ui/date-style.ts';
import { explainError } from '../../ui/explain-error.ts';
import styles from './save.module.css';

/** Whether the COE is saved, in words, with ways out when it is not. */
export function SaveStatus() {
  const draft = useDraft();
  const saveState = useDraftState((state) => state.saveState);
  const readOnly = useDraftState((state) => state.readOnly);
  // What is pending matters only until the draft has a part of it, so this is not drawn for each part.
  const isUnsaved = useSyncExternalStore(
    onPendingProseChange,
    () => draft.store.getState().saveState.kind === 'saved' && hasPendingProse(),
  );
  const isInJournal = useDraftState((state) => state.isInJournal);
  const unread = useCoe((coe) => Object.values(unreadTimes(coe)).flat().length);
  const isFailed = saveState.kind === 'failed';
  return (
    <div className={styles.saveState} data-failed={isFailed || undefined}>
      <div role="status" aria-label="Save state" aria-live="polite" className={styles.status}>
        {readOnly ? (
          <>
            <CloudOff size={14} aria-hidden /> Read only
          </>
        ) : (
          <>
            <SaveStateText state={isUnsaved ? { kind: 'edited' } : saveState} isInJournal={isInJournal === true} />
            {saveState.kind === 'saved' && unread > 0 && ` · ${quantity(unread, 'time')} not read`}
          </>
        )}
      </div>
      {isFailed && (
        <>
          <Button onPress={() => void draft.flush()}>Retry</Button>
          <Button onPress={() => runCommand('coe.save-copy')}>Save a copy…</Button>
        </>
      )}
    </div>
  );
}

function SaveStateText({ state, isInJournal }: { state: SaveState; isInJournal: boolean }) {
  switch (state.kind) {
    case 'saved':
      return (
        <>
          <Check size={14} aria-hidden /> Saved{state.at !== null && <SavedTime at={state.at} />}
        </>
      );
    case 'edited':
      return (
        <>
          <Pencil size={13} aria-hidden /> Edited
        </>
      );
    case 'saving':
      return (
        <>
          <LoaderCircle size={14} aria-hidden /> Saving
        </>
      );
    case 'failed': {
      const words = explainError(state.error);
      return (
        <>
          <TriangleAlert size={14} aria-hidden />
          <p className={styles.failure}>
            Not saved: {words.title}.{isInJournal && ' What you wrote is kept on this computer.'}
            <small>
              {words.safe} {words.next}
              {state.error.kind === 'disk' && ' Once also keeps trying.'}
            </small>
          </p>
        </>
      );
    }
    case 'changed-outside':
      return (
        <>
          <TriangleAlert size={14} aria-hidden /> Changed outside
        </>
      );
  }
}

const SavedTime = ({ at }: { at: string }) => ` ${formatTime(at, useZone(), useDateStyle())}`;
