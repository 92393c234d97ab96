import { useMemo } from 'react';

import type { Coe } from '#domain/coe/coe.ts';
import { differences } from '#domain/coe/differences.ts';

import { useCoe, useDraft } from '../../../draft/draft-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx';
import styles from './save.module.css';

/** Both versions side by side, field by field. */
export function DifferenceDialog({ theirs, onClose }: { theirs: Coe; onClose: () => void }) {
  const draft = useDraft();
  const mine = useCoe((coe) => coe);
  const found = useMemo(() => differences(mine, theirs), [mine, theirs]);
  const settle = (choice: 'theirs' | 'mine'): void => void draft.settle(choice).then(onClose);
  return (
    <Dialog title="Two versions of this COE" width="wide" isOpen onClose={onClose}>
      {found.length === 0 && <p>The two say the same. Only when they were written differs.</p>}
      <div className={styles.differences}>
        {found.map(({ where, mine: here, theirs: there }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two differences may be at places of one name
          <section key={`${where} ${index}`}>
            <h3>{where}</h3>
            <div className={styles.sides}>
              <div>
                <small>Mine, here</small>
                {here || '(empty)'}
              </div>
              <div>
                <small>On disk</small>
                {there || '(empty)'}
              </div>
            </div>
          </section>
        ))}
      </div>
      <p>Whichever you take, Undo brings the other back while Once is open.</p>
      <DialogButtons>
        <Button onPress={() => settle('theirs')}>Take the version on disk</Button>
        <Button look="primary" onPress={() => settle('mine')}>
          Keep mine
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
