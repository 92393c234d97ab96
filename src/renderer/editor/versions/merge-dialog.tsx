import { type ReactNode, useMemo, useState } from 'react';

import type { Coe } from '#domain/coe/coe.ts';
import type { Choice, Conflict } from '#domain/merge/conflict.ts';
import { lossless } from '#domain/merge/lossless.ts';
import { merge } from '#domain/merge/merge.ts';

import { useCoe } from '../../draft/draft-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import styles from './save.module.css';

type MergeDialogProps = {
  /** What both came from; null when nobody knows. */
  base: Coe | null;
  theirs: Coe;
  /** What the side that is not on the screen is called. */
  otherName: string;
  onSettle: (choose: (conflict: Conflict) => Choice) => void;
  onClose: () => void;
  /** More ways out, before the one that takes the choices. */
  children?: ReactNode;
};

/** What two versions say differently, side by side, each place with a choice. Everything else is put together by itself. */
export function MergeDialog({ base, theirs, otherName, onSettle, onClose, children }: MergeDialogProps) {
  const mine = useCoe((coe) => coe);
  const { conflicts } = useMemo(() => merge(base, mine, theirs), [base, mine, theirs]);
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const choiceFor = (conflict: Conflict): Choice => choices.get(conflict.key) ?? lossless(conflict);
  return (
    <Dialog title="Two versions of this COE" width="wide" isOpen onClose={onClose}>
      <p>
        {conflicts.length === 0
          ? 'Nothing in the two goes against each other. They can be put together.'
          : 'These places say different things in the two. Everything else is put together by itself.'}
      </p>
      <div className={styles.differences}>
        {conflicts.map((conflict) => (
          <ConflictChoice
            key={conflict.key}
            conflict={conflict}
            otherName={otherName}
            choice={choiceFor(conflict)}
            onChoose={(choice) => setChoices(new Map(choices).set(conflict.key, choice))}
          />
        ))}
      </div>
      <p>Whatever you choose, Undo brings the other version back while Once is open.</p>
      <DialogButtons>
        {children}
        <Button look="primary" onPress={() => onSettle(choiceFor)}>
          {conflicts.length === 0 ? 'Put them together' : 'Use what is chosen'}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
