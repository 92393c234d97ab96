import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { drawHistory } from './draw-history.ts';
import { figuresOf, type Row } from './report.ts';
import { quantile } from './stats.ts';
import { root } from './root.ts';

/** The figures of one bench: of several runs, the median of each ratio. */
export type HistoryEntry = {
  readonly date: string;
  readonly commit: string;
  readonly size: number;
  readonly measures: readonly { readonly what: string; readonly ratio: number; readonly ratio95: number }[];
};

const FILE = path.join(root, 'docs', 'performance.json');
const PICTURE = path.join(root, 'docs', 'performance.svg');

/** Adds the runs of a bench to the history, and draws its picture again. */
export function addToHistory(size: number, runs: readonly (readonly Row[])[]): void {
  const before = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as HistoryEntry[]) : [];
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  const entry: HistoryEntry = { date: new Date().toISOString().slice(0, 10), commit, size, measures: measuresOf(runs) };
  const history = [...before, entry];
  writeFileSync(FILE, `${JSON.stringify(history, null, 2)}\n`);
  writeFileSync(PICTURE, drawHistory(history));
}

const measuresOf = (runs: readonly (readonly Row[])[]): HistoryEntry['measures'] =>
  (runs[0] ?? []).map(({ what }) => {
    const figures = runs.flatMap((run) => run.filter((row) => row.what === what).map(figuresOf));
    const middle = (of: 'ratio' | 'ratio95'): number =>
      Number(
        quantile(
          figures.map((each) => each[of]),
          0.5,
        ).toFixed(2),
      );
    return { what: what.trim(), ratio: middle('ratio'), ratio95: middle('ratio95') };
  });
