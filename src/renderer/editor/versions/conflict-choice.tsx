import { describeValue } from '#domain/merge/describe-value.ts';
import { isMoment } from '#domain/merge/json-value.ts';
import type { Choice, Conflict } from '#domain/merge/conflict.ts';

import { SegmentedControl } from '../../ui/segmented-control.tsx';
import styles from './save.module.css';

type ConflictChoiceProps = {
  conflict: Conflict;
  /** What the side that is not on the screen is called. */
  otherName: string;
  choice: Choice;
  onChoose: (choice: Choice) => void;
};

const MINE = { id: 'mine', label: 'Mine' } as const;
const BOTH = { id: 'both', label: 'Both, one after the other' } as const;

/** One place that both sides wrote differently: what each says, and which is kept. */
export function ConflictChoice({ conflict, otherName, choice, onChoose }: ConflictChoiceProps) {
  const theirsToo = { id: 'theirs', label: otherName } as const;
  const { where, kind, mine, theirs } = conflict;
  return (
    <section>
      <h3>{where}</h3>
      <div className={styles.sides}>
        <div data-chosen={choice !== 'theirs' || undefined}>
          <small>Mine, here</small>
          {saidBy(mine, theirs)}
        </div>
        <div data-chosen={choice !== 'mine' || undefined}>
          <small>{otherName}</small>
          {saidBy(theirs, mine)}
        </div>
      </div>
      <SegmentedControl
        label={`What to keep of ${where}`}
        options={kind === 'text' ? [MINE, theirsToo, BOTH] : [MINE, theirsToo]}
        value={choice}
        onChange={onChoose}
      />
    </section>
  );
}

/** What one side says, or that it says nothing. The zone is named where the other side's time has another one. */
function saidBy(value: unknown, other: unknown): string {
  if (value === undefined) return '(removed)';
  return describeValue(value, isMoment(other) ? other.zone : undefined) || '(empty)';
}
