import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { KIND_IDS, type KindId } from '../coe/vocabulary.ts';
import { type Steps, visitEach } from '../steps.ts';
import { addToCount, byCount, emptyCount } from './coe-count.ts';
import type { ConditionCount, CoeCount, Series } from './themes-data.ts';

/** The distinct conditions of a COE. */
export function conditionsIn(summary: CoeSummary): string[] {
  const names: string[] = [];
  for (const { condition } of summary.conditions) if (!names.includes(condition)) names.push(condition);
  return names;
}

/** The number of COEs with each condition, highest first, and when it last occurred. */
export function* countConditions(summaries: readonly CoeSummary[]): Steps<ConditionCount[]> {
  const rows = new Map<string, ConditionCount>();
  yield* visitEach(summaries, (summary, coe) => {
    for (const condition of conditionsIn(summary)) {
      const row = rows.get(condition) ?? emptyRow(condition);
      rows.set(condition, row);
      addToCount(row, coe);
      row.byKind[summary.kind] += 1;
      row.lastSeen = laterOf(row.lastSeen, summary.happened.value.slice(0, 10));
    }
  });
  return byCount([...rows.values()]);
}

/** The COEs with at least one condition. */
export function* countWithConditions(summaries: readonly CoeSummary[]): Steps<CoeCount> {
  const counted = emptyCount();
  yield* visitEach(summaries, (summary, coe) => {
    if (summary.conditions.length > 0) addToCount(counted, coe);
  });
  return counted;
}

/** The same counts per period, in the order of `conditions`. `periodOf` is the index of a COE's period, or null. */
export function* conditionsOverTime(
  conditions: readonly ConditionCount[],
  periodCount: number,
  periodOf: (coe: number) => number | null,
): Steps<Series[]> {
  const series: Series[] = [];
  for (const { condition, coes } of conditions) {
    const perPeriod = Array.from({ length: periodCount }, emptyCount);
    for (const coe of coes) {
      const cell = perPeriod[periodOf(coe) ?? -1];
      if (cell !== undefined) addToCount(cell, coe);
    }
    series.push({ id: condition, perPeriod });
    yield;
  }
  return series;
}

const emptyRow = (condition: string): ConditionCount => ({
  condition,
  ...emptyCount(),
  lastSeen: null,
  byKind: Object.fromEntries(KIND_IDS.map((kind) => [kind, 0])) as Record<KindId, number>,
});

/** The later of two calendar values; a day counts as later than its month, because it says more. */
function laterOf(known: string | null, value: string): string | null {
  if (value === '') return known;
  return known === null || value > known ? value : known;
}
