import { Temporal } from 'temporal-polyfill';

import { type Moment, minuteMoment } from './moment.ts';

/**
 * The next (1) or previous (-1) minute, day, month or year, by the precision of the moment. An unknown time stays so.
 */
export function stepMoment(moment: Moment, by: 1 | -1, zone: string): Moment {
  switch (moment.precision) {
    case 'minute': {
      const wall = Temporal.PlainDateTime.from(moment.value).add({ minutes: by });
      return minuteMoment(wall.toString({ smallestUnit: 'minute' }), moment.zone ?? zone, moment.approximate);
    }
    case 'day':
      return { ...moment, value: Temporal.PlainDate.from(moment.value).add({ days: by }).toString() };
    case 'month':
      return { ...moment, value: Temporal.PlainYearMonth.from(moment.value).add({ months: by }).toString() };
    case 'year':
      return { ...moment, value: String(Number(moment.value) + by).padStart(4, '0') };
    case 'unknown':
      return moment;
  }
}

/** The same time on the next (1) or previous (-1) day. A month, a year and an unknown time stay as they are. */
export function stepDay(moment: Moment, by: 1 | -1, zone: string): Moment {
  if (moment.precision === 'day') return stepMoment(moment, by, zone);
  if (moment.precision !== 'minute') return moment;
  const wall = Temporal.PlainDateTime.from(moment.value).add({ days: by });
  return minuteMoment(wall.toString({ smallestUnit: 'minute' }), moment.zone ?? zone, moment.approximate);
}
