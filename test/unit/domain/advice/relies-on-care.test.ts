import { describe, expect, it } from 'vitest';

import { relianceOnCare } from '#domain/advice/wording/relies-on-care.ts';
import { PLAIN_CONSTRUCTIONS } from '#test/fixtures/wording/plain-constructions.ts';
import { wordingFigures } from '#test/support/wording-figures.ts';

describe('an action relies on care by how it is built', () => {
  it.each([
    ['not leave my bag on the bus', 'not leave my bag on the bus'],
    ['i will just be calmer at bedtime', 'be calmer'],
    ['engineers must follow the runbook', 'engineers'],
    ['ask people to please read the sign', 'ask people'],
    ['from now on i will check my bag twice', 'from now on i'],
    ['send round an email about locking up', 'send round'],
    ['more training for the new starters', 'more training'],
    ['give handovers more attention', 'more attention'],
  ])('%s', (action, words) => {
    expect(relianceOnCare(action)).toBe(words);
  });

  it.each([
    'ask the vendor to check the logs',
    'readers must check the version byte',
    'operators must check in with a badge',
    'not all hosts need the patch so list those that do',
    'send around 40 units to the depot',
    'focus on the first field when the dialog opens',
    'from now on the build fails without a licence',
    'training data for the new labels',
    'read the properly signed manifest',
  ])('not: %s', (action) => {
    expect(relianceOnCare(action)).toBeNull();
  });
});

it.each(PLAIN_CONSTRUCTIONS.map((facts) => [facts.rule, facts] as const))(
  '%s is silent about facts that are built like a reproach',
  (_, facts) => {
    expect(wordingFigures(facts, () => true).accused).toEqual([]);
  },
);
