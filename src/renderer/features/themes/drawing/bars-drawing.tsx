import { memo } from 'react';
import { Bar, BarChart, XAxis, YAxis } from 'recharts';

import { formatNumber } from '#domain/text/format.ts';

import { MarkGroup } from '../figure/mark-group.tsx';
import type { Mark } from '../specs/chart-spec.ts';
import styles from './drawing.module.css';
import { LABEL_LINE, LabelLines } from './label-lines.tsx';
import { wrapLabel } from './wrap-label.ts';

type BarMark = Mark & { lastSeen?: string };
type BarsDrawingProps = {
  marks: readonly BarMark[];
  width: number;
  /** Puts names above their bars, for long names. Names are never cut: rows grow with the longest. */
  namesAbove?: boolean;
};

/** Between the rows, in pixels. */
const SPACE = 14;
const BAR = 16;

/**
 * Bars in descending order, each with its name and count. Like every drawing it re-renders only when its data or width
 * change: the chart library recreates the marks each time, and one of them may have the focus.
 */
export const BarsDrawing = memo(Draw);

function Draw({ marks, width, namesAbove = false }: BarsDrawingProps) {
  const nameWidth = namesAbove ? 0 : Math.min(210, Math.max(120, width * 0.36));
  const figureWidth = marks.some(({ lastSeen }) => lastSeen !== undefined) ? 132 : 44;
  const names = marks.map(({ name }) => wrapLabel(name, namesAbove ? width - 8 : nameWidth - 8, 13));
  const nameHeight = LABEL_LINE * Math.max(1, ...names.map(({ length }) => length));
  const rowHeight = nameHeight + SPACE + (namesAbove ? BAR : 0);
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={marks.length * rowHeight + 4}
      data={marks as BarMark[]}
      margin={{ top: 2, bottom: 2, left: nameWidth + 4, right: figureWidth }}
      barCategoryGap={0}
      accessibilityLayer={false}
    >
      <XAxis type="number" hide domain={[0, 'dataMax']} />
      <YAxis type="category" dataKey="key" hide />
      <Bar
        dataKey="count"
        isAnimationActive={false}
        // oxlint-disable-next-line react/no-unstable-nested-components -- the library calls it as a function; it is no component
        shape={({ x, y, width: length, height, index }) => {
          const mark = marks[index];
          if (mark === undefined) return <g />;
          const lines = names[index] ?? [];
          const top = namesAbove ? y + nameHeight + 7 : y + (height - BAR) / 2;
          const middle = top + BAR / 2;
          return (
            <g>
              <MarkGroup mark={mark} area={{ x: 0, y: y + 1, width, height: height - 2 }}>
                <rect className={styles.bar} x={x} y={top} width={Math.max(length, 2)} height={BAR} rx={2} />
              </MarkGroup>
              {/* Beside the button and not in it: its name is a whole sentence, which these few words only shorten. */}
              <g className={styles.words} aria-hidden="true">
                <LabelLines
                  lines={lines}
                  x={namesAbove ? 4 : nameWidth - 6}
                  middle={namesAbove ? top - 3 - (lines.length * LABEL_LINE) / 2 : middle}
                  textAnchor={namesAbove ? 'start' : 'end'}
                />
                <text className={styles.figure} x={x + length + 8} y={middle} dominantBaseline="central">
                  {formatNumber(mark.count)}
                  {mark.lastSeen !== undefined && (
                    <tspan className={styles.soft} dx={8}>
                      {mark.lastSeen}
                    </tspan>
                  )}
                </text>
              </g>
            </g>
          );
        }}
      />
    </BarChart>
  );
}
