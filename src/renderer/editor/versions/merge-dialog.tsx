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
  /** The common ancestor; null when it is unknown. */
  base: Coe | null;
  theirs: Coe;
  /** The label of the other version. */
  otherName: string;
  onResolve: (choose: (conflict: Conflict) => Choice) => void;
  onClose: () => void;
  /** More buttons, before the one that applies the choices. */
  children?: ReactNode;
};

/** Shows the conflicts between two versions, each with a choice. Everything else is merged automatically. */
export function MergeDialog({ base, theirs, otherName, onResolve, onClose, children }: MergeDialogProps) {
  const mine = useCoe((coe) => coe);
  const { conflicts } = useMemo(() => merge(base, mine, theirs), [base, mine, theirs]);
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const choiceFor = (conflict: Conflict): Choice => choices.get(conflict.key) ?? lossless(conflict);
  return (
    <Dialog title="Two versions of this COE" width="wide" isOpen onClose={onClose}>
      <p>
        {conflicts.length === 0
          ? 'The two versions do not conflict and can be merged.'
          : 'The two versions differ here. Everything else is merged automatically.'}
      </p>
      <div className={styles.differences}>
        {conflicts.map((conflict) => (
          <ConflictChoice
            key={conflict.key}
            conflict={conflict}
            versions={[mine, theirs, base]}
            otherName={otherName}
            choice={choiceFor(conflict)}
            onChoose={(choice) => setChoices(new Map(choices).set(conflict.key, choice))}
          />
        ))}
      </div>
      <p>Whatever you choose, Undo restores the other version while Once is open.</p>
      <DialogButtons>
        {children}
        <Button look="primary" onPress={() => onResolve(choiceFor)}>
          {conflicts.length === 0 ? 'Merge them' : 'Use these choices'}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
