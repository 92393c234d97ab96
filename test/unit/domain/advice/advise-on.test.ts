import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type AdviceRuleId, ADVICE_RULE_IDS } from '#domain/advice/advice.ts';
import { adviseOn } from '#domain/advice/advise-on.ts';
import { groupAdvice } from '#domain/advice/group-advice.ts';
import { missingInActions, readinessOf } from '#domain/advice/readiness.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { ADVICE_RULES } from '#domain/advice/advice-rules.ts';
import { arbitraryCoe } from '#test/support/arbitrary-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';

import { ALL_EXAMPLES } from '../../../support/examples.ts';

type Sections = { [Key in keyof Coe['sections']]?: object };
function coe(sections: Sections, known: Partial<Coe> = {}): Coe {
  const made = someCoe({ title: 'The certificate ran out', ...known });
  return coeSchema.parse({ ...made, sections: { ...made.sections, ...sections } });
}
const rules = (of: Coe, off: AdviceRuleId[] = []): AdviceRuleId[] =>
  adviseOn(of, { zone: 'Europe/Amsterdam', off }).map(({ rule }) => rule);
const why = (text: string, whys: object[] = [], more = {}) => ({ id: text, text, whys, ...more });
const at = (when: string) => ({
  precision: 'minute',
  value: when,
  zone: 'Europe/Amsterdam',
  offset: '+02:00',
  approximate: false,
});

describe('an empty COE', () => {
  it('is advised on nothing, whatever its kind and depth', () => {
    for (const kind of ['outage', 'missed-event'] as const) expect(rules(someCoe({ kind, severity: 3 }))).toEqual([]);
  });
});

describe('whys', () => {
  it.each([
    'I forgot',
    'Because Theo did not check the list',
    'The engineer was not paying attention',
    'Human error',
    'We overlooked it',
    'carelessness',
  ])('that end at a person are asked further: %s', (text) => {
    expect(
      rules(
        coe(
          {
            whys: {
              happened: [why('It ran out', [why(text)])],
              unnoticed: [why('No alarm', [why('Nobody had set one up yet')])],
            },
          },
          { author: 'Theo' },
        ),
      ),
    ).toContain('rests-on-a-person');
  });

  it.each(['Reminders went to a mailbox that is read by nobody', 'The alarm was not set up', 'Theo left the company'])(
    'that end elsewhere are not: %s',
    (text) => {
      expect(rules(coe({ whys: { happened: [why('It ran out', [why(text)])] } }, { author: 'Theo' }))).not.toContain(
        'rests-on-a-person',
      );
    },
  );

  it('may end in what is honestly unknown or outside', () => {
    const happened = [why('It ran out', [why('I forgot', [], { mark: 'outside' })])];
    expect(rules(coe({ whys: { happened } }))).not.toContain('rests-on-a-person');
  });

  it('that stop at the first step are asked further, and then why it was not noticed sooner', () => {
    expect(rules(coe({ whys: { happened: [why('It ran out')] } }))).toEqual(['few-whys']);
    const two = { whys: { happened: [why('It ran out', [why('No list of dates')])] } };
    expect(rules(coe(two))).toEqual(['unnoticed-not-asked']);
    expect(rules(coe(two, { depth: 'quick' }))).toEqual([]);
    const found = (depth: 'standard' | 'full') => adviseOn(coe(two, { depth }), { zone: 'Europe/Amsterdam', off: [] });
    // Only the full depth shows the field to answer in.
    expect(found('standard')).toMatchObject([{ place: 'unnoticed', depth: 'full' }]);
    expect(found('full')).toMatchObject([{ place: 'unnoticed', depth: null }]);
  });
});

describe('the cause', () => {
  it('that only restates the trigger is asked for what had been waiting', () => {
    const cause = { prose: 'The certificate ran out on Sunday.', triggerNote: 'Certificate ran out on a Sunday' };
    expect(rules(coe({ cause }))).toEqual(['restates-trigger']);
    expect(rules(coe({ cause: { ...cause, conditions: [{ id: 'c', condition: 'monitoring-feedback' }] } }))).toEqual(
      [],
    );
    expect(
      rules(coe({ cause: { ...cause, prose: 'Renewals hung on one person’s calendar since the move.' } })),
    ).toEqual([]);
  });
});

describe('the impact', () => {
  const long = 'Things were slow and parts of the page did not come up for quite a while.';
  it('without a person or a number is asked for both', () => {
    expect(rules(coe({ customerImpact: { prose: long } }))).toEqual(['impact-without-person', 'impact-without-number']);
  });
  it('with both is left alone', () => {
    expect(rules(coe({ customerImpact: { prose: `${long} About 300 customers saw it.` } }))).toEqual([]);
    const groups = [{ id: 'g', who: 'the shop', howMany: '12', affected: '' }];
    expect(rules(coe({ customerImpact: { prose: long, groups } }))).toEqual([]);
  });
});

describe('the timeline', () => {
  const entry = (id: string, when: string, mark: string | null = null) => ({
    id,
    when: at(when),
    what: `What ${id}`,
    mark,
  });
  it('that starts when it was noticed is asked for its beginning', () => {
    const entries = [entry('a', '2026-05-14T10:00', 'noticed'), entry('b', '2026-05-14T10:05')];
    expect(rules(coe({ timeline: { entries } }))).toEqual(['no-beginning']);
    expect(rules(coe({ timeline: { entries: [entry('0', '2026-05-14T09:55'), ...entries] } }))).toEqual([]);
  });
  it('with a long silence in it is asked what happened then', () => {
    const entries = [
      entry('a', '2026-05-14T10:00', 'began'),
      entry('b', '2026-05-14T10:50', 'noticed'),
      entry('c', '2026-05-14T10:55', 'mitigated'),
    ];
    const found = adviseOn(coe({ timeline: { entries } }), { zone: 'Europe/Amsterdam', off: [] });
    expect(found).toMatchObject([{ rule: 'silent-stretch', rowId: 'a', finding: 'There is no entry for 50 minutes.' }]);
  });
  it('in an order that cannot be is said so', () => {
    const entries = [entry('a', '2026-05-14T10:00', 'mitigated'), entry('b', '2026-05-14T10:05', 'began')];
    expect(rules(coe({ timeline: { entries } }))).toContain('impossible-order');
  });
});

describe('actions', () => {
  const whole = {
    id: 'a',
    text: 'Renew by a machine',
    owner: 'Ana',
    due: '2026-07-01',
    doneWhen: 'It ran once',
    strength: 'strong',
    purpose: 'notice-sooner',
  };
  it('that lack an owner, a day or an end are asked for it', () => {
    const bare = { ...whole, owner: '', due: null, doneWhen: '' };
    expect(rules(coe({ actions: { items: [bare] } }))).toEqual(['no-owner', 'no-due-date', 'no-done-when']);
    expect(rules(coe({ actions: { items: [whole] } }))).toEqual([]);
    expect(rules(coe({ actions: { items: [{ ...bare, status: 'done' }] } }))).toEqual([]);
  });
  it('whose due date cannot be read are asked for one in those words', () => {
    const typed = { ...whole, due: null, dueWords: 'after the holidays' };
    const advice = adviseOn(coe({ actions: { items: [typed] } }), { zone: 'Europe/Amsterdam', off: [] });
    expect(advice.map(({ finding }) => finding)).toEqual([
      '“after the holidays” cannot be read as the due date of “Renew by a machine”',
    ]);
  });
  it('that ask for care are called weak, and investigating is not when it is to find out', () => {
    expect(
      rules(coe({ actions: { items: [{ ...whole, strength: null, text: 'Be more careful with dates' }] } })),
    ).toEqual(['weak-action']);
    const look = { ...whole, strength: null, text: 'Look into the alerts' };
    expect(rules(coe({ actions: { items: [look] } }))).toEqual(['weak-action']);
    expect(rules(coe({ actions: { items: [{ ...look, purpose: 'find-out' }] } }))).toEqual([]);
    expect(rules(coe({ actions: { items: [{ ...whole, text: 'Measure the measurement' }] } }))).toEqual([]);
  });
  it('of something serious need one that holds without care, and one that notices sooner', () => {
    const weak = { ...whole, strength: 'weak', purpose: 'prevent' };
    expect(rules(coe({ actions: { items: [weak] } }, { severity: 2 }))).toEqual([
      'weak-action',
      'only-weak-actions',
      'nothing-notices-sooner',
    ]);
    expect(rules(coe({ actions: { items: [weak] } }, { severity: 2, kind: 'missed-event' }))).not.toContain(
      'nothing-notices-sooner',
    );
    expect(rules(coe({ actions: { items: [weak] } }, { severity: 1 }))).toEqual(['weak-action']);
  });
});

describe('advice', () => {
  const blaming = coe({ context: { prose: 'We failed to consider it. Later the operator was careless.' } });

  it('that was dismissed in a COE does not come back there, and a rule that is off is silent everywhere', () => {
    const [first] = adviseOn(blaming, { zone: 'UTC', off: [] });
    expect(first).toMatchObject({ rule: 'blame-wording', section: 'context', finding: '“We failed to consider”' });
    const dismissed = { ...blaming, dismissed: { advice: [first?.key ?? ''], similar: [] } };
    expect(rules(dismissed)).toEqual(['blame-wording']);
    expect(rules(blaming, ['blame-wording'])).toEqual([]);
  });

  it('is not given on a section that the depth does not show, but is on the title', () => {
    const title = 'The operator was careless';
    const inNoticed = coe({ noticed: { prose: blaming.sections.context.prose } });
    expect(rules({ ...inNoticed, depth: 'standard' })).not.toEqual([]);
    expect(rules({ ...inNoticed, depth: 'quick' })).toEqual([]);
    expect(adviseOn({ ...inNoticed, title, depth: 'quick' }, { zone: 'UTC', off: [] })).toMatchObject([
      { place: 'title' },
    ]);
  });

  it('on several rows is one line', () => {
    const items = ['a', 'b', 'c'].map((id) => ({ id, text: `Do ${id}`, owner: id === 'a' ? 'Ana' : '' }));
    const found = groupAdvice(adviseOn(coe({ actions: { items } }), { zone: 'UTC', off: [] }));
    expect(found.map(({ finding }) => finding)).toEqual([
      '3 actions have no due date.',
      '3 actions do not say when they are done.',
      '2 actions have no owner.',
    ]);
  });

  it('is not given on a section that was left out on purpose', () => {
    const skipped = { ...blaming.sections.context, skipped: true };
    expect(rules({ ...blaming, sections: { ...blaming.sections, context: skipped } })).toEqual([]);
  });

  it('has words for each rule, with a question that does not begin with why', () => {
    expect(ADVICE_RULES.map(({ id }) => id).toSorted()).toEqual([...ADVICE_RULE_IDS].toSorted());
    for (const { question } of ADVICE_RULES) expect(question).toMatch(/^(?!Why).*\?/);
  });

  it('never breaks, is always the same, and has a key of its own each', () => {
    fc.assert(
      fc.property(arbitraryCoe, (any) => {
        const found = adviseOn(any, { zone: 'Asia/Kolkata', off: [] });
        expect(adviseOn(any, { zone: 'Asia/Kolkata', off: [] })).toEqual(found);
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
        expect(readinessOf(any).every(({ label }) => label !== '')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('finds little to say about the examples, which are meant to be good ones', () => {
    for (const example of ALL_EXAMPLES) {
      const found = rules(example).filter((rule) => rule !== 'silent-stretch' && rule !== 'weak-action');
      expect(found.length, `${example.title}: ${found.join(', ')}`).toBeLessThanOrEqual(4);
    }
  });
});

describe('what makes a COE ready', () => {
  it('asks for less at a lesser depth, and for owners and days only where there are actions', () => {
    const ids = (of: Coe): string[] => readinessOf(of).map(({ id }) => id);
    expect(ids(someCoe({ depth: 'quick' })).length).toBeLessThan(ids(someCoe({ depth: 'standard' })).length);
    expect(ids(coe({ actions: { skipped: true } }))).not.toContain('owners');
    expect(readinessOf(someCoe()).every(({ isDone }) => !isDone)).toBe(true);
    const places = new Map(readinessOf(someCoe()).map(({ id, place }) => [id, place]));
    expect([places.get('summary'), places.get('severity')]).toEqual(['summary', 'severity']);
  });

  it('does not call actions answered that a reviewer still asks about', () => {
    const full = { id: 'a', text: 'Add an alarm', owner: 'Ana', due: '2026-06-05', doneWhen: 'It rings' };
    const labels = (...items: object[]): (string | false)[] =>
      readinessOf(coe({ actions: { items } }))
        .filter(({ place }) => place === 'actions')
        .map(({ label, isDone }) => isDone && label);
    const points = ['Every action has an owner and a due date', 'Every action says when it is done'];
    expect(labels(full)).toEqual(['Actions: answered', ...points]);
    expect(labels({ ...full, due: null })).toEqual(['Actions: written down, with open points below', false, points[1]]);
    expect(labels({ ...full, owner: '', status: 'done' })).toEqual(['Actions: answered', ...points]);

    const missing = (...items: object[]): string[] => missingInActions(coe({ actions: { items } }));
    expect(missing(full)).toEqual([]);
    expect(missing(full, { id: 'b', text: 'Test it' })).toEqual(['an owner', 'a due date', 'a “done when”']);
    const unread = { ...full, id: 'c', due: null, dueWords: 'in spring' };
    expect(missing(full, unread)).toEqual(['a due date that can be read']);
    expect(missing(unread, { ...full, due: null })).toEqual(['a due date']);
    expect(missing({ ...full, dueWords: 'in spring' })).toEqual([]);
    const [{ label } = { label: '' }] = readinessOf(coe({ actions: { items: [unread] } })).filter(
      ({ id }) => id === 'owners',
    );
    expect(label).toBe('Every action has an owner and a due date that can be read');
    expect(missing({ ...full, owner: '', status: 'done' }, { id: 'b', text: 'Test it', status: 'declined' })).toEqual(
      [],
    );
  });
});
