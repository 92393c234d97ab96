import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { type Steps, visitEach } from '../steps.ts';
import { conditionsIn } from './conditions.ts';
import { addToCount, byCount, emptyCount } from './coe-count.ts';
import type { ConditionPair } from './themes-data.ts';

/** More pairs than this are hard to compare. */
const MAX_PAIRS = 12;

/** Pairs of conditions that occur together in more than one COE, most frequent first, twelve at most. */
export function* countPairs(summaries: readonly CoeSummary[]): Steps<ConditionPair[]> {
  const rows = new Map<string, Map<string, ConditionPair>>();
  yield* visitEach(summaries, (summary, coe) => {
    const names = conditionsIn(summary).sort();
    names.forEach((first, index) => {
      for (const second of names.slice(index + 1)) addToCount(rowFor(rows, first, second), coe);
    });
  });
  const together = [...rows.values()].flatMap((row) => [...row.values()]).filter((pair) => pair.count > 1);
  return byCount(together).slice(0, MAX_PAIRS);
}

function rowFor(rows: Map<string, Map<string, ConditionPair>>, first: string, second: string): ConditionPair {
  const row = rows.get(first) ?? new Map<string, ConditionPair>();
  rows.set(first, row);
  const pair = row.get(second) ?? { first, second, ...emptyCount() };
  row.set(second, pair);
  return pair;
}
