import type { Period } from '#domain/themes/themes-data.ts';

import styles from './drawing.module.css';
import { periodTicks } from './period-ticks.ts';

type PeriodAxisProps = { periods: readonly Period[]; left: number; top: number; columnWidth: number };

/** The labels of the periods below their columns. */
export const PeriodAxis = ({ periods, left, top, columnWidth }: PeriodAxisProps) => (
  <g aria-hidden="true">
    {periodTicks(periods, columnWidth).map(({ column, name, year }) => (
      <text
        key={column}
        className={styles.soft}
        x={left + (column + 0.5) * columnWidth}
        y={top + 14}
        textAnchor="middle"
      >
        {name}
        {year !== '' && (
          <tspan x={left + (column + 0.5) * columnWidth} dy={15}>
            {year}
          </tspan>
        )}
      </text>
    ))}
  </g>
);

/** In pixels. */
export const PERIOD_AXIS_HEIGHT = 36;
