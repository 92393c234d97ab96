import { Temporal } from 'temporal-polyfill';

import type { CalendarDate } from '../time/calendar-date.ts';

/** An all-day event. `uid` is stable, so that importing the file again replaces events and does not duplicate them. */
export type CalendarEvent = { readonly uid: string; readonly day: CalendarDate; readonly summary: string };

/** Bytes per line without the line break (RFC 5545, 3.1). */
const MAX_LINE_BYTES = 75;

/**
 * Formats all-day events as an iCalendar file (RFC 5545). They have no time, so they stay on their day in every zone.
 * One kind of event with four properties does not need a library. `stamp` is an instant in milliseconds.
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

/** Escapes backslash, semicolon, comma and line breaks, which have a meaning of their own (RFC 5545, 3.3.11). */
const escapeText = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, '\\n')
    // oxlint-disable-next-line no-control-regex -- no other control character is allowed in text
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '');

/** Folds a long line into pieces that continue after a space, never within a character. */
function fold(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of line) {
    const size = utf8Length(character);
    if (bytes + size > MAX_LINE_BYTES) {
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
