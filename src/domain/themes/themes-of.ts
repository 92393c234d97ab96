import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { type Steps, visitEach } from '../steps.ts';
import { conditionsOverTime, countConditions, countWithConditions } from './conditions.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import { countControl } from './control.ts';
import { learningOf } from './learning/learning-of.ts';
import { measureDurations } from './durations.ts';
import { countPairs } from './pairs.ts';
import { periodsOf } from './periods.ts';
import { countSignals } from './signals.ts';
import type { CountedThemes, ThemesCoe } from './themes-data.ts';
import { countTriggers } from './triggers.ts';

/**
 * Computes everything the Themes screen shows. `zone` matters only for durations between times without an offset;
 * `today` is the day in that zone.
 */
export function* themesOf(summaries: readonly CoeSummary[], zone: string, today: CalendarDate): Steps<CountedThemes> {
  const { unit, periods, periodOfCoe, unplaced } = yield* periodsOf(summaries);
  const periodOf = (coe: number): number | null => periodOfCoe[coe] ?? null;
  const conditions = yield* countConditions(summaries);
  const triggers = yield* countTriggers(summaries);
  const signals = yield* countSignals(summaries, periods.length, periodOf);
  const control = yield* countControl(summaries);
  const coes: ThemesCoe[] = [];
  yield* visitEach(summaries, ({ id, title, kind, happened }) =>
    coes.push({ id, title, kind, happened: happened.value.slice(0, 10) }),
  );
  return {
    n: summaries.length,
    coes,
    periodUnit: unit,
    periods,
    unplaced,
    withConditions: yield* countWithConditions(summaries),
    conditions,
    conditionsOverTime: yield* conditionsOverTime(conditions, periods.length, periodOf),
    triggers: triggers.triggers,
    triggersUnknown: triggers.unknown,
    signals: signals.signals,
    signalsOverTime: signals.overTime,
    signalUnknown: signals.unknown,
    durations: yield* measureDurations(summaries, zone),
    pairs: yield* countPairs(summaries),
    control: control.control,
    controlUnknown: control.unknown,
    learning: yield* learningOf(summaries, periods, today),
  };
}
