import { type ComponentProps, Fragment, memo, type ReactElement } from 'react';

import type { TimelineEntry } from '#domain/coe/sections/timeline.ts';
import { describeDuration } from '#domain/time/describe-duration.ts';
import type { Moment } from '#domain/time/moment.ts';
import type { TimelineGap } from '#domain/timeline/gaps.ts';
import type { Phase } from '#domain/timeline/phase.ts';

import { TimelineRow } from './timeline-row.tsx';
import styles from './timeline.module.css';

type RowProps = ComponentProps<typeof TimelineRow>;

/** What the rows of a timeline have in common. The same object for as long as only texts change. */
export type SharedByRows = Omit<RowProps, 'entry' | 'number' | 'previous' | 'phase' | 'isInUse'> & {
  readonly numbers: ReadonlyMap<string, number>;
  readonly previous: readonly (Moment | undefined)[];
  readonly phases: readonly (Phase | undefined)[];
  readonly gaps: ReadonlyMap<string, TimelineGap>;
};

type Made = {
  readonly shared: SharedByRows;
  readonly index: number;
  readonly isInUse: boolean;
  readonly element: ReactElement;
};

const made = new WeakMap<TimelineEntry, Made>();

/**
 * The rows of a timeline, with a note on each long gap. A row that is as it was is the same element as before, which
 * React passes by without comparing its properties: of 300 rows, a letter changes one.
 */
export const rowsOf = (
  entries: readonly TimelineEntry[],
  shared: SharedByRows,
  rowInUse: string | null,
): ReactElement[] =>
  entries.map((entry, index) => {
    const isInUse = entry.id === rowInUse;
    const before = made.get(entry);
    if (before?.shared === shared && before.index === index && before.isInUse === isInUse) return before.element;
    const element = rowOf(entry, index, isInUse, shared);
    made.set(entry, { shared, index, isInUse, element });
    return element;
  });

function rowOf(entry: TimelineEntry, index: number, isInUse: boolean, shared: SharedByRows): ReactElement {
  const { numbers, previous, phases, gaps, hasMilestones, ...props } = shared;
  const gap = gaps.get(entry.id);
  return (
    <Fragment key={entry.id}>
      <TimelineRow
        {...props}
        entry={entry}
        number={numbers.get(entry.id) ?? index + 1}
        previous={previous[index]}
        phase={phases[index]}
        isInUse={isInUse}
        hasMilestones={isInUse && hasMilestones}
      />
      {gap !== undefined && <GapNote minutes={gap.minutes} />}
    </Fragment>
  );
}

/** Points out a long gap between two entries. */
const GapNote = memo(({ minutes }: { minutes: number }) => (
  <li className={styles.gap}>
    <span role="note">{describeDuration(minutes)} without an entry. What happened in between?</span>
  </li>
));
