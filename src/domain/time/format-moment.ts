import { Temporal } from 'temporal-polyfill';

import type { Moment } from './moment.ts';
import { MONTHS, SHORT_MONTHS, WEEKDAYS } from './month-names.ts';

type FormatOptions = {
  /** `full`: "Thu 14 May 2026, 10:04". `short`: "14 May 2026, 10:04". `editable`: reads back as the same moment. */
  style: 'full' | 'short' | 'editable';
  /** The zone people here live in; another one is named. */
  zone?: string | undefined;
};

/** A moment in words, no more exactly than it is known. A date is shown as it was written and never moves with the zone. */
export function formatMoment(moment: Moment, { style, zone }: FormatOptions): string {
  if (moment.precision === 'unknown') return style === 'editable' ? '' : 'time unknown';
  const words = wordsFor(moment, style);
  const where =
    moment.precision === 'minute' && moment.zone !== undefined && zone !== undefined && moment.zone !== zone
      ? ` ${moment.zone}`
      : '';
  const again = style === 'editable' || style === 'full' ? offsetIfNeeded(moment) : '';
  return `${moment.approximate ? 'about ' : ''}${words}${again === '' ? where : ` ${again}${where}`}`;
}

function wordsFor(moment: Moment, style: FormatOptions['style']): string {
  const [year = '', month = '1', day = '1'] = moment.value.slice(0, 10).split('-');
  const time = moment.value.slice(11);
  if (moment.precision === 'year') return year;
  if (moment.precision === 'month')
    return `${style === 'full' ? MONTHS[Number(month) - 1] : SHORT_MONTHS[Number(month) - 1]} ${year}`;
  const date = `${Number(day)} ${SHORT_MONTHS[Number(month) - 1]} ${year}`;
  const named =
    style === 'full'
      ? `${WEEKDAYS[Temporal.PlainDate.from(moment.value.slice(0, 10)).dayOfWeek - 1]?.slice(0, 3)} ${date}`
      : date;
  if (moment.precision === 'day') return named;
  return style === 'editable' ? `${named} ${time}` : `${named}, ${time}`;
}

/** In the hour that the clocks repeat, the offset tells which of the two is meant; otherwise it would only be noise. */
function offsetIfNeeded(moment: Moment): string {
  if (moment.precision !== 'minute' || moment.zone === undefined || moment.offset === undefined) return '';
  const usual = Temporal.PlainDateTime.from(moment.value)
    .toZonedDateTime(moment.zone, { disambiguation: 'compatible' })
    .offset.slice(0, 6);
  return usual === moment.offset ? '' : moment.offset;
}
