import { describe, expect, it } from 'vitest';

import { finish } from '#domain/steps.ts';
import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { themesOf } from '#domain/themes/themes-of.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { backlogSpec } from '#renderer/features/themes/specs/learning/backlog-spec.ts';
import { ratesSpec } from '#renderer/features/themes/specs/learning/rates-spec.ts';
import { repeatsSpec } from '#renderer/features/themes/specs/learning/repeats-spec.ts';
import { safeguardsSpec } from '#renderer/features/themes/specs/learning/safeguards-spec.ts';
import { strengthsSpec } from '#renderer/features/themes/specs/learning/strengths-spec.ts';
import { changeWords } from '#renderer/features/themes/words/change-words.ts';

import { aSummary } from '../../../unit/domain/themes/summaries.ts';

const data = (summaries: CoeSummary[]) => finish(themesOf(summaries, 'UTC', '2026-06-15'));
const done = {
  id: 'fix',
  text: 'Both calendars',
  causeId: null,
  purpose: 'prevent',
  strength: 'medium',
  owner: '',
  due: null,
  dueWords: '',
  priority: null,
  doneWhen: '',
  status: 'done',
  declinedReason: '',
  doneOn: '2026-02-01',
  doneOnWords: '',
  checkDate: null,
  checkDateWords: '',
  checkQuestion: '',
  checkHow: '',
  result: 'held',
  chances: null,
  checks: [],
} as const;

describe('the learning charts say', () => {
  it('how many repeats and chains there are, and what became of the earlier fix', () => {
    const first = aSummary({ happened: dayMoment('2025-01-01'), actions: [{ ...done, checks: [] }] });
    const again = aSummary({
      happened: dayMoment('2026-05-01'),
      links: [{ id: 'l', type: 'same-cause', coeId: first.id, fixId: 'fix', verdict: 'did-not-hold' }],
    });
    const all = data([first, again]);
    expect(repeatsSpec(all)).toMatchObject({
      sentence:
        '1 of 2 COEs is a repeat, in 1 chain; the longest has 2 COEs. The most common state of the earlier fix: done, and it did not hold (1).',
      known: 1,
      marks: [{ said: 'Done, and it did not hold: 1 COE', coes: [1] }],
    });
    expect(strengthsSpec(all).sentence).toBe('Of the actions that were checked, the only medium one held.');
    expect(backlogSpec(all).sentence).toBe('No action is open now. The one completed action took 31 days.');
    expect(changeWords(all.learning.change)).toBe(
      '1 COE in the last three months, compared with none in the three before. 1 repeat, compared with none before. No checks answered.',
    );
  });

  it('of how many actions of a strength none held', () => {
    const checked = (strength: 'weak' | 'strong', result: 'held' | 'partly' | 'came-back') =>
      aSummary({ actions: [{ ...done, strength, result, checks: [] }] });
    const weak = [checked('weak', 'came-back'), checked('weak', 'partly'), checked('weak', 'came-back')];
    expect(strengthsSpec(data([...weak, checked('strong', 'partly')])).sentence).toBe(
      'Of the actions that were checked, the only strong one held in part, none of 3 weak ones held.',
    );
    expect(strengthsSpec(data([...weak, checked('weak', 'held')])).sentence).toBe(
      'Of the actions that were checked, 1 of 4 weak ones held.',
    );
  });

  it('in whole sentences when nothing happened again', () => {
    const change = {
      coes: { now: 2, before: 1 },
      repeats: { now: 0, before: 1 },
      checks: { answered: 2, held: 0 },
      condition: { condition: 'Rain', now: 0, before: 3 },
    };
    expect(changeWords(change)).toBe(
      '2 COEs in the last three months, compared with 1 in the three before. None was a repeat; in the three months before, one was. None of 2 checks found that the fix held. “Rain” did not come up, compared with 3 before.',
    );
  });

  it('when there is too little to compare', () => {
    const all = data([aSummary()]);
    expect(repeatsSpec(all).sentence).toBe('None of 1 COE is linked as a repeat of another.');
    expect(ratesSpec(all, PLAIN_DATE_STYLE).sentence).toMatch(/^No condition can be compared yet/);
    expect(strengthsSpec(all).sentence).toBe('No action with a strength has been checked yet.');
    expect(safeguardsSpec(all).sentence).toMatch(/^No safeguard has been assessed yet/);
    expect(changeWords(all.learning.change)).toMatch(/^No COE here happened in the last six months/);
  });

  it('which safeguards held, by name in the table', () => {
    const all = data([
      aSummary({ title: 'The cellar', safeguards: [{ text: 'A pump', purpose: 'contain', state: 'held' }] }),
    ]);
    const spec = safeguardsSpec(all);
    expect(spec.sentence).toBe('1 of 1 safeguard held, most often those that contain.');
    expect(spec.table().rows.at(-1)).toEqual(['A pump', 1, '', '', '', 'The cellar']);
    const failed = data([
      aSummary({
        safeguards: (['weak', 'missing'] as const).map((state) => ({ text: 'A pump', purpose: 'contain', state })),
      }),
    ]);
    expect(safeguardsSpec(failed).sentence).toBe('None of 2 safeguards held.');
  });

  it('the yearly rate before and after a fix, with its counts', () => {
    const seen = (day: string, actions: CoeSummary['actions'] = []) =>
      aSummary({ happened: dayMoment(day), conditions: [{ condition: 'assumption', control: null }], actions });
    const all = data([
      ...['2024-06-15', '2024-09-01', '2024-12-01', '2025-03-01'].map((day) => seen(day)),
      seen('2025-05-01', [{ ...done, doneOn: '2025-06-15', checks: [] }]),
      seen('2026-01-01'),
    ]);
    const spec = ratesSpec(all, PLAIN_DATE_STYLE);
    expect(spec.sentence).toBe(
      '“Believed without checking” came up 5 times a year before its first fix and 1 since. Of 1 condition with a fix, 1 came up less often.',
    );
    expect(spec.marks.map(({ said }) => said)).toEqual([
      'Believed without checking, before 15 June 2025: 5 a year (5 COEs in 12 months)',
      'Believed without checking, since 15 June 2025: 1 a year (1 COE in 12 months)',
    ]);
  });
});
