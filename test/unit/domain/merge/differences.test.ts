import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Coe, coeSchema, linkSchema } from '#domain/coe/coe.ts';
import { ACTION_STRENGTHS } from '#domain/guide/action-strengths.ts';
import { conditionLabel } from '#domain/guide/conditions.ts';
import { labelOf } from '#domain/guide/label-of.ts';
import { TRIGGERS } from '#domain/guide/triggers.ts';
import { differences as differencesIn } from '#domain/merge/differences.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { dayMoment, minuteMoment, unknownMoment } from '#domain/time/moment.ts';
import { arbitraryCoe } from '#test/support/arbitrary-coe.ts';
import { coeFullOf } from '#test/support/coe-full-of.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

const differences = (mine: Coe, theirs: Coe) => differencesIn(mine, theirs, PLAIN_DATE_STYLE);

const withSections = (sections: object, changes: object = {}): Coe =>
  coeSchema.parse({ ...someCoe(), sections, ...changes });

describe('the differences of two versions', () => {
  it('are none when only bookkeeping differs', () => {
    const later = { ...someCoe(), updatedAt: '2031-01-01T00:00:00.000Z', minutesWriting: 90 };
    expect(differences(someCoe(), later)).toEqual([]);
  });

  it('are none between any COE and its copy', () => {
    fc.assert(
      fc.property(arbitraryCoe, (coe) => {
        expect(differences(coe, structuredClone(coe))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('say what stands on each side, whichever side is asked first', () => {
    fc.assert(
      fc.property(arbitraryCoe, arbitraryCoe, (mine, theirs) => {
        const swapped = differences(theirs, mine).map((found) => [found.theirs, found.mine].join('\n'));
        const found = differences(mine, theirs);
        expect(found.map((each) => [each.mine, each.theirs].join('\n')).sort()).toEqual(swapped.sort());
        for (const each of found) {
          expect(each.mine).not.toBe(each.theirs);
          expect(each.where).not.toMatch(/updatedAt|updated at|minutesWriting|minutes writing|schema/i);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('name a place by its heading and the parts below it', () => {
    const mine = withSections({ noticed: { channel: 'phone' } }, { lifeArea: 'Work' });
    const theirs = withSections({ noticed: { channel: 'mail' } }, { lifeArea: 'Home' });
    expect(differences(mine, theirs)).toEqual([
      { where: 'Service or life area', mine: 'Work', theirs: 'Home' },
      { where: 'How did you notice it?: How it reached them', mine: 'phone', theirs: 'mail' },
    ]);
  });

  it('name every field by words of the editor, and a row by what one of its list is called', () => {
    const full = (text: string): Coe => coeFullOf([text], 1);
    const where = differences(full('One'), full('Other')).map((found) => found.where);
    expect(where).toEqual(
      expect.arrayContaining([
        'Link 1: Note',
        'What was the impact?: Cost 1, Amount',
        'What is the timeline?: Entry 1, What was known or believed then',
        '5 whys: Why it was not noticed sooner 1, Text',
        'What was the root cause?: About the trigger',
        "What are you going to do so it doesn't happen again?: Action 1, Why it was declined",
        "What are you going to do so it doesn't happen again?: If it happened again",
      ]),
    );
    for (const each of where) expect(each).not.toMatch(/s \d/);
  });

  it('show prose without marks and escapes', () => {
    const mine = withSections({ context: { prose: 'It was *down* at a\\_b.' } });
    const theirs = withSections({ context: { prose: 'It was **up** at a\\_b.' } });
    expect(differences(mine, theirs)).toMatchObject([{ mine: 'It was down at a_b.', theirs: 'It was up at a_b.' }]);
  });

  it('show the marks when nothing but the formatting changed', () => {
    const mine = withSections({ context: { prose: 'It was *down*.' } });
    const theirs = withSections({ context: { prose: 'It was down.' } });
    expect(differences(mine, theirs)).toMatchObject([{ mine: 'It was *down*.', theirs: 'It was down.' }]);
  });

  it('name the part whose label changed, and a row by its number', () => {
    const rows = {
      actions: {
        items: [
          { id: 'a', text: 'One' },
          { id: 'b', text: 'Two' },
        ],
      },
    };
    const mine = withSections(rows, { audiences: { 'sections.actions.items/b': 'me', title: 'published' } });
    const theirs = withSections(rows, { audiences: { 'sections.impact': 'coach', title: 'published' } });
    expect(differences(mine, theirs)).toEqual([
      {
        where: "Who may read it: What are you going to do so it doesn't happen again?: Action 2",
        mine: 'Only me',
        theirs: '',
      },
      { where: 'Who may read it: What was the impact?', mine: '', theirs: 'Coaching' },
    ]);
  });

  it('name a row by its place, whatever its id looks like', () => {
    const steps = (last: string): Coe =>
      withSections({
        mitigated: {
          steps: [
            { id: 'shared-account', text: 'First' },
            { id: 'ends-here', text: last },
          ],
        },
      });
    expect(differences(steps('Stopped it'), steps('Turned it off'))).toEqual([
      { where: 'How did you mitigate it?: Step 2, Text', mine: 'Stopped it', theirs: 'Turned it off' },
    ]);
  });

  it('match rows by id, so that one more above does not make all of them differ', () => {
    const steps = (...ids: string[]): Coe =>
      withSections({ mitigated: { steps: ids.map((id) => ({ id, text: `Step ${id}` })) } });
    expect(differences(steps('a', 'b', 'c'), steps('new', 'a', 'b', 'c'))).toEqual([
      { where: 'How did you mitigate it?: Step 1', mine: '', theirs: 'Step new' },
    ]);
    expect(differences(steps('a', 'b', 'c'), steps('a', 'c'))).toEqual([
      { where: 'How did you mitigate it?: Step 2', mine: 'Step b', theirs: '' },
    ]);
  });

  it('tell of another order', () => {
    const steps = (...ids: string[]): Coe =>
      withSections({ mitigated: { steps: ids.map((id) => ({ id, text: `Step ${id}` })) } });
    expect(differences(steps('a', 'b'), steps('b', 'a'))).toEqual([
      { where: 'How did you mitigate it?: Steps, Order', mine: 'Step a, Step b', theirs: 'Step b, Step a' },
    ]);
  });

  it('reach into the tree of whys', () => {
    const whys = (text: string): Coe =>
      withSections({ whys: { happened: [{ id: 'a', text: 'It ran out', whys: [{ id: 'b', text }] }] } });
    expect(differences(whys('Nobody knew'), whys('Nobody looked'))).toEqual([
      { where: '5 whys: Why it happened 1, Why 1, Text', mine: 'Nobody knew', theirs: 'Nobody looked' },
    ]);
  });

  it('put a time in words, once', () => {
    const at = (happened: object): Coe => ({ ...someCoe(), happened: happened as Coe['happened'] });
    expect(differences(at(dayMoment('2026-05-14')), at(minuteMoment('2026-05-14T10:04', 'Europe/Berlin')))).toEqual([
      { where: 'When it happened', mine: 'Thu 14 May 2026', theirs: expect.stringContaining('Thu 14 May 2026, 10:04') },
    ]);
    expect(differences(at(unknownMoment()), at(dayMoment('2026-05-14', true)))).toEqual([
      { where: 'When it happened', mine: '', theirs: 'about Thu 14 May 2026' },
    ]);
  });

  it('write days in the order of the person, and leave a day in a text as it was written', () => {
    const action = (days: object): Coe =>
      withSections(
        { actions: { items: [{ id: 'a', text: 'Renew by 2026-05-14', ...days }] } },
        { lookAgain: '2026-03-01' },
      );
    const monthFirst = { order: 'month-first', clock: '12-hour' } as const;
    const before = action({ due: '2026-02-01', checks: [{ id: 'c', on: '2026-03-02', result: 'held' }] });
    const after = { ...action({ due: '2026-02-03', doneOn: '2026-02-04', checkDate: '2026-03-02' }), lookAgain: null };
    expect(differencesIn(before, after, monthFirst)).toMatchObject([
      { where: 'Look again', mine: 'Sun, Mar 1, 2026', theirs: '' },
      { where: expect.stringContaining('Due'), mine: 'Sun, Feb 1, 2026', theirs: 'Tue, Feb 3, 2026' },
      { where: expect.stringContaining('Done on'), mine: '', theirs: 'Wed, Feb 4, 2026' },
      { where: expect.stringContaining('Day of the check'), mine: '', theirs: 'Mon, Mar 2, 2026' },
      { where: expect.stringContaining('Check 1'), mine: 'Mon, Mar 2, 2026 · Held', theirs: '' },
    ]);
    const [, row] = differencesIn(withSections({}), before, monthFirst);
    expect(row?.theirs).toBe('Renew by 2026-05-14 · Sun, Feb 1, 2026 · Open · Mon, Mar 2, 2026 · Held');
  });

  it('show a date of an action and what was typed for it as one line', () => {
    const action = (days: object): Coe =>
      withSections({ actions: { items: [{ id: 'a', text: 'Renew it', ...days }] } });
    const typed = action({ dueWords: 'before the holidays', checkDateWords: 'in spring' });
    const read = action({ due: '2026-02-03', doneOnWords: 'on a Friday' });
    expect(differences(typed, read)).toMatchObject([
      { where: expect.stringMatching(/Action 1, Due$/), mine: 'before the holidays', theirs: 'Tue 3 Feb 2026' },
      { where: expect.stringMatching(/Action 1, Done on$/), mine: '', theirs: 'on a Friday' },
      { where: expect.stringMatching(/Action 1, Day of the check$/), mine: 'in spring', theirs: '' },
    ]);
    // Words beside a date are shown nowhere.
    const beside = action({ due: '2026-02-03', dueWords: 'soon', doneOnWords: 'on a Friday' });
    expect(differences(read, beside)).toEqual([]);
    expect(differences(withSections({}), beside)).toMatchObject([
      { theirs: 'Renew it · Tue 3 Feb 2026 · Open · on a Friday' },
    ]);
  });

  it('name the cause of an action by its words, and no row by an id', () => {
    const caused = (causeId: string | null): Coe =>
      withSections({
        whys: { happened: [{ id: 'why-1', text: 'Nobody knew', whys: [{ id: 'why-2', text: 'No list of owners' }] }] },
        actions: { items: [{ id: 'a', text: 'Write the list', causeId }] },
      });
    expect(differences(caused('why-1'), caused('why-2'))).toMatchObject([
      { where: expect.stringContaining('Cause'), mine: 'Nobody knew', theirs: 'No list of owners' },
    ]);
    const { whys } = caused(null).sections;
    const [row] = differences(withSections({ whys }), caused('why-2'));
    expect(row?.theirs).toBe('Write the list · Open');
  });

  it('name what is in another COE or gone by its kind, and tell two of them apart', () => {
    const linked = (coeId: string, fixId: string | null): Coe => ({
      ...someCoe(),
      links: [linkSchema.parse({ id: 'link', type: 'same-cause', coeId, fixId })],
    });
    const [one, other] = [testId(1), testId(2)];
    expect(differences(linked(one, null), linked(other, 'fix'))).toEqual([
      { where: 'Link 1: COE', mine: '(one COE)', theirs: '(another COE)' },
      { where: 'Link 1: Fix', mine: '', theirs: '(another action)' },
    ]);
    const caused = (causeId: string): Coe =>
      withSections({
        whys: { happened: [{ id: 'why-1', text: 'No list' }, { id: 'why-2', text: 'No list' }, { id: 'why-3' }] },
        actions: { items: [{ id: 'a', text: 'Write the list', causeId }] },
      });
    const shown = (mine: string, theirs: string): object[] => differences(caused(mine), caused(theirs));
    expect(shown('why-2', 'why-1')).toMatchObject([{ mine: 'No list (another row)', theirs: 'No list (one row)' }]);
    expect(shown('why-1', 'gone')).toMatchObject([{ mine: 'No list', theirs: '(another row)' }]);
    expect(shown('why-3', 'gone')).toMatchObject([{ mine: '(another row)', theirs: '(one row)' }]);
  });

  it('show a choice by its label, and a milestone by its name in the kind', () => {
    const mine = withSections({ cause: { trigger: 'change-mine' } }, { kind: 'missed-event', severity: 1 });
    const theirs = withSections(
      {
        cause: { trigger: 'conversation', conditions: [{ id: 'a', condition: 'attention-memory', control: 'mine' }] },
        timeline: { entries: [{ id: 'b', what: 'It rang', mark: 'noticed' }] },
        actions: { items: [{ id: 'c', text: 'Ask', purpose: 'notice-sooner', strength: 'weak' }] },
      },
      { kind: 'missed-event', severity: 2, status: 'ready', depth: 'full' },
    );
    expect(differences(mine, theirs).map((found) => [found.where, found.mine, found.theirs])).toEqual([
      ['Severity', 'Minor', 'Major'],
      ['Status', 'Draft', 'Ready for review'],
      ['Depth', 'Standard', 'Full'],
      ['What is the timeline?: Entry 1', '', 'It rang · You realised'],
      ['What was the root cause?: Trigger', labelOf(TRIGGERS, 'change-mine'), labelOf(TRIGGERS, 'conversation')],
      ['What was the root cause?: Condition 1', '', `${conditionLabel('attention-memory')} · Mine to change`],
      [
        "What are you going to do so it doesn't happen again?: Action 1",
        '',
        `Ask · Notice sooner · ${labelOf(ACTION_STRENGTHS, 'weak')} · Open`,
      ],
    ]);
  });

  it('name patterns by their words, and tell lists with the same words apart', () => {
    const [one, other, gone] = [testId(1), testId(2), testId(3)];
    const patterns = new Map([
      [one, 'No alarm on what runs out'],
      [other, 'Two limits in two places'],
    ]);
    const between = (mine: string[], theirs: string[]) =>
      differencesIn(someCoe({ patternIds: mine }), someCoe({ patternIds: theirs }), PLAIN_DATE_STYLE, patterns);
    expect(between([one], [one, other])).toEqual([
      {
        where: 'Patterns',
        mine: 'No alarm on what runs out',
        theirs: 'No alarm on what runs out, Two limits in two places',
      },
    ]);
    expect(between([], [gone])).toMatchObject([{ mine: '', theirs: '(deleted)' }]);
    expect(between([gone], [testId(4)])).toMatchObject([{ mine: '(deleted) (one)', theirs: '(deleted) (another)' }]);
    const labelled = someCoe({ audiences: { [`patternIds/${one}`]: 'me' } });
    expect(differencesIn(someCoe(), labelled, PLAIN_DATE_STYLE, patterns)).toMatchObject([
      { where: 'Who may read it: Pattern No alarm on what runs out' },
    ]);
  });

  it('tell the same clock time in two zones apart', () => {
    const at = (zone: string): Coe => ({ ...someCoe(), happened: minuteMoment('2026-05-14T10:04', zone) });
    const [found] = differences(at('Europe/Berlin'), at('America/New_York'));
    expect(found?.mine).toContain('Europe/Berlin');
    expect(found?.theirs).toContain('America/New_York');
  });

  it('tell "no" from no answer, and leave both out of a row that is new', () => {
    const groups = (...rows: object[]): Coe => withSections({ customerImpact: { groups: rows } });
    expect(differences(groups({ id: 'a', told: false }), groups({ id: 'a', told: null }))).toEqual([
      { where: 'What is the customer impact?: Group 1, They know', mine: 'no', theirs: '' },
    ]);
    expect(differences(groups(), groups({ id: 'a', who: 'Shoppers', told: false }))).toMatchObject([
      { mine: '', theirs: 'Shoppers' },
    ]);
  });

  it('are shown for words and lists alike', () => {
    expect(differences(someCoe({ tags: ['dns'] }), someCoe({ tags: ['dns', 'night'] }))).toEqual([
      { where: 'Tags', mine: 'dns', theirs: 'dns, night' },
    ]);
  });
});
