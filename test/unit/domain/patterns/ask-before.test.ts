import { expect, test } from 'vitest';

import { isAskDue } from '#domain/patterns/ask-before.ts';
import { newPattern, type Pattern } from '#domain/patterns/pattern.ts';

const SUNDAY = '2026-11-29';
const asking = (changes: Partial<Pattern['askBefore']>, others: Partial<Pattern> = {}): Pattern => ({
  ...newPattern('I said yes', 'yes', '2026-01-10T10:00:00.000Z'),
  askBefore: { words: 'a date', weekdays: [], from: null, ...changes },
  ...others,
});

test.each([
  ['every day without a day and a time', asking({}), true],
  ['not without words', asking({ words: ' ' }), false],
  ['on one of its days', asking({ weekdays: [5, 7] }), true],
  ['not on another day', asking({ weekdays: [1, 6] }), false],
  ['from its time on', asking({ from: '16:00' }), true],
  ['not before its time', asking({ from: '16:01' }), false],
  ['not once it is retired', asking({}, { retiredOn: '2026-02-01' }), false],
  ['not once it is merged', asking({}, { mergedInto: 'other' }), false],
])('Today asks %s', (_when, pattern, isDue) => {
  expect(isAskDue(pattern, SUNDAY, '16:00')).toBe(isDue);
});
