import { describeOrder, describeProse, describeValue } from '#domain/merge/describe-value.ts';
import { isMoment } from '#domain/merge/json-value.ts';
import type { Choice, Conflict } from '#domain/merge/conflict.ts';
import type { DateStyle } from '#domain/time/date-style.ts';

import { useDateStyle } from '../../ui/date-style.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import styles from './save.module.css';

type ConflictChoiceProps = {
  conflict: Conflict;
  /** The label of the other version. */
  otherName: string;
  choice: Choice;
  onChoose: (choice: Choice) => void;
};

const MINE = { id: 'mine', label: 'Mine' } as const;
const BOTH = { id: 'both', label: 'Both, one after the other' } as const;

/** One conflict: both values, and which to keep. */
export function ConflictChoice({ conflict, otherName, choice, onChoose }: ConflictChoiceProps) {
  const dates = useDateStyle();
  const theirsToo = { id: 'theirs', label: otherName } as const;
  const { where, path, kind, mine, theirs } = conflict;
  const [here, there] =
    path.at(-1) === 'prose'
      ? proseTexts(mine, theirs)
      : kind === 'order'
        ? [mine, theirs].map((rows) => describeOrder(Array.isArray(rows) ? rows : [], dates))
        : [valueText(mine, theirs, path, dates), valueText(theirs, mine, path, dates)];
  return (
    <section>
      <h3>{where}</h3>
      <div className={styles.sides}>
        <div data-chosen={choice !== 'theirs' || undefined}>
          <small>Mine, here</small>
          {here}
        </div>
        <div data-chosen={choice !== 'mine' || undefined}>
          <small>{otherName}</small>
          {there}
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

/** The value of one side as text. A time names its zone when the other side's zone differs. */
function valueText(value: unknown, other: unknown, path: Conflict['path'], dates: DateStyle): string {
  if (value === undefined) return '(removed)';
  const zone = isMoment(other) ? other.zone : undefined;
  return describeValue(value, dates, { key: path.at(-1), zone }) || '(empty)';
}

const proseTexts = (mine: unknown, theirs: unknown): string[] =>
  describeProse(mine, theirs).map((text, side) =>
    [mine, theirs][side] === undefined ? '(removed)' : text.trim() === '' ? '(empty)' : text,
  );
