import { statusLabel } from '#domain/guide/statuses.ts';
import { calendarDateAt } from '#domain/time/calendar-date.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import { dayMoment } from '#domain/time/moment.ts';

import { useCoe } from '../../draft/draft-context.ts';
import { useZone } from '../../platform/today.ts';
import { useDateStyle } from '../../ui/date-style.ts';
import styles from './header.module.css';

/** The statuses that the COE has had, with their dates. Reopening a COE keeps them. */
export function StepsSoFar() {
  const dates = useDateStyle();
  const steps = useCoe((coe) => coe.statusHistory);
  const zone = useZone();
  if (steps.length === 0) return null;
  const day = (at: string): string =>
    formatMoment(dayMoment(calendarDateAt(Date.parse(at), zone)), { style: 'short', dates });
  return (
    <p className={styles.written}>
      Steps so far:{' '}
      {steps
        .map(({ status, at, why }) => {
          const label = statusLabel(status);
          return `${label} ${day(at)}${why.trim() === '' ? '' : ` (${why.trim().replace(/\.$/, '')})`}`;
        })
        .join(' · ')}
    </p>
  );
}
