import { memo, useMemo } from 'react';

import type { TimelineEntry } from '#domain/coe/sections/timeline.ts';
import { MILESTONE_LABELS } from '#domain/guide/vocabulary.ts';
import { describeElapsed } from '#domain/time/describe-duration.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import { measuredDurations } from '#domain/timeline/durations.ts';
import { milestonesOf } from '#domain/timeline/milestones.ts';

import { useCoe } from '../../../draft/draft-context.ts';
import { useDateStyle } from '../../../ui/date-style.ts';
import styles from './timeline.module.css';

type DurationsProps = { entries: readonly TimelineEntry[]; zone: string };

/**
 * The durations between the milestones, each with the two times that it lies between. Only the times and milestones of
 * rows matter.
 */
export const Durations = memo(MeasuredDurations);

function MeasuredDurations({ entries, zone }: DurationsProps) {
  const kind = useCoe((coe) => coe.kind);
  const times = useCoe((coe) => coe.times);
  const dates = useDateStyle();
  const milestones = useMemo(
    () => milestonesOf({ times, sections: { timeline: { entries: [...entries] } } }),
    [times, entries],
  );
  const durations = useMemo(() => measuredDurations(milestones, zone), [milestones, zone]);
  if (durations.length === 0) return null;
  const labels = MILESTONE_LABELS[kind];
  return (
    <dl className={styles.durations} aria-label="Durations">
      {durations.map((duration) => (
        <div key={duration.id}>
          <dt>{duration.label}</dt>
          <dd>{describeElapsed(duration.elapsed)}</dd>
          {[duration.from, duration.to].map((id) => (
            <dd key={id} className={styles.formula}>
              {labels[id]}: {formatMoment(milestones[id], { style: 'short', zone, dates })}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
