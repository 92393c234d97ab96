import { dayMoment, type Moment, type MomentPrecision, minuteMoment, unknownMoment } from './moment.ts';

/** The same moment, known more or less exactly. What is missing comes from the reference date and from noon. */
export function changePrecision(
  moment: Moment,
  precision: MomentPrecision,
  referenceDate: string,
  zone: string,
): Moment {
  const full = moment.value + referenceDate.slice(Math.min(moment.value.length, 10));
  const date = full.slice(0, 10);
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
