import type { CoeCount } from './themes-data.ts';

/** A new count of zero. */
export const emptyCount = (): CoeCount => ({ count: 0, coes: [] });

/** Adds one to a count and its COE to the list, once. Call it in the order of COEs: only the last one is compared. */
export function addToCount(counted: CoeCount, coe: number): void {
  counted.count += 1;
  if (counted.coes.at(-1) !== coe) counted.coes.push(coe);
}

/** Sorts by count, highest first; ties keep their order. */
export const byCount = <Row extends CoeCount>(rows: Row[]): Row[] =>
  rows.toSorted((first, second) => second.count - first.count);
