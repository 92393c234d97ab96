import { describe, expect, it } from 'vitest';

import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import { instantRange } from '#domain/time/instant-range.ts';
import { type Moment, momentSchema } from '#domain/time/moment.ts';
import { stepMoment } from '#domain/time/step-moment.ts';

const base = { precision: 'minute', value: '2026-05-14T10:04' } as const;

describe('a zone or an offset that a file got wrong', () => {
  it.each(['+99:99', '+18:30', '02:00', '+2'])('is refused as an offset: %s', (offset) => {
    expect(momentSchema.safeParse({ ...base, zone: 'UTC', offset }).success).toBe(false);
  });

  it('is refused as a zone that nobody knows when no offset says what it was', () => {
    expect(momentSchema.safeParse({ ...base, zone: 'Mars/Base' }).success).toBe(false);
  });

  it('is read, placed, shown and stepped when an offset stands beside a zone that is not known here', () => {
    const moment: Moment = momentSchema.parse({ ...base, zone: 'Mars/Base', offset: '+05:30' });
    expect(instantRange(moment, 'UTC')?.start).toBe(Date.parse('2026-05-14T10:04:00+05:30'));
    expect(formatMoment(moment, { style: 'full', zone: 'UTC', dates: PLAIN_DATE_STYLE })).toContain('10:04');
    expect(stepMoment(moment, 1, 'UTC').value).toBe('2026-05-14T10:05');
  });
});
