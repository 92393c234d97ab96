import { useState } from 'react';

import { useDraft, useDraftState } from '../../draft/draft-context.ts';
import { runCommand } from '../../platform/commands.ts';
import { Button } from '../../ui/button.tsx';
import { DifferenceDialog } from './difference-dialog.tsx';
import styles from './save.module.css';

/** Said when the file was changed elsewhere while there are words here that are not in it. Nothing is written until the writer decides. */
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
          ? 'The file of this COE is no longer where it was, or cannot be read. What you see here is whole and has not been written over anything.'
          : 'This COE was changed outside Once in a place where you were writing too. Both versions are safe, and nothing has been written over.'}
      </p>
      {!isGone && (
        <Button look="primary" onPress={() => setIsComparing(true)}>
          Compare
        </Button>
      )}
      {!isGone && <Button onPress={() => void draft.resolveConflict('theirs')}>Take the version on disk</Button>}
      <Button onPress={() => void draft.resolveConflict('mine')}>{isGone ? 'Write it again' : 'Keep mine'}</Button>
      <Button onPress={() => runCommand('coe.save-copy')}>Save mine as a copy…</Button>
      {isComparing && saveState.theirs !== null && (
        <DifferenceDialog theirs={saveState.theirs} onClose={() => setIsComparing(false)} />
      )}
    </div>
  );
}
