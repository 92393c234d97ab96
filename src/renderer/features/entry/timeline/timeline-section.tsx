import { Plus } from 'lucide-react';
import { Fragment, useMemo } from 'react';

import type { TimelineEntry } from '#domain/coe/sections/timeline.ts';
import { timelineGaps } from '#domain/timeline/gaps.ts';
import { orderEntries } from '#domain/timeline/order-entries.ts';
import { phasesOf } from '#domain/timeline/phase.ts';
import { setMark } from '#domain/timeline/set-mark.ts';
import type { Moment } from '#domain/time/moment.ts';
import { unknownMoment } from '#domain/time/moment.ts';

import { useCoe, useSection } from '../../../draft/draft-context.ts';
import { useCommands } from '../../../platform/commands.ts';
import { useSettings } from '../../../platform/settings.ts';
import { entryZone } from '../../../platform/zone.ts';
import { Button } from '../../../ui/button.tsx';
import { PartHeading } from '../part-heading.tsx';
import rowStyles from '../rows/rows.module.css';
import { useRows } from '../rows/use-rows.ts';
import { useTimeEntry } from '../use-time-entry.ts';
import { Durations } from './durations.tsx';
import { GapNote } from './gap-note.tsx';
import { TimelineRow } from './timeline-row.tsx';
import styles from './timeline.module.css';
import { useKeepFocus } from './use-keep-focus.ts';

const emptyEntry = (id: string): TimelineEntry => ({
  id,
  when: unknownMoment(),
  what: '',
  mark: null,
  evidence: '',
  knewThen: '',
  effect: null,
});

/** The rows of the timeline, always in order of time, with the milestones among them and the long silences between. */
export function TimelineSection() {
  const { zone, referenceDate } = useTimeEntry();
  const ownZone = entryZone(useSettings());
  const kind = useCoe((coe) => coe.kind);
  const { edit } = useSection('timeline');
  const list = useRows<TimelineEntry>('timeline', 'entries', emptyEntry);
  const keepFocus = useKeepFocus();
  const gaps = useMemo(
    () => new Map(timelineGaps(list.rows, kind, zone).map((gap) => [gap.afterId, gap])),
    [list.rows, kind, zone],
  );
  const phases = useMemo(() => phasesOf(list.rows), [list.rows]);
  useCommands({ 'coe.add-timeline-entry': () => list.add() });

  const setWhen = (id: string, when: Moment): void =>
    edit(({ entries }) => ({
      entries: orderEntries(
        entries.map((entry) => (entry.id === id ? { ...entry, when } : entry)),
        zone,
      ),
    }));

  return (
    <div className={rowStyles.part} ref={keepFocus}>
      <PartHeading help="Begin before anyone noticed. Type a time such as 10:04, 14 May 9:30, May 2026, about 10:00 or a question mark; Enter goes to the next row.">
        Moment by moment
      </PartHeading>
      <ol className={`${rowStyles.list} ${styles.rows}`} aria-label="Timeline entries">
        {list.rows.map((entry, index) => (
          <Fragment key={entry.id}>
            <TimelineRow
              entry={entry}
              number={index + 1}
              kind={kind}
              zone={zone}
              referenceDate={dayBefore(list.rows, index) ?? referenceDate}
              phase={phases[index]}
              onWhen={(when) => setWhen(entry.id, when)}
              onMark={(mark) => edit(({ entries }) => ({ entries: setMark(entries, entry.id, mark) }))}
              onChange={(change, field) => list.update(entry.id, change, field)}
              onRemove={() => list.remove(entry.id)}
              keys={list.keys(entry, entry.what === '' && entry.when.precision === 'unknown')}
            />
            {gaps.has(entry.id) && <GapNote minutes={gaps.get(entry.id)?.minutes ?? 0} />}
          </Fragment>
        ))}
      </ol>
      <Button look="plain" onPress={() => list.add()}>
        <Plus size={15} aria-hidden />
        Add timeline entry
      </Button>
      {zone !== ownZone && <p className={styles.none}>Times here are in {zone}.</p>}
      <Durations zone={zone} />
    </div>
  );
}

/** The day of the nearest dated row above: a time typed without a day belongs to it. */
function dayBefore(rows: readonly TimelineEntry[], index: number): string | undefined {
  return rows
    .slice(0, index + 1)
    .findLast((row) => row.when.value.length >= 10)
    ?.when.value.slice(0, 10);
}
