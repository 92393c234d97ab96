import { expect, it, test } from 'vitest';

import { CONDITIONS } from '#domain/guide/conditions.ts';
import { findConditions } from '#domain/search/find-conditions.ts';

const ids = (text: string): string[] => findConditions(text).map(({ id }) => id);

// The words of the second half come from published lists of why people err, read after the synonyms were written.
it.each([
  ['forgot', 'attention-memory'],
  ['forgetting', 'attention-memory'],
  ['calendar', 'attention-memory'],
  ['money', 'priorities-tradeoff'],
  ['alert', 'monitoring-feedback'],
  ['tired', 'energy-health'],
  ['didn’t ask', 'help-not-sought'],
  ['too proud to ask', 'help-not-sought'],
  ['in a hurry', 'workload-time'],
  ['nobody told me', 'communication-handoff'],
  ['stress', 'emotion-pressure'],
  ['distractions', 'attention-memory'],
  ['complacency', 'assumption'],
  ['lack of training', 'knowledge-skill'],
  ['time pressure', 'workload-time'],
  ['task design', 'tool-design'],
  ['unclear instructions', 'expectations-unclear'],
  ['sleep deprivation', 'energy-health'],
  ['over-confidence', 'emotion-pressure'],
  ['interruptions', 'attention-memory'],
  ['delegation', 'help-not-sought'],
])('%s leads to %s', (text, id) => {
  expect(ids(text).slice(0, 3)).toContain(id);
});

test('a condition is found by its label, best of all, also while it is being typed', () => {
  for (const { id, label } of CONDITIONS) expect(ids(label)[0]).toBe(id);
  expect(ids('assump')[0]).toBe('assumption');
  expect(ids('believed with')[0]).toBe('assumption');
});

test('nothing typed shows all, and words of no condition show none', () => {
  expect(findConditions('  ')).toEqual(CONDITIONS);
  expect(ids('did not')).not.toEqual([]);
  expect(ids('xylophone')).toEqual([]);
});
