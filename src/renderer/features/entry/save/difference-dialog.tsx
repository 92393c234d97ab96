import { useMemo, useState } from 'react';

import type { Choice, Conflict } from '#domain/merge/conflict.ts';
import { merge } from '#domain/merge/merge.ts';

import { useCoe, useDraft } from '../../../draft/draft-context.ts';
import type { OutsideVersion } from '../../../draft/save-state.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import styles from './save.module.css';

type DifferenceDialogProps = { theirs: NonNullable<OutsideVersion>; onClose: () => void };

/** What both sides wrote differently, side by side, each place with a choice. Everything else is put together by itself. */
export function DifferenceDialog({ theirs, onClose }: DifferenceDialogProps) {
  const draft = useDraft();
  const mine = useCoe((coe) => coe);
  const { conflicts } = useMemo(() => merge(theirs.base, mine, theirs.coe), [mine, theirs]);
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const choiceFor = (conflict: Conflict): Choice => choices.get(conflict.key) ?? firstChoice(conflict);
  const settle = (how: Parameters<typeof draft.settle>[0]): void => void draft.settle(how).then(onClose);
  return (
    <Dialog title="Two versions of this COE" width="wide" isOpen onClose={onClose}>
      <p>
        {conflicts.length === 0
          ? 'Nothing in the two goes against each other any more. They can be put together.'
          : 'These places were written differently here and on disk. Everything else is put together by itself.'}
      </p>
      <div className={styles.differences}>
        {conflicts.map((conflict) => (
          <ConflictChoice
            key={conflict.key}
            conflict={conflict}
            choice={choiceFor(conflict)}
            onChoose={(choice) => setChoices(new Map(choices).set(conflict.key, choice))}
          />
        ))}
      </div>
      <p>Whatever you choose, Undo brings the other version back while Once is open.</p>
      <DialogButtons>
        <Button onPress={() => settle('theirs')}>Take the version on disk</Button>
        <Button onPress={() => settle('mine')}>Keep mine</Button>
        <Button look="primary" onPress={() => settle(choiceFor)}>
          Use what is chosen
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

/** Until a person says otherwise, the choice that takes the least away. */
const firstChoice = ({ kind, mine }: Conflict): Choice =>
  kind === 'text' ? 'both' : kind === 'removed' && mine === undefined ? 'theirs' : 'mine';
