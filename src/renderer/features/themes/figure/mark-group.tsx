import type { ReactNode } from 'react';

import type { Mark } from '../specs/chart-spec.ts';
import styles from './mark-group.module.css';
import { useMarks } from './marks.ts';

type MarkGroupProps = {
  mark: Mark;
  /** The clickable area, which the focus ring surrounds. */
  area: { x: number; y: number; width: number; height: number };
  children: ReactNode;
};

/** A mark in a chart: a button that opens the COEs it stands for. */
export function MarkGroup({ mark, area, children }: MarkGroupProps) {
  const { activeKey, enter, open } = useMarks();
  return (
    <g
      role="button"
      aria-haspopup="dialog"
      aria-label={mark.said}
      tabIndex={mark.key === activeKey ? 0 : -1}
      data-mark={mark.key}
      className={styles.mark}
      onFocus={() => enter(mark.key)}
      onClick={(event) => open(mark, event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        open(mark, event.currentTarget);
      }}
    >
      <title data-screen-only="">{mark.said}</title>
      <rect data-screen-only="" {...area} className={styles.area} rx={4} />
      {children}
      <rect data-screen-only="" {...area} className={styles.ring} rx={4} />
    </g>
  );
}
