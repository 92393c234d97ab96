import { quantile, summarise } from './stats.ts';

/** What a measure has to stay under: so many units at the median or the 95th percentile, or so many times the floor. */
export type Bar = { readonly of: 'p50' | 'p95' | 'ratio'; readonly below: number };

/** One line of the table. */
export type Row = {
  readonly what: string;
  readonly unit: 'ms' | 'MB' | 'kB';
  readonly values: readonly number[];
  /** Measured in the same run, of something that does as little as possible. */
  readonly floor?: readonly number[];
  readonly bar?: Bar;
};

const HEAD = ['measure', 'p50', 'p95', 'floor p50', 'ratio', 'n', 'bar', ''];

/** The table of one size, as text. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const isText = (column: number): boolean => column === 0 || column > 5;

function cellsOf({ what, unit, values, floor, bar }: Row): string[] {
  const { p50, p95, count } = summarise(values);
  const floorMedian = floor === undefined ? Number.NaN : quantile(floor, 0.5);
  const ratio = p50 / floorMedian;
  const reached = { p50, p95, ratio };
  const number = (value: number): string => (Number.isNaN(value) ? '' : value.toFixed(value < 100 ? 1 : 0));
  return [
    `${what}, ${unit}`,
    number(p50),
    number(p95),
    number(floorMedian),
    Number.isNaN(ratio) ? '' : `${ratio.toFixed(2)}×`,
    String(count),
    bar === undefined ? '' : `${bar.of} < ${bar.below}`,
    bar === undefined ? '' : reached[bar.of] < bar.below ? 'met' : 'not met',
  ];
}
