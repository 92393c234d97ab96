import { Temporal } from 'temporal-polyfill';

import { weekdayFrom } from './month-names.ts';
import type { ParsedDate } from './parse-date.ts';

const DAYS: readonly [RegExp, number][] = [
  [/^(?:(?:the )?day before yesterday|two days before)$/, -2],
  [/^(?:yesterday|(?:the )?(?:day before|previous day|prior day))$/, -1],
  [/^(?:today|(?:the |that )?same day|that day)$/, 0],
  [/^(?:tomorrow|(?:the )?(?:next day|following day|day after))$/, 1],
  [/^(?:the )?day after tomorrow$/, 2],
];
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  'a couple of': 2,
  'a couple': 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const AWAY = new RegExp(
  `^(in )?(\\d{1,4}|${Object.keys(COUNTS)
    .sort((one, other) => other.length - one.length)
    .join('|')}) (day|week|month|year)s?( ago| earlier| before| later| after)?$`,
);
const NEXT = /^(last|next|this) (week|month|year)$/;
const WEEKDAY = /^(?:(last|past|previous|next|this|on|the following) )?([a-z]{3,}\.?)$/;

/**
 * A date relative to `anchor`, `YYYY-MM-DD`: yesterday, two days ago, last week, Sunday. Null for anything else. A
 * weekday alone is the nearest one, up to three days before or after the anchor, because a story is told around its
 * day; "last" and "next" look strictly back or ahead. Weeks are approximate, and months and years stay months and
 * years.
 */
export function parseRelativeDate(text: string, anchor: string, weekdays: 'nearest' | 'ahead'): ParsedDate | null {
  const words = text.toLowerCase();
  const date = Temporal.PlainDate.from(anchor);
  const days = DAYS.find(([pattern]) => pattern.test(words))?.[1];
  if (days !== undefined) return onDay(date.add({ days }));
  const away = AWAY.exec(words);
  if (away !== null) {
    const [, ahead, count = '', unit = '', side] = away;
    if ((ahead === undefined) === (side === undefined)) return null;
    const size = COUNTS[count] ?? Number(count);
    return shifted(date, unit, ahead !== undefined || / later| after/.test(side ?? '') ? size : -size);
  }
  const next = NEXT.exec(words);
  if (next !== null) {
    const by = { last: -1, this: 0, next: 1 }[next[1] ?? 'this'] ?? 0;
    return next[2] === 'week' && by === 0 ? null : shifted(date, next[2] ?? '', by);
  }
  const [, side, name = ''] = WEEKDAY.exec(words) ?? [];
  const weekday = weekdayFrom(name);
  return weekday === null
    ? null
    : onDay(
        date.add({
          days: daysToWeekday(weekday - date.dayOfWeek, side ?? (weekdays === 'ahead' ? 'next' : undefined)),
        }),
      );
}

function shifted(date: Temporal.PlainDate, unit: string, by: number): ParsedDate {
  switch (unit) {
    case 'day':
      return onDay(date.add({ days: by }));
    case 'week':
      return { ...onDay(date.add({ weeks: by })), approximate: true };
    case 'month':
      return { precision: 'month', value: date.add({ months: by }).toString().slice(0, 7) };
    default:
      return { precision: 'year', value: date.add({ years: by }).toString().slice(0, 4) };
  }
}

/** Days to a weekday that is `difference` days away within the week. */
function daysToWeekday(difference: number, side: string | undefined): number {
  const ahead = (difference + 7) % 7;
  if (side === 'last' || side === 'past' || side === 'previous') return ahead - 7;
  if (side === 'next' || side === 'the following') return ahead === 0 ? 7 : ahead;
  return ahead > 3 ? ahead - 7 : ahead;
}

const onDay = (date: Temporal.PlainDate): ParsedDate => ({ precision: 'day', value: date.toString() });
