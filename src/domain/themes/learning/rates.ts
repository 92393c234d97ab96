import type { CoeSummary } from '../../catalogue/coe-summary.ts';
import { type CalendarDate, daysBetween } from '../../time/calendar-date.ts';
import { addToCount, emptyCount } from '../coe-count.ts';
import { type Steps, visitEach } from '../../steps.ts';
import type { ConditionRate, LearningData } from './learning-data.ts';

const DAYS_A_YEAR = 365.25;
/** Less than a quarter of a year before or after a fix is too little for a rate. */
const MIN_YEARS = 0.25;
const MIN_COES = 5;

/**
 * How often each condition occurred per year before and after its first preventing action was done, from the first
 * dated COE to today. A lower rate does not prove that the fix worked. COEs not dated to the day are left out.
 */
export function* measureRates(
  summaries: readonly CoeSummary[],
  today: CalendarDate,
): Steps<Pick<LearningData, 'rates' | 'ratesTooEarly'>> {
  const days: (string | null)[] = [];
  yield* visitEach(summaries, ({ happened: { precision, value } }) =>
    days.push(precision === 'day' || precision === 'minute' ? value.slice(0, 10) : null),
  );
  const start = days.reduce<string | null>(
    (first, day) => (day !== null && day <= today && (first === null || day < first) ? day : first),
    null,
  );
  if (start === null) return { rates: [], ratesTooEarly: 0 };
  const coesByCondition = new Map<string, number[]>();
  yield* visitEach(summaries, ({ conditions }, coe) => {
    for (const condition of new Set(conditions.map((each) => each.condition))) {
      const coes = coesByCondition.get(condition);
      if (coes === undefined) coesByCondition.set(condition, [coe]);
      else coes.push(coe);
    }
  });
  const found: ConditionRate[] = [];
  for (const [condition, coes] of coesByCondition) {
    yield;
    const fixedOn = firstFix(coes.map((coe) => summaries[coe]));
    if (fixedOn === null || fixedOn > today) continue;
    const rate: ConditionRate = {
      condition,
      fixedOn,
      before: { ...emptyCount(), years: yearsBetween(start, fixedOn) },
      after: { ...emptyCount(), years: yearsBetween(fixedOn, today) },
    };
    for (const coe of coes) {
      const day = days[coe];
      if (day !== null && day !== undefined) addToCount(day < fixedOn ? rate.before : rate.after, coe);
    }
    found.push(rate);
  }
  const rates = found.filter(
    ({ before, after }) =>
      before.years >= MIN_YEARS && after.years >= MIN_YEARS && before.count + after.count >= MIN_COES,
  );
  return {
    rates: rates.toSorted(
      (one, other) => other.before.count + other.after.count - (one.before.count + one.after.count),
    ),
    ratesTooEarly: found.length - rates.length,
  };
}

const yearsBetween = (from: CalendarDate, to: CalendarDate): number => Math.max(0, daysBetween(from, to)) / DAYS_A_YEAR;

/** The first day on which a preventing action was done; null when none was. */
function firstFix(summaries: readonly (CoeSummary | undefined)[]): CalendarDate | null {
  const days = summaries.flatMap((summary) =>
    (summary?.actions ?? []).flatMap(({ status, purpose, doneOn }) =>
      status === 'done' && purpose === 'prevent' && doneOn !== null ? [doneOn] : [],
    ),
  );
  return days.toSorted()[0] ?? null;
}
