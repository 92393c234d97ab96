import { memo, useId } from 'react';
import { Bar, BarChart, CartesianGrid, XAxis, YAxis } from 'recharts';

import { formatNumber } from '#domain/text/format.ts';

import { MarkGroup } from '../figure/mark-group.tsx';
import type { ColumnMark, ColumnsSpec } from '../specs/columns-spec.ts';
import styles from './drawing.module.css';
import { keyHeight, PatternKey } from './pattern-key.tsx';
import { patternFill, Patterns } from './patterns.tsx';
import { PERIOD_AXIS_HEIGHT, PeriodAxis } from './period-axis.tsx';

const PLOT = 220;
const LEFT = 36;
/** Of a column, in pixels. */
const WIDEST = 84;

/** Stacked columns of up to four segments. A segment shows its count where it fits. */
export const StackedDrawing = memo(Draw);

function Draw({ spec, width }: { spec: ColumnsSpec; width: number }) {
  const id = useId();
  const { periods, seriesNames, marks } = spec;
  const top = keyHeight(seriesNames, width);
  const markByKey = new Map(marks.map((mark) => [mark.key, mark]));
  const countAt = (series: number, column: number): number => markByKey.get(`${series}/${column}`)?.count ?? 0;
  const columns = periods.map(({ start }, column) => ({ start, column }));
  const columnWidth = (width - LEFT) / Math.max(1, periods.length);
  return (
    <BarChart
      width={width}
      height={top + PLOT + PERIOD_AXIS_HEIGHT}
      data={columns}
      margin={{ top, left: 0, right: 0, bottom: PERIOD_AXIS_HEIGHT }}
      barCategoryGap="14%"
      maxBarSize={WIDEST}
      accessibilityLayer={false}
    >
      <Patterns id={id} />
      <PatternKey names={seriesNames} width={width} id={id} />
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis dataKey="start" hide />
      <YAxis
        width={LEFT}
        allowDecimals={false}
        axisLine={false}
        tickLine={false}
        tick={{ fill: 'var(--ink-soft)', fontSize: 12 }}
      />
      {seriesNames.map((name, series) => (
        <Bar
          key={name}
          stackId="all"
          dataKey={({ column }: { column: number }) => countAt(series, column)}
          isAnimationActive={false}
          // oxlint-disable-next-line react/no-unstable-nested-components -- the library calls it as a function; it is no component
          shape={(bar) => <Part {...areaOf(bar)} mark={markByKey.get(`${series}/${bar.index}`)} id={id} />}
        />
      ))}
      <PeriodAxis periods={periods} left={LEFT} top={top + PLOT} columnWidth={columnWidth} />
    </BarChart>
  );
}

type Area = { x: number; y: number; width: number; height: number };
const areaOf = ({ x, y, width, height }: Area): Area => ({ x, y, width, height });

function Part({ mark, id, ...area }: Area & { mark: ColumnMark | undefined; id: string }) {
  if (mark === undefined) return <g />;
  return (
    <MarkGroup mark={mark} area={area}>
      <rect {...area} fill={patternFill(id, mark.series)} stroke="var(--paper)" strokeWidth={1.5} />
      {area.height >= 15 && area.width >= 15 && (
        <text
          className={styles.onMark}
          x={area.x + area.width / 2}
          y={area.y + area.height / 2}
          textAnchor="middle"
          dominantBaseline="central"
        >
          {formatNumber(mark.count)}
        </text>
      )}
    </MarkGroup>
  );
}
