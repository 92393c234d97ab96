import { describe, expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { QUESTION_BANK, QUESTION_TOPICS, questionsFor, type ShownIn } from '#domain/coaching/question-bank.ts';
import { actionSchema } from '#domain/coe/sections/actions.ts';
import { contributingConditionSchema } from '#domain/coe/sections/cause.ts';
import { someCoe } from '#test/support/some-coe.ts';

const whole: ShownIn = { left: [], earlier: [] };
/** A COE that calls for the closing question only, with what a test changes in its sections. */
function coe(change: (sections: Coe['sections']) => void = () => {}): Coe {
  const { sections, ...rest } = someCoe();
  sections.context.expected = 'The deployment should have taken five minutes.';
  sections.actions.items = [
    actionSchema.parse({ id: 'a', text: 'Remove the option', strength: 'strong', checkDate: '2026-07-01' }),
  ];
  change(sections);
  return { ...rest, sections };
}
const idsFor = (shown: Coe, options: ShownIn = whole): string[] => questionsFor(shown, options).map(({ id }) => id);

describe('the question bank', () => {
  it('asks how or what, never why', () => {
    for (const { text } of QUESTION_BANK) {
      expect(text).toMatch(/\?$/);
      expect(text).not.toMatch(/\bwhy\b/i);
      expect(text).toMatch(/\b(?:what|how|where|which)\b/i);
    }
  });

  it('has every topic, in the order of a talk, and no question twice', () => {
    const topics = QUESTION_TOPICS.map(({ id }) => id);
    expect([...new Set(QUESTION_BANK.map(({ topic }) => topic))]).toEqual(topics);
    expect(new Set(QUESTION_BANK.map(({ id }) => id)).size).toBe(QUESTION_BANK.length);
    expect(new Set(QUESTION_BANK.map(({ text }) => text)).size).toBe(QUESTION_BANK.length);
  });
});

describe('the questions that fit a copy', () => {
  it('are the closing one alone when nothing calls for another', () => {
    expect(idsFor(coe())).toEqual(['most-useful']);
  });

  it('ask what was in view when nothing says what was expected', () => {
    const [question] = questionsFor(
      coe(({ context }) => {
        context.expected = ' ';
      }),
      whole,
    );
    expect(question).toMatchObject({ id: 'in-view', place: { section: 'context', row: null, field: 'expected' } });
  });

  it('ask what would have made a signal visible that was not seen', () => {
    const unseen = coe(({ noticed }) => {
      noticed.signal = 'not-seen';
    });
    expect(idsFor(unseen)).toEqual(['visible', 'most-useful']);
  });

  it('ask what made it sensible when a why ends at a person, and lead to that why', () => {
    const [question] = questionsFor(
      coe(({ whys }) => {
        whys.happened = [{ id: 'w1', text: 'Human error', evidence: '', control: null, mark: 'root-cause', whys: [] }];
      }),
      whole,
    );
    expect(question).toMatchObject({ id: 'sensible', place: { section: 'whys', row: 'w1' } });
  });

  it('ask what would make it hard to get wrong when all actions are weak, not when one is stronger', () => {
    const weak = (others: 'weak' | 'medium') =>
      coe(({ actions }) => {
        actions.items = (['weak', others] as const).map((strength, index) =>
          actionSchema.parse({ id: `a${index}`, text: 'Take more care', strength, checkDate: '2026-07-01' }),
        );
      });
    expect(idsFor(weak('weak'))).toEqual(['hard-to-get-wrong', 'most-useful']);
    expect(idsFor(weak('medium'))).toEqual(['most-useful']);
  });

  it('ask when to look again when an action has no check date, and lead to the action', () => {
    const [question] = questionsFor(
      coe(({ actions }) => {
        actions.items = [actionSchema.parse({ id: 'a7', text: 'Remove the option', strength: 'strong' })];
      }),
      whole,
    );
    expect(question).toMatchObject({ id: 'look-again', place: { section: 'actions', row: 'a7' } });
    const typed = coe(({ actions }) => {
      actions.items = [
        actionSchema.parse({ id: 'a7', text: 'Remove the option', strength: 'strong', checkDateWords: 'in spring' }),
      ];
    });
    expect(idsFor(typed)).not.toContain('look-again');
  });

  it('ask where it was met before when an earlier copy has the same condition', () => {
    const withCondition = coe(({ cause }) => {
      cause.conditions = [contributingConditionSchema.parse({ id: 'c1', condition: 'workload-time' })];
    });
    expect(idsFor(withCondition)).toEqual(['most-useful']);
    expect(idsFor(withCondition, { left: [], earlier: [withCondition] })).toEqual(['before', 'most-useful']);
  });

  it('leave out what the writer left out or skipped', () => {
    const bare = someCoe();
    const left = ['context', 'actions'] as const;
    expect(idsFor(bare)).toContain('in-view');
    expect(idsFor(bare, { left, earlier: [] })).toEqual(['most-useful']);
    const skipped = coe(({ context }) => {
      context.expected = '';
      context.skipped = true;
    });
    expect(idsFor(skipped)).toEqual(['most-useful']);
  });

  it('come in the order of a talk and end with a closing one', () => {
    const topics: string[] = QUESTION_TOPICS.map(({ id }) => id);
    const order = questionsFor(someCoe(), whole).map(({ topic }) => topics.indexOf(topic));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order.at(-1)).toBe(topics.indexOf('closing'));
  });
});
