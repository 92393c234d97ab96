import { expect, it } from 'vitest';

import { newPattern } from '#domain/patterns/pattern.ts';
import { completePattern } from '#renderer/features/library/complete-pattern.ts';

const AT = '2026-03-01T10:00:00.000Z';
const YES = newPattern('I said yes before I looked', 'yes', AT);
const LATE = newPattern('I left too late', 'late', AT);
const QUOTE = newPattern('“Later” became "never again"', 'quote', AT);
const MERGED = { ...newPattern('I left', 'merged', AT), mergedInto: 'late' };
const found = (search: string): string[] =>
  completePattern(search, [YES, LATE, QUOTE, MERGED]).map((each) => each.search);

it('completes the sentence of a pattern at the end of a search', () => {
  expect(found('pattern:')).toHaveLength(3);
  expect(found('family pattern:LEFT')).toEqual(['family pattern:"I left too late" ']);
  expect(found('-pattern:"said y')).toEqual(['-pattern:"I said yes before I looked" ']);
  expect(found('pattern:never')).toEqual(['pattern:"“Later” became" ']);
});

it('completes nothing else', () => {
  for (const search of ['', 'left', 'pattern:left now', 'pattern:"I left too late" ', 'mypattern:left', 'tag:left'])
    expect(found(search)).toEqual([]);
});
