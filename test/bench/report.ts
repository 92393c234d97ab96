import { quantile, summarise } from './stats.ts';

/**
 * What a measure has to stay under: so many units at the median or the 95th percentile, or so many times the floor, at
 * the median (`ratio`) or at the 95th percentile of both (`ratio95`).
 */
export type Bar = { readonly of: 'p50' | 'p95' | 'ratio' | 'ratio95'; readonly below: number };

/** One line of the table. */
export type Row = {
  readonly what: string;
  /** Empty for a count. */
  readonly unit: 'ms' | 'MB' | 'kB' | '';
  readonly values: readonly number[];
  /** Measured in the same run, of something that does as little as possible. */
  readonly floor?: readonly number[];
  readonly bar?: Bar;
};

/** The figures of a row. Ratios are NaN without a floor. */
export type Figures = {
  readonly p50: number;
  readonly p95: number;
  readonly floor50: number;
  readonly floor95: number;
  readonly ratio: number;
  readonly ratio95: number;
  readonly count: number;
};

/** Reduces a row to its figures. */
export function figuresOf({ values, floor = [] }: Row): Figures {
  const { p50, p95, count } = summarise(values);
  const [floor50, floor95] = [quantile(floor, 0.5), quantile(floor, 0.95)];
  return { p50, p95, floor50, floor95, ratio: p50 / floor50, ratio95: p95 / floor95, count };
}

/** Whether a row stays under its bar; null if it has none. */
export const meetsBar = (row: Row): boolean | null =>
  row.bar === undefined ? null : figuresOf(row)[row.bar.of] < row.bar.below;

/** The bars of several runs, each met if most runs met it: a neighbour on the machine spoils a run now and then. */
export function verdictsOf(runs: readonly (readonly Row[])[]): string {
  const rows = runs[0]?.filter(({ bar }) => bar !== undefined) ?? [];
  return rows
    .map(({ what }) => {
      const met = runs.filter((run) => run.some((row) => row.what === what && meetsBar(row) === true)).length;
      return `${met * 2 > runs.length ? 'met    ' : 'not met'}  ${what} (${met} of ${runs.length} runs)`;
    })
    .join('\n');
}

const HEAD = ['measure', 'p50', 'p95', 'floor p50', 'floor p95', 'ratio p50', 'ratio p95', 'n', 'bar', ''];

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

const isText = (column: number): boolean => column === 0 || column > 7;

function cellsOf(row: Row): string[] {
  const { what, unit, bar } = row;
  const { p50, p95, floor50, floor95, ratio, ratio95, count } = figuresOf(row);
  const number = (value: number): string => (Number.isNaN(value) ? '' : value.toFixed(value < 100 ? 1 : 0));
  const times = (value: number): string => (Number.isNaN(value) ? '' : `${value.toFixed(2)}×`);
  return [
    unit === '' ? what : `${what}, ${unit}`,
    number(p50),
    number(p95),
    number(floor50),
    number(floor95),
    times(ratio),
    times(ratio95),
    String(count),
    bar === undefined ? '' : `${bar.of} < ${bar.below}`,
    bar === undefined ? '' : meetsBar(row) === true ? 'met' : 'not met',
  ];
}
