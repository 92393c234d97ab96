import { Temporal } from 'temporal-polyfill';

import { dayMoment, type Moment, type MomentPrecision, minuteMoment, unknownMoment } from './moment.ts';

/** Changes the precision of a moment. Missing parts come from the reference date; a missing time is 12:00. */
export function changePrecision(
  moment: Moment,
  precision: MomentPrecision,
  referenceDate: string,
  zone: string,
): Moment {
  const date = dateOf(moment, referenceDate);
  switch (precision) {
    case 'minute':
      return minuteMoment(`${date}T${moment.value.slice(11) || '12:00'}`, moment.zone ?? zone, moment.approximate);
    case 'day':
      return dayMoment(date, moment.approximate);
    case 'month':
      return { precision, value: date.slice(0, 7), approximate: moment.approximate };
    case 'year':
      return { precision, value: date.slice(0, 4), approximate: moment.approximate };
    case 'unknown':
      return unknownMoment();
  }
}

/** The day of a moment with missing parts filled in. A day that does not exist becomes the last of its month. */
function dateOf({ value }: Moment, referenceDate: string): string {
  const [year, month, day] = (value.slice(0, 10) + referenceDate.slice(Math.min(value.length, 10))).split('-');
  return Temporal.PlainDate.from(
    { year: Number(year), month: Number(month), day: Number(day) },
    { overflow: 'constrain' },
  ).toString();
}
