import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { conditionsOverTime, countConditions, countWithConditions } from './conditions.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import { countControl } from './control.ts';
import { learningOf } from './learning/learning-of.ts';
import { measureDurations } from './durations.ts';
import { countPairs } from './pairs.ts';
import { periodsOf } from './periods.ts';
import { countSignals } from './signals.ts';
import type { ThemesData } from './themes-data.ts';
import { countTriggers } from './triggers.ts';

/**
 * Computes everything the Themes screen shows. `zone` matters only for durations between times without an offset;
 * `today` is the day in that zone.
 */
export function themesOf(summaries: readonly CoeSummary[], zone: string, today: CalendarDate): ThemesData {
  const { unit, periods, periodOfCoe, unplaced } = periodsOf(summaries);
  const periodOf = (coe: number): number | null => periodOfCoe[coe] ?? null;
  const conditions = countConditions(summaries);
  const triggers = countTriggers(summaries);
  const signals = countSignals(summaries, periods.length, periodOf);
  const control = countControl(summaries);
  return {
    n: summaries.length,
    coes: summaries.map(({ id, title, kind, happened }) => ({
      id,
      title,
      kind,
      happened: happened.value.slice(0, 10),
    })),
    periodUnit: unit,
    periods,
    unplaced,
    withConditions: countWithConditions(summaries),
    conditions,
    conditionsOverTime: conditionsOverTime(conditions, periods.length, periodOf),
    triggers: triggers.triggers,
    triggersUnknown: triggers.unknown,
    signals: signals.signals,
    signalsOverTime: signals.overTime,
    signalUnknown: signals.unknown,
    durations: measureDurations(summaries, zone),
    pairs: countPairs(summaries),
    control: control.control,
    controlUnknown: control.unknown,
    learning: learningOf(summaries, periods, today),
  };
}
