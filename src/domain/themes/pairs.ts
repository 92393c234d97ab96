import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { conditionsIn } from './conditions.ts';
import { addToCount, byCount, emptyCount } from './coe-count.ts';
import type { ConditionPair } from './themes-data.ts';

/** As many as a person can compare. */
const MOST_PAIRS = 12;

/** The conditions that appear together in more than one COE, the most often first, twelve at most. */
export function countPairs(summaries: readonly CoeSummary[]): ConditionPair[] {
  const rows = new Map<string, Map<string, ConditionPair>>();
  summaries.forEach((summary, coe) => {
    const names = conditionsIn(summary).sort();
    names.forEach((first, index) => {
      for (const second of names.slice(index + 1)) addToCount(rowFor(rows, first, second), coe);
    });
  });
  const together = [...rows.values()].flatMap((row) => [...row.values()]).filter((pair) => pair.count > 1);
  return byCount(together).slice(0, MOST_PAIRS);
}

function rowFor(rows: Map<string, Map<string, ConditionPair>>, first: string, second: string): ConditionPair {
  const row = rows.get(first) ?? new Map<string, ConditionPair>();
  rows.set(first, row);
  const pair = row.get(second) ?? { first, second, ...emptyCount() };
  row.set(second, pair);
  return pair;
}
