import { describe, expect, it } from 'vitest';

import { minuteMoment } from '#domain/time/moment.ts';
import { parseLine } from '#domain/time/parse-line.ts';

const options = { referenceDate: '2026-11-14', zone: 'Europe/Amsterdam' };

describe('a line that starts with a time', () => {
  it.each([
    ['14:02 rolling back', '2026-11-14T14:02', 'rolling back'],
    ['[14:02] ana: on it', '2026-11-14T14:02', 'ana: on it'],
    ['(14:02 UTC) on it', '2026-11-14T14:02', 'on it'],
    ['- 14:02: on it', '2026-11-14T14:02', 'on it'],
    ['1. 14:02 on it', '2026-11-14T14:02', 'on it'],
    ['14:02 – on it', '2026-11-14T14:02', 'on it'],
    ['**9:30 PM**: paged', '2026-11-14T21:30', 'paged'],
    ['| 10:04 | said | who |', '2026-11-14T10:04', 'said | who |'],
    ['2026-05-14T10:04:00Z INFO started', '2026-05-14T10:04', 'INFO started'],
    ['2026-05-14 10:04:05,123 ERROR', '2026-05-14T10:04', 'ERROR'],
    ['Sunday 1:02 it was back', '2026-11-15T01:02', 'it was back'],
    ['14:02-rolled back', '2026-11-14T14:02', 'rolled back'],
    ['14:02', '2026-11-14T14:02', ''],
    ['### 19. April, 11:00', '2026-04-19T11:00', ''],
    // Words of the sentence that could belong to a time.
    ['10:04 may be bad', '2026-11-14T10:04', 'may be bad'],
    ['10:04 at the office', '2026-11-14T10:04', 'at the office'],
    ['10:04 10 people wrote', '2026-11-14T10:04', '10 people wrote'],
    ['14:02 now we roll back', '2026-11-14T14:02', 'now we roll back'],
    ['10:04 eat something', '2026-11-14T10:04', 'eat something'],
  ])('splits %j', (line, value, rest) => {
    expect(parseLine(line, options)).toMatchObject({ moment: { value }, rest });
  });

  it('continues from the line before', () => {
    const previous = minuteMoment('2026-11-14T23:51', options.zone);
    expect(parseLine('00:02 back', { ...options, previous })).toMatchObject({ moment: { value: '2026-11-15T00:02' } });
  });

  it.each(['12 people wrote', 'May was bad', '2026 was', 'around 10 people came', 'Ana 10:04', 'soon', '', '| --- |'])(
    'leaves %j alone',
    (line) => expect(parseLine(line, options)).toBeNull(),
  );
});
