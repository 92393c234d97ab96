import { describe, expect, it, test } from 'vitest';

import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { type PatternHistory, patternHistories, postponedRetireAfter } from '#domain/patterns/pattern-history.ts';
import { newPattern, type Pattern } from '#domain/patterns/pattern.ts';
import { suggestPatternWords } from '#domain/patterns/suggest-words.ts';
import { ordinal } from '#domain/text/format.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { someCoe } from '#test/support/some-coe.ts';

import { aSummary } from '../themes/summaries.ts';

const pattern = (changes: Partial<Pattern> = {}): Pattern => ({
  ...newPattern('I said yes', 'yes', '2026-01-10T10:00:00.000Z'),
  ...changes,
});
const on = (day: string, ...patternIds: string[]): CoeSummary => aSummary({ happened: dayMoment(day), patternIds });
const only = (patterns: readonly Pattern[], summaries: readonly CoeSummary[], today: string): PatternHistory => {
  const [history] = patternHistories(patterns, summaries, today);
  if (history === undefined) throw new Error('There is no history');
  return history;
};

describe('the history of a pattern', () => {
  it('has its COEs in time, with those of patterns merged into it', () => {
    const summaries = [on('2026-05-01', 'yes'), on('2026-02-01', 'part'), on('2026-03-01', 'other')];
    const history = only([pattern(), pattern({ id: 'part', mergedInto: 'yes' })], summaries, '2026-05-31');
    expect(history.coes.map(({ day }) => day)).toEqual(['2026-02-01', '2026-05-01']);
    expect(history).toMatchObject({ lastOn: '2026-05-01', longestDays: 89 });
  });

  it('has none of a pattern that no COE has', () => {
    expect(only([pattern()], [], '2026-05-31')).toMatchObject({ coes: [], lastOn: null, longestDays: null });
  });

  it('counts a month as its first day', () => {
    const month = aSummary({
      happened: { precision: 'month', value: '2026-03', approximate: false },
      patternIds: ['yes'],
    });
    expect(only([pattern()], [month], '2026-05-31').lastOn).toBe('2026-03-01');
  });

  test.each([
    [{ retireAfter: 6 }, '2026-02-28', '2026-08-27', false],
    [{ retireAfter: 6 }, '2026-02-28', '2026-08-28', true],
    // The last day of the month: there is no 31 June.
    [{ retireAfter: 1 }, '2026-05-31', '2026-06-30', true],
    [{ retireAfter: null }, '2026-02-28', '2030-01-01', false],
    [{ retireAfter: 6, retiredOn: '2026-03-01' }, '2026-02-28', '2030-01-01', false],
    // Named long after it last came up.
    [{ retireAfter: 6 }, '2020-01-01', '2026-07-09', false],
  ])('%j, last on %s: on %s its retirement is due: %s', (changes, last, today, isDue) => {
    expect(only([pattern(changes)], [on(last, 'yes')], today).isRetirementDue).toBe(isDue);
  });
});

test.each([
  // Due since July: nine months instead of six would be due today, too.
  [6, '2026-01-31', '2026-12-15', 14],
  [6, '2026-02-28', '2026-08-28', 9],
  [120, '2026-02-28', '2036-02-28', 120],
])('retirement after %i months, last on %s, is postponed on %s to %i months', (retireAfter, last, today, months) => {
  const history = only([pattern({ retireAfter })], [on(last, 'yes')], today);
  expect(history.isRetirementDue).toBe(true);
  expect(postponedRetireAfter(history, today, 3)).toBe(months);
});

test('a pattern is named from lessons, the last whys and the cause, without long and repeated sentences', () => {
  const { sections } = someCoe();
  const why = (id: string, text: string, whys: object[] = []) => ({ ...sections.whys.happened[0], id, text, whys });
  const coe = someCoe({
    sections: {
      ...sections,
      cause: { ...sections.cause, prose: 'I did **not** look. Then I went on.' },
      whys: {
        ...sections.whys,
        prose: 'Nobody asked me.',
        happened: [why('a', 'I was tired', [why('b', 'I said yes too soon')])] as never,
      },
      learned: {
        ...sections.learned,
        lessons: [
          { id: 'l', rule: 'Look first', elsewhere: '' },
          { id: 'm', rule: 'x'.repeat(300), elsewhere: '' },
        ],
      },
    },
  });
  expect(suggestPatternWords(coe)).toEqual([
    'Look first',
    'I said yes too soon',
    'I did not look.',
    'Nobody asked me.',
  ]);
});

test('a pattern is not named from a sentence that condemns somebody, but from what the writer did or forgot', () => {
  const suggested = (prose: string): string[] => {
    const { sections } = someCoe();
    const cause = { ...sections.cause, prose };
    return suggestPatternWords(someCoe({ author: 'Theo', sections: { ...sections, cause } }));
  };
  for (const trap of [
    'I forgot to ask.',
    'I always forget the key.',
    'I ignored the warning.',
    'We did not test it.',
    'I should have asked first.',
  ])
    expect(suggested(trap), trap).toEqual([trap]);
  for (const blame of [
    'She never listens to me.',
    'Theo forgot to renew it.',
    'The engineer was careless.',
    'She should have told me.',
    'It was all his fault.',
    'Nobody bothered to ask.',
    'I am such an idiot.',
  ])
    expect(suggested(blame), blame).toEqual([]);
});

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [22, '22nd'],
])('the place %i is %s', (place, words) => {
  expect(ordinal(place)).toBe(words);
});
