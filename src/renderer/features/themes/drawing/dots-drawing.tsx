import { memo } from 'react';
import { Scatter, ScatterChart, XAxis, YAxis, CartesianGrid } from 'recharts';

import { formatNumber } from '#domain/text/format.ts';

import { MarkGroup } from '../figure/mark-group.tsx';
import { BUNDLE_STEPS } from '../specs/bundle-dots.ts';
import type { DotMark, DurationsSpec } from '../specs/durations-spec.ts';
import { durationWords } from '../words/duration-words.ts';
import styles from './drawing.module.css';
import { logDomain, logTicks } from './log-ticks.ts';

const ROW = 84;
const AXIS = 26;
const LIFT = 9;
const SINGLE = 5;
const BUNDLE_LABEL = 32;
const RIGHT = 20;

/** A dot for each COE on a log scale, one row per kind, with the median where there are five or more. */
export const DotsDrawing = memo(Draw);

function Draw({ spec, width }: { spec: DurationsSpec; width: number }) {
  const { rows, marks } = spec;
  const left = Math.min(150, Math.max(104, width * 0.24));
  const domain = logDomain(marks.map(({ minutes }) => minutes));
  const ticks = logTicks(domain, width - left - RIGHT);
  const step = (width - left - RIGHT) / (Math.log10(domain[1] / domain[0]) * BUNDLE_STEPS);
  const bundle = Math.min(17, step / 2);
  const most = Math.max(1, ...marks.map(({ count }) => count));
  const medians = rows.flatMap(({ median }, row) =>
    median === null ? [] : [{ minutes: Math.max(1, median), row, median }],
  );
  const plotHeight = rows.length * ROW;
  return (
    <ScatterChart
      width={width}
      height={plotHeight + AXIS}
      margin={{ top: 0, right: RIGHT, bottom: 0, left }}
      accessibilityLayer={false}
    >
      <CartesianGrid horizontal={false} stroke="var(--line)" />
      <XAxis
        type="number"
        dataKey="minutes"
        scale="log"
        domain={domain}
        allowDataOverflow
        ticks={ticks.map(({ minutes }) => minutes)}
        tickFormatter={(minutes: number) => ticks.find((tick) => tick.minutes === minutes)?.name ?? ''}
        height={AXIS}
        tickLine={false}
        axisLine={{ stroke: 'var(--line)' }}
        tick={{ fill: 'var(--ink-soft)', fontSize: 12 }}
        interval={0}
      />
      <YAxis type="number" dataKey="row" domain={[-0.5, rows.length - 0.5]} reversed hide />
      {rows.map(({ kind, name, n }, row) => (
        <g key={kind} aria-hidden="true">
          <text className={styles.label} x={0} y={(row + 0.5) * ROW - 5}>
            {name}
          </text>
          <text className={styles.soft} x={0} y={(row + 0.5) * ROW + 12}>
            n = {formatNumber(n)}
          </text>
        </g>
      ))}
      <Scatter
        data={marks.map((mark) => ({ ...mark, minutes: Math.max(1, mark.minutes) }))}
        isAnimationActive={false}
        // oxlint-disable-next-line react/no-unstable-nested-components -- the library calls it as a function; it is no component
        shape={({ cx, cy, index }) => (
          <Dot cx={cx ?? 0} cy={cy ?? 0} mark={marks[index]} unit={bundle / Math.sqrt(most)} />
        )}
      />
      <Scatter
        data={medians}
        isAnimationActive={false}
        // oxlint-disable-next-line react/no-unstable-nested-components -- the library calls it as a function; it is no component
        shape={({ cx, cy, index }) => (
          <Median
            x={cx ?? 0}
            y={cy ?? 0}
            text={`median ${durationWords(medians[index]?.median ?? 0)}`}
            end={width - RIGHT}
          />
        )}
      />
    </ScatterChart>
  );
}

type DotProps = {
  cx: number;
  cy: number;
  mark: DotMark | undefined;
  /** The radius of one COE in a bundle, whose area is the sum of theirs. */
  unit: number;
};

function Dot({ cx, cy, mark, unit }: DotProps) {
  if (mark === undefined) return <g />;
  const radius = mark.count === 1 ? SINGLE : Math.max(SINGLE, unit * Math.sqrt(mark.count));
  const y = cy + 8 + Math.max(-3, Math.min(3, mark.lift)) * LIFT;
  const area = { x: cx - radius - 2, y: y - radius - 2, width: 2 * radius + 4, height: 2 * radius + 4 };
  return (
    <MarkGroup mark={mark} area={area}>
      <circle className={styles.dot} cx={cx} cy={y} r={radius} />
      {mark.count > 1 && (
        <text className={styles.soft} x={cx} y={y + BUNDLE_LABEL} textAnchor="middle">
          {formatNumber(mark.count)}
        </text>
      )}
    </MarkGroup>
  );
}

/** The line of the median, with its label on the side that has space. */
function Median({ x, y, text, end }: { x: number; y: number; text: string; end: number }) {
  const isNearEnd = x > end - 130;
  return (
    <g aria-hidden="true" pointerEvents="none">
      <line className={styles.median} x1={x} x2={x} y1={y - 32} y2={y + 34} />
      <text className={styles.onMark} x={x + (isNearEnd ? -6 : 6)} y={y - 26} textAnchor={isNearEnd ? 'end' : 'start'}>
        {text}
      </text>
    </g>
  );
}
