import { Temporal } from 'temporal-polyfill';

import type { CalendarDate } from '../time/calendar-date.ts';

/**
 * Something that is on a day. `uid` is the same each time it is written, so that a calendar replaces and does not
 * double it.
 */
export type CalendarEvent = { readonly uid: string; readonly day: CalendarDate; readonly summary: string };

/** A line of the file may have this many bytes, its end not counted (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/**
 * Events of a whole day as an iCalendar file (RFC 5545). They have no time, so they stay on their day in every zone.
 * Written here because that is one kind of event with four properties; the libraries for it bring time zones,
 * recurrence and validators of their own. `stamp` is an instant in milliseconds.
 */
export function toIcs(events: readonly CalendarEvent[], stamp: number): string {
  const stamped = new Date(stamp).toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Once//Due dates//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flatMap(({ uid, day, summary }) => [
      'BEGIN:VEVENT',
      `UID:${escapeText(uid)}@once`,
      `DTSTAMP:${stamped}`,
      `DTSTART;VALUE=DATE:${plain(day)}`,
      `DTEND;VALUE=DATE:${plain(Temporal.PlainDate.from(day).add({ days: 1 }).toString())}`,
      `SUMMARY:${escapeText(summary)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

const plain = (day: CalendarDate): string => day.replaceAll('-', '');

/**
 * Backslash, semicolon and comma have a meaning of their own, and a line's end would end the property (RFC 5545,
 * 3.3.11).
 */
const escapeText = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, '\\n')
    // oxlint-disable-next-line no-control-regex -- no other control character may stand in text
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '');

/** Breaks a line into pieces that go on after a space, never within a character. */
function fold(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of line) {
    const size = utf8Length(character);
    if (bytes + size > LONGEST_LINE) {
      pieces.push(piece);
      piece = ' ';
      bytes = 1;
    }
    piece += character;
    bytes += size;
  }
  return [...pieces, piece].join('\r\n');
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
