import { useEffect, useMemo, useState } from 'react';

import { differences } from '#domain/merge/differences.ts';

import { useDraftState } from '../../draft/draft-context.ts';
import type { DraftState } from '../../draft/draft-state.ts';
import { usePatternWords } from '../../platform/patterns.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './save.module.css';

type Change = NonNullable<DraftState['lastMerge']>;

/** Merges that were announced, so that coming back to a COE does not announce them again. */
const announced = new WeakSet<Change>();

/** Announces with a toast that changes from outside were merged, and shows them on request. */
export function MergeNotice() {
  const change = useDraftState((state) => state.lastMerge);
  const [shown, setShown] = useState<Change | null>(null);
  useEffect(() => {
    if (change === null || announced.has(change)) return;
    announced.add(change);
    showToast('Changes made outside Once were merged.', { label: 'Show what changed', run: () => setShown(change) });
  }, [change]);
  return shown === null ? null : <MergedChangesDialog change={shown} onClose={() => setShown(null)} />;
}

function MergedChangesDialog({ change: { before, after }, onClose }: { change: Change; onClose: () => void }) {
  const dates = useDateStyle();
  const patterns = usePatternWords();
  const found = useMemo(() => differences(after, before, dates, patterns), [before, after, dates, patterns]);
  return (
    <Dialog title="Changes made outside Once" width="wide" isOpen onClose={onClose}>
      <p>These changes came from the file while you were writing. Undo removes them.</p>
      <div className={styles.differences}>
        {found.map(({ where, mine: now, theirs: was }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two differences may be at places of one name
          <section key={`${where} ${index}`}>
            <h3>{where}</h3>
            <div className={styles.sides}>
              <div>
                <small>Before</small>
                {was || '(empty)'}
              </div>
              <div>
                <small>Now</small>
                {now || '(empty)'}
              </div>
            </div>
          </section>
        ))}
      </div>
      <DialogButtons>
        <Button look="primary" onPress={onClose}>
          Close
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
