import { describe, expect, it, test } from 'vitest';

import { mergePattern } from '#domain/patterns/merge-patterns.ts';
import { newPattern, type Pattern, patternSchema, readPattern, writePattern } from '#domain/patterns/pattern.ts';
import {
  idsOfPattern,
  patternsById,
  patternsOf,
  withoutPattern,
  withPattern,
} from '#domain/patterns/resolve-patterns.ts';

const ID = '01JZTEST000000000000000001';
const SMALLEST = { id: ID, words: 'I said yes before I looked', createdAt: '2026-03-01T10:00:00.000Z' };
const pattern = (changes: Partial<Pattern> = {}): Pattern => ({ ...patternSchema.parse(SMALLEST), ...changes });

describe('the file of a pattern', () => {
  it('is read as it was written, with keys that it does not know', () => {
    const full = pattern({ tryingNow: 'Ask for a day', askBefore: { words: 'a date', weekdays: [5], from: '16:00' } });
    expect(readPattern(writePattern(full), ID)).toEqual({ ok: true, value: full });
    const newer = { ...full, later: { deep: 1 } };
    expect(readPattern(JSON.stringify(newer), ID)).toEqual({ ok: true, value: newer });
  });

  it('needs only an id, words and the instant', () => {
    expect(readPattern(JSON.stringify(SMALLEST), ID)).toEqual({ ok: true, value: pattern() });
    expect(newPattern(' I said yes\n before I looked ', ID, SMALLEST.createdAt)).toEqual(pattern());
  });

  it.each(['', '{', 'null', '[]', JSON.stringify({ ...SMALLEST, words: '  ' }), JSON.stringify({ id: ID })])(
    'is broken when it is %s',
    (text) => {
      expect(readPattern(text, ID)).toEqual({ ok: false, error: { reason: 'broken' } });
    },
  );

  it('is refused under another name, and from a newer version', () => {
    expect(readPattern(JSON.stringify(SMALLEST), 'other')).toEqual({ ok: false, error: { reason: 'wrong-name' } });
    expect(readPattern(JSON.stringify({ ...SMALLEST, version: 3, words: 7 }), ID)).toEqual({
      ok: false,
      error: { reason: 'newer-version', version: 3 },
    });
  });

  it.each(['..', '../x', 'a/b', 'a\\b', '', '.hidden', 'a.json', 'C:x', 'x'.repeat(65)])(
    'cannot have the id %s',
    (id) => {
      expect(patternSchema.safeParse({ ...SMALLEST, id }).success).toBe(false);
    },
  );
});

describe('a merge of two versions', () => {
  const base = pattern({ tryingNow: 'Wait a day' });

  it('keeps the changes of both sides', () => {
    const merged = mergePattern(pattern({ ...base, words: 'Mine' }), pattern({ ...base, retireAfter: 6 }), base);
    expect(merged).toEqual(pattern({ ...base, words: 'Mine', retireAfter: 6 }));
  });

  it('takes a removal by one side, and mine where both changed', () => {
    const theirs = { ...base, words: 'Theirs', later: 1 };
    expect(mergePattern(pattern({ ...base, words: 'Mine', tryingNow: '' }), theirs, base)).toEqual({
      ...base,
      words: 'Mine',
      tryingNow: '',
      later: 1,
    });
  });

  it('keeps both texts of what is being tried, and one that contains the other once', () => {
    const merge = (mine: string, theirs: string): string =>
      mergePattern(pattern({ tryingNow: mine }), pattern({ tryingNow: theirs }), base).tryingNow;
    expect(merge('Ask Ann', 'Ask Ben')).toBe('Ask Ann\n\nAsk Ben');
    expect(merge('Ask Ann', 'Ask Ann first')).toBe('Ask Ann first');
  });

  it('prefers a value over none when there is no base', () => {
    const theirs = pattern({ retiredOn: '2026-01-01', askBefore: { words: 'a date', weekdays: [], from: null } });
    expect(mergePattern(pattern({ retireAfter: 3 }), theirs)).toEqual({ ...theirs, retireAfter: 3 });
  });
});

describe('patterns that were merged into another', () => {
  const [a, b, c] = [
    pattern({ id: 'a', mergedInto: 'b' }),
    pattern({ id: 'b', mergedInto: 'c' }),
    pattern({ id: 'c' }),
  ];
  const byId = patternsById([a, b, c]);

  it('count for that one, over several steps', () => {
    expect(patternsOf(['a', 'c', 'gone'], byId)).toEqual([c]);
    expect(idsOfPattern('c', byId)).toEqual(['a', 'b', 'c']);
  });

  it('are neither added twice nor left behind', () => {
    expect(withPattern(['a'], 'c', byId)).toEqual(['a']);
    expect(withPattern(['gone'], 'c', byId)).toEqual(['gone', 'c']);
    expect(withoutPattern(['gone', 'a', 'c'], 'c', byId)).toEqual(['gone']);
  });

  test('in a circle, or into a missing pattern, count for none', () => {
    const round = [pattern({ id: 'a', mergedInto: 'b' }), pattern({ id: 'b', mergedInto: 'a' })];
    expect(patternsById([...round, pattern({ id: 'd', mergedInto: 'gone' })]).size).toBe(0);
  });
});
