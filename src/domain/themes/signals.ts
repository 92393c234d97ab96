import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { SIGNAL_IDS, type SignalId } from '../coe/vocabulary.ts';
import { countIn, nothingCounted } from './counted.ts';
import type { Counted, Series } from './themes-data.ts';

/** What became of the signal that was there to be seen: in all, over the periods, and how often it is not written down. */
export function countSignals(
  summaries: readonly CoeSummary[],
  periodCount: number,
  placeOf: (coe: number) => number | null,
): { signals: (Counted & { signal: SignalId })[]; overTime: Series<SignalId>[]; unknown: Counted } {
  const unknown = nothingCounted();
  const rows = SIGNAL_IDS.map((signal) => ({
    total: { signal, ...nothingCounted() },
    series: { id: signal, perPeriod: Array.from({ length: periodCount }, nothingCounted) },
  }));
  summaries.forEach(({ signal }, coe) => {
    const row = rows.find(({ total }) => total.signal === signal);
    countIn(row?.total ?? unknown, coe);
    const cell = row?.series.perPeriod[placeOf(coe) ?? -1];
    if (cell !== undefined) countIn(cell, coe);
  });
  return { signals: rows.map(({ total }) => total), overTime: rows.map(({ series }) => series), unknown };
}
