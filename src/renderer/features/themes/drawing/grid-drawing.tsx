import { memo } from 'react';

import { formatNumber } from '#domain/text/format.ts';

import { MarkGroup } from '../figure/mark-group.tsx';
import type { OverTimeSpec } from '../specs/over-time-spec.ts';
import styles from './drawing.module.css';
import grid from './grid-drawing.module.css';
import { LABEL_LINE, LabelLines } from './label-lines.tsx';
import { PERIOD_AXIS_HEIGHT, PeriodAxis } from './period-axis.tsx';
import { wrapLabel } from './wrap-label.ts';

/** A row per condition and a column per period. A darker cell has more COEs; the number in it is the count. */
export const GridDrawing = memo(Draw);

function Draw({ spec, width }: { spec: OverTimeSpec; width: number }) {
  const { rowNames, periods, marks, most } = spec;
  const left = Math.min(210, Math.max(120, width * 0.3));
  const columnWidth = Math.min(72, (width - left) / Math.max(1, periods.length));
  const names = rowNames.map((name) => wrapLabel(name, left - 12, 13));
  const rowHeight = 12 + LABEL_LINE * Math.max(1, ...names.map(({ length }) => length));
  const height = rowNames.length * rowHeight + PERIOD_AXIS_HEIGHT;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={spec.title}>
      {rowNames.map((name, row) => (
        <g key={name} aria-hidden="true">
          <LabelLines lines={names[row] ?? []} x={left - 10} middle={(row + 0.5) * rowHeight} textAnchor="end" />
          {periods.map(({ start }, column) => (
            <rect
              key={start}
              className={styles.empty}
              x={left + column * columnWidth + 1}
              y={row * rowHeight + 1}
              width={Math.max(columnWidth - 2, 1)}
              height={rowHeight - 2}
              rx={2}
            />
          ))}
        </g>
      ))}
      {marks.map((mark) => {
        const x = left + mark.column * columnWidth + 1;
        const y = mark.row * rowHeight + 1;
        const shade = grid[`shade${shadeOf(mark.count, most)}`];
        const area = { x, y, width: Math.max(columnWidth - 2, 1), height: rowHeight - 2 };
        return (
          <MarkGroup key={mark.key} mark={mark} area={area}>
            <rect className={shade} {...area} rx={2} />
            <text
              className={`${grid.figure} ${shade}`}
              x={x + area.width / 2}
              y={y + area.height / 2}
              textAnchor="middle"
              dominantBaseline="central"
            >
              {formatNumber(mark.count)}
            </text>
          </MarkGroup>
        );
      })}
      <PeriodAxis periods={periods} left={left} top={rowNames.length * rowHeight} columnWidth={columnWidth} />
    </svg>
  );
}

/** One of four shades. The fullest cell has the darkest, unless one COE is the most. */
const shadeOf = (count: number, most: number): number => (most === 1 ? 2 : Math.ceil((count / most) * 4));
