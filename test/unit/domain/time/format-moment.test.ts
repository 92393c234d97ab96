import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import { dayMoment, minuteMoment, unknownMoment, unreadMoment, unreadWords } from '#domain/time/moment.ts';
import { parseMoment } from '#domain/time/parse-moment.ts';
import { arbitraryMoment } from '#test/support/arbitrary-coe.ts';

const zone = 'Europe/Amsterdam';
const full = { style: 'full', zone, dates: PLAIN_DATE_STYLE } as const;

describe('a moment in words', () => {
  it('says no more than is known', () => {
    expect(formatMoment(minuteMoment('2026-05-14T10:04', zone), full)).toBe('Thu 14 May 2026, 10:04');
    expect(formatMoment(dayMoment('2026-05-14'), full)).toBe('Thu 14 May 2026');
    expect(formatMoment({ precision: 'month', value: '2026-05', approximate: true }, full)).toBe('about May 2026');
    expect(formatMoment({ precision: 'year', value: '2026', approximate: false }, full)).toBe('2026');
    expect(formatMoment(unknownMoment(), full)).toBe('time unknown');
  });

  it('shows a time that could not be read as it was typed', () => {
    const unread = unreadMoment('around lunch on tuesday');
    expect(formatMoment(unread, full)).toBe('around lunch on tuesday');
    expect(formatMoment(unread, { style: 'editable', dates: PLAIN_DATE_STYLE })).toBe('around lunch on tuesday');
  });

  it('names a zone only when it is another', () => {
    const elsewhere = minuteMoment('2026-05-14T10:04', 'America/New_York');
    expect(formatMoment(elsewhere, full)).toBe('Thu 14 May 2026, 10:04 America/New_York');
    expect(formatMoment(elsewhere, { style: 'short', dates: PLAIN_DATE_STYLE })).toBe('14 May 2026, 10:04');
  });

  it('shows the offset only in the second half of the hour that happens twice', () => {
    const first = minuteMoment('2026-10-25T02:30', zone);
    expect(formatMoment(first, full)).toBe('Sun 25 Oct 2026, 02:30');
    expect(formatMoment({ ...first, offset: '+01:00' }, full)).toBe('Sun 25 Oct 2026, 02:30 +01:00');
  });

  it('in its editable form reads back as the same moment', () => {
    const secondHalf = fc.constant({ ...minuteMoment('2026-10-25T02:30', 'Europe/Berlin'), offset: '+01:00' });
    const oldYear = fc.constant({ precision: 'year' as const, value: '1004', approximate: false });
    fc.assert(
      fc.property(
        fc.oneof(arbitraryMoment, secondHalf, oldYear),
        fc.constantFrom('Europe/Amsterdam', 'UTC', 'Pacific/Apia', 'Europe/Berlin'),
        (moment, own) => {
          if (unreadWords(moment) !== null) return;
          const text = formatMoment(moment, { style: 'editable', zone: own, dates: PLAIN_DATE_STYLE });
          expect(parseMoment(text, { referenceDate: '2031-02-03', zone: own })).toMatchObject({ moment });
        },
      ),
    );
  });
});
