import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { summarise } from '#domain/catalogue/coe-summary.ts';
import { dueDateEvents } from '#domain/calendar/due-date-events.ts';
import { toIcs } from '#domain/calendar/ics.ts';
import { actionSchema } from '#domain/coe/sections/actions.ts';
import { someCoe } from '#test/support/some-coe.ts';

const STAMP = Date.UTC(2026, 2, 1, 8, 30);

/**
 * Reads a calendar file the way RFC 5545 says: lines end in CRLF, and one that begins with a space goes on with the one
 * before.
 */
function read(text: string): Record<string, string>[] {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    const at = line.indexOf(':');
    const [name = '', value = ''] = [line.slice(0, at), line.slice(at + 1)];
    if (line === 'BEGIN:VEVENT') events.push({});
    else if (events.length > 0 && name !== 'END' && name !== '') Object.assign(events.at(-1) ?? {}, { [name]: value });
  }
  return events;
}
const unescape = (text = ''): string => text.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));

describe('a calendar file', () => {
  it('has a whole day for each event, from its day to the next', () => {
    const [event] = read(toIcs([{ uid: 'u1', day: '2024-02-29', summary: 'Due' }], STAMP));
    expect(event).toEqual({
      UID: 'u1@once',
      DTSTAMP: '20260301T083000Z',
      'DTSTART;VALUE=DATE': '20240229',
      'DTEND;VALUE=DATE': '20240301',
      SUMMARY: 'Due',
      TRANSP: 'TRANSPARENT',
    });
  });

  it('keeps any words whole, in lines of at most 75 bytes that end as they must', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        // oxlint-disable-next-line no-control-regex -- such characters cannot stand in the file
        const plain = words.replace(/[\0-\x08\x0b-\x1f\x7f]/g, '');
        const text = toIcs([{ uid: 'u', day: '2026-01-01', summary: plain }], STAMP);
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        expect(unescape(read(text)[0]?.['SUMMARY'])).toBe(plain);
      }),
    );
  });

  it('lets no words end an event and begin another', () => {
    const text = toIcs([{ uid: 'u', day: '2026-01-01', summary: 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT' }], STAMP);
    expect(read(text)).toHaveLength(1);
  });
});

describe('due dates', () => {
  const coe = someCoe({ title: 'A secret title' });
  coe.sections.actions.items = [
    { id: 'open', text: 'A secret deed', due: '2026-04-01' },
    { id: 'waiting', text: 'Another', status: 'done', doneOn: '2026-01-01', checkDate: '2026-03-01' },
    { id: 'answered', text: 'Held', status: 'done', checkDate: '2026-02-01', result: 'held' },
    { id: 'declined', text: 'No', status: 'declined', due: '2026-02-01' },
    { id: 'undated', text: 'Some day' },
  ].map((action) => actionSchema.parse(action));
  const summaries = [summarise(coe)];

  it('are those of open actions and of checks that are still to be answered, by day', () => {
    expect(dueDateEvents(summaries, true)).toEqual([
      { uid: `${coe.id}-waiting-check`, day: '2026-03-01', summary: 'Did it hold? Another (A secret title)' },
      { uid: `${coe.id}-open-due`, day: '2026-04-01', summary: 'Due: A secret deed (A secret title)' },
    ]);
  });

  it('say nothing of what they are about unless they are asked to', () => {
    expect(JSON.stringify(dueDateEvents(summaries, false))).not.toMatch(/secret|Another/);
  });
});
