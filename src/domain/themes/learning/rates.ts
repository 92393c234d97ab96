import type { CoeSummary } from '../../catalogue/coe-summary.ts';
import { type CalendarDate, daysBetween } from '../../time/calendar-date.ts';
import { addToCount, emptyCount } from '../coe-count.ts';
import type { ConditionRate, LearningData } from './learning-data.ts';

const DAYS_A_YEAR = 365.25;
/** Less than a quarter on one side of a fix says nothing about a rate. */
const LEAST_YEARS = 0.25;
const FEWEST_COES = 5;

/**
 * How often each condition came up before its first preventing fix was done and since, per year of the time observed:
 * from the first dated COE of all to today. A rate is not proof that the fix did it. COEs without a day are left out.
 */
export function measureRates(
  summaries: readonly CoeSummary[],
  today: CalendarDate,
): Pick<LearningData, 'rates' | 'ratesTooEarly'> {
  const days = summaries.map(({ happened }) =>
    happened.precision === 'day' || happened.precision === 'minute' ? happened.value.slice(0, 10) : null,
  );
  const start = days.reduce<string | null>(
    (first, day) => (day !== null && day <= today && (first === null || day < first) ? day : first),
    null,
  );
  if (start === null) return { rates: [], ratesTooEarly: 0 };
  const places = new Map<string, number[]>();
  summaries.forEach(({ conditions }, coe) => {
    for (const condition of new Set(conditions.map((each) => each.condition))) {
      places.set(condition, [...(places.get(condition) ?? []), coe]);
    }
  });
  const found = [...places].flatMap(([condition, coes]): ConditionRate[] => {
    const fixedOn = firstFix(coes.map((coe) => summaries[coe]));
    if (fixedOn === null || fixedOn > today) return [];
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
    return [rate];
  });
  const rates = found.filter(
    ({ before, after }) =>
      before.years >= LEAST_YEARS && after.years >= LEAST_YEARS && before.count + after.count >= FEWEST_COES,
  );
  return {
    rates: rates.toSorted(
      (one, other) => other.before.count + other.after.count - (one.before.count + one.after.count),
    ),
    ratesTooEarly: found.length - rates.length,
  };
}

const yearsBetween = (from: CalendarDate, to: CalendarDate): number => Math.max(0, daysBetween(from, to)) / DAYS_A_YEAR;

/** The first day on which something that prevents was done. */
function firstFix(summaries: readonly (CoeSummary | undefined)[]): CalendarDate | null {
  const days = summaries.flatMap((summary) =>
    (summary?.actions ?? []).flatMap(({ status, purpose, doneOn }) =>
      status === 'done' && purpose === 'prevent' && doneOn !== null ? [doneOn] : [],
    ),
  );
  return days.toSorted()[0] ?? null;
}
