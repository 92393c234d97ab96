import { useState } from 'react';

import { useDraft, useDraftState } from '../../draft/draft-context.ts';
import type { Resolution } from '../../draft/draft-state.ts';
import type { ExternalVersion } from '../../draft/save-state.ts';
import { runCommand } from '../../platform/commands.ts';
import { Button } from '../../ui/button.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import styles from './save.module.css';

/**
 * Shown when another program changed the file in conflict with unsaved changes. Nothing is saved until the person
 * decides.
 */
export function ExternalChangeBanner() {
  const draft = useDraft();
  const saveState = useDraftState((state) => state.saveState);
  const [isComparing, setIsComparing] = useState(false);
  if (saveState.kind !== 'changed-outside') return null;
  const isGone = saveState.theirs === null;
  return (
    <div className={styles.banner} role="alert">
      <p>
        {isGone
          ? 'The file of this COE was moved or deleted, or cannot be read. What you see here is complete, and nothing was overwritten.'
          : 'This COE was changed outside Once in a part that you were editing. Both versions are safe, and nothing was overwritten.'}
      </p>
      {!isGone && (
        <Button look="primary" onPress={() => setIsComparing(true)}>
          Compare
        </Button>
      )}
      {!isGone && <Button onPress={() => void draft.resolveConflict('theirs')}>Use the version on disk</Button>}
      <Button onPress={() => void draft.resolveConflict('mine')}>{isGone ? 'Save it again' : 'Keep mine'}</Button>
      <Button onPress={() => runCommand('coe.save-copy')}>Save mine as a copy…</Button>
      {isComparing && saveState.theirs !== null && (
        <DifferenceDialog theirs={saveState.theirs} onClose={() => setIsComparing(false)} />
      )}
    </div>
  );
}

type DifferenceDialogProps = { theirs: NonNullable<ExternalVersion>; onClose: () => void };

/** Compares the draft with the version on disk. */
function DifferenceDialog({ theirs, onClose }: DifferenceDialogProps) {
  const draft = useDraft();
  const resolve = (resolution: Resolution): void => void draft.resolveConflict(resolution).then(onClose);
  return (
    <MergeDialog base={theirs.base} theirs={theirs.coe} otherName="On disk" onResolve={resolve} onClose={onClose}>
      <Button onPress={() => resolve('theirs')}>Use the version on disk</Button>
      <Button onPress={() => resolve('mine')}>Keep mine</Button>
    </MergeDialog>
  );
}
