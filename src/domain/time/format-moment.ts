import { Temporal } from 'temporal-polyfill';

import { afterWeekday, dateInOrder } from './date-in-order.ts';
import type { DateStyle } from './date-style.ts';
import { type Moment, minuteMoment, unreadWords } from './moment.ts';
import { MONTHS, SHORT_MONTHS, WEEKDAYS } from './month-names.ts';
import { formatTimeOfDay } from './time-of-day.ts';

type FormatOptions = {
  /** `full`: "Thu 14 May 2026, 10:04". `short`: "14 May 2026, 10:04". `editable`: reads back as the same moment. */
  style: 'full' | 'short' | 'editable';
  /** The zone of the person; a moment in another zone names it. Without it, no zone is named. */
  zone?: string | undefined;
  /** The order and the clock of whoever reads it. */
  dates: DateStyle;
  /** The year that need not be written, because it is meant where none is. Days and minutes only. */
  impliedYear?: string | undefined;
};

/**
 * Formats a moment as precisely as it is known; one that could not be read, as it was typed. A date is shown as
 * written, whatever the zone.
 */
export function formatMoment(moment: Moment, { style, zone, dates, impliedYear }: FormatOptions): string {
  if (moment.precision === 'unknown') return unreadWords(moment) ?? (style === 'editable' ? '' : 'time unknown');
  return [
    moment.approximate ? 'about' : '',
    dateAndTime(moment, style, dates, impliedYear),
    ...zoneSuffix(moment, style, zone),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function dateAndTime(
  moment: Moment,
  style: FormatOptions['style'],
  { order, clock }: DateStyle,
  impliedYear: string | undefined,
): string {
  const [year = '', month = '1', day = '1'] = moment.value.slice(0, 10).split('-');
  if (moment.precision === 'year') return style === 'editable' && !/^(19|20)/.test(year) ? `year ${year}` : year;
  const monthIndex = Number(month) - 1;
  if (moment.precision === 'month') return `${(style === 'short' ? SHORT_MONTHS : MONTHS)[monthIndex] ?? ''} ${year}`;
  const date = dateInOrder(Number(day), SHORT_MONTHS[monthIndex] ?? '', year === impliedYear ? '' : year, order);
  const named = style === 'full' ? afterWeekday(weekday(moment), date, order) : date;
  if (moment.precision === 'day') return named;
  return `${named}${style === 'editable' ? '' : ','} ${formatTimeOfDay(moment.value.slice(11), clock)}`;
}

const weekday = (moment: Moment): string =>
  WEEKDAYS[Temporal.PlainDate.from(moment.value.slice(0, 10)).dayOfWeek - 1]?.slice(0, 3) ?? '';

/** The offset and the zone, where they are needed to tell which minute is meant. */
function zoneSuffix(
  { precision, value, zone: own, offset }: Moment,
  style: string,
  zone: string | undefined,
): string[] {
  if (precision !== 'minute' || own === undefined) return [];
  // In the hour that clocks repeat, the offset tells which of the two is meant; otherwise it is noise.
  const isUnusual = offset !== undefined && offset !== minuteMoment(value, own).offset;
  const isElsewhere = zone !== undefined && own !== zone;
  return [isUnusual && style !== 'short' ? offset : '', isElsewhere || (isUnusual && style === 'editable') ? own : ''];
}
