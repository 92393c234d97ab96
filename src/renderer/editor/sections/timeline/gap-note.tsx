import { memo } from 'react';

import { describeDuration } from '#domain/time/describe-duration.ts';

import styles from './timeline.module.css';

/** Points out a long gap between two entries. */
export const GapNote = memo(({ minutes }: { minutes: number }) => (
  <li className={styles.gap}>
    <span role="note">{describeDuration(minutes)} with nothing written. What happened in between?</span>
  </li>
));
