import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { SIGNAL_IDS, type SignalId } from '../coe/vocabulary.ts';
import { type Steps, visitEach } from '../steps.ts';
import { addToCount, emptyCount } from './coe-count.ts';
import type { CoeCount, Series } from './themes-data.ts';

/** Counts what happened to the signal: in total, per period, and how often it is not recorded. */
export function* countSignals(
  summaries: readonly CoeSummary[],
  periodCount: number,
  periodOf: (coe: number) => number | null,
): Steps<{ signals: (CoeCount & { signal: SignalId })[]; overTime: Series<SignalId>[]; unknown: CoeCount }> {
  const unknown = emptyCount();
  const rows = SIGNAL_IDS.map((signal) => ({
    total: { signal, ...emptyCount() },
    series: { id: signal, perPeriod: Array.from({ length: periodCount }, emptyCount) },
  }));
  yield* visitEach(summaries, ({ signal }, coe) => {
    const row = rows.find(({ total }) => total.signal === signal);
    addToCount(row?.total ?? unknown, coe);
    const cell = row?.series.perPeriod[periodOf(coe) ?? -1];
    if (cell !== undefined) addToCount(cell, coe);
  });
  return { signals: rows.map(({ total }) => total), overTime: rows.map(({ series }) => series), unknown };
}
