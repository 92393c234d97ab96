import type { CoeCount } from './themes-data.ts';

/** A count of nothing yet. */
export const emptyCount = (): CoeCount => ({ count: 0, coes: [] });

/**
 * Counts one more and remembers the COE behind it, once. COEs are counted in order, so looking at the last is enough.
 */
export function addToCount(counted: CoeCount, coe: number): void {
  counted.count += 1;
  if (counted.coes.at(-1) !== coe) counted.coes.push(coe);
}

/** The most first; what ties keeps its order. */
export const byCount = <Row extends CoeCount>(rows: Row[]): Row[] =>
  rows.toSorted((first, second) => second.count - first.count);
