import { describeReferences } from '#domain/merge/describe-references.ts';
import { describeOrder, describeProse, describeValue } from '#domain/merge/describe-value.ts';
import { isMoment } from '#domain/merge/json-value.ts';
import type { Choice, Conflict } from '#domain/merge/conflict.ts';
import type { DateStyle } from '#domain/time/date-style.ts';

import { useDateStyle } from '../../ui/date-style.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import styles from './save.module.css';

type ConflictChoiceProps = {
  conflict: Conflict;
  /** Where the rows are looked up that ids name. */
  versions: readonly unknown[];
  /** The label of the other version. */
  otherName: string;
  choice: Choice;
  onChoose: (choice: Choice) => void;
};

const MINE = { id: 'mine', label: 'Mine' } as const;
const BOTH = { id: 'both', label: 'Both, one after the other' } as const;

/** One conflict: both values, and which to keep. */
export function ConflictChoice({ conflict, versions, otherName, choice, onChoose }: ConflictChoiceProps) {
  const dates = useDateStyle();
  const theirsToo = { id: 'theirs', label: otherName } as const;
  const { where, path, kind, mine, theirs } = conflict;
  const [here, there] =
    path.at(-1) === 'prose'
      ? proseTexts(mine, theirs)
      : kind === 'order'
        ? [mine, theirs].map((rows) => describeOrder(Array.isArray(rows) ? rows : [], dates))
        : sideTexts(conflict, versions, dates);
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

/** The values of both sides as text. A time names its zone when the other side's zone differs. */
function sideTexts({ path, mine, theirs }: Conflict, versions: readonly unknown[], dates: DateStyle): string[] {
  const key = path.at(-1);
  const describe = (value: unknown, other: unknown): string =>
    describeValue(value, dates, { key, zone: isMoment(other) ? other.zone : undefined });
  const texts = describeReferences(key, [mine, theirs], versions, dates) ?? [
    describe(mine, theirs),
    describe(theirs, mine),
  ];
  return withoutGaps(texts, mine, theirs);
}

const proseTexts = (mine: unknown, theirs: unknown): string[] => withoutGaps(describeProse(mine, theirs), mine, theirs);

/** The texts of both sides, with a word for a value that is absent or empty. */
const withoutGaps = (texts: readonly string[], mine: unknown, theirs: unknown): string[] =>
  texts.map((text, side) => ([mine, theirs][side] === undefined ? '(removed)' : text.trim() === '' ? '(empty)' : text));
