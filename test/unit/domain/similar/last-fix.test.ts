import { expect, test } from 'vitest';

import { summarise } from '#domain/catalogue/coe-summary.ts';
import { actionSchema } from '#domain/coe/sections/actions.ts';
import { lastFixOf } from '#domain/similar/last-fix.ts';
import { someCoe } from '#test/support/some-coe.ts';

type Some = Partial<Parameters<typeof actionSchema.parse>[0] & object>;

const lastOf = (...actions: Some[]): string | null => {
  const coe = someCoe();
  const items = actions.map((action, place) => actionSchema.parse({ id: `a${place}`, ...action }));
  const summary = summarise({ ...coe, sections: { ...coe.sections, actions: { ...coe.sections.actions, items } } });
  return lastFixOf(summary.actions)?.text ?? null;
};

test('the last fix is the newest done action that prevents', () => {
  expect(
    lastOf(
      { text: 'older', purpose: 'prevent', status: 'done', doneOn: '2024-01-01' },
      { text: 'newest', purpose: 'prevent', status: 'done', doneOn: '2024-03-01' },
      { text: 'apology', purpose: 'put-right', status: 'done', doneOn: '2024-05-01' },
      { text: 'open', purpose: 'prevent', status: 'open' },
    ),
  ).toBe('newest');
});

test('where none is done it is the newest open one, preventing before others', () => {
  expect(lastOf({ text: 'first', purpose: 'prevent' }, { text: 'second', purpose: 'prevent' })).toBe('second');
  expect(lastOf({ text: 'prevents', purpose: 'prevent' }, { text: 'finds out', purpose: 'find-out' })).toBe('prevents');
  expect(lastOf({ text: 'finds out', purpose: 'find-out' })).toBe('finds out');
});

test('there is none where nothing is planned, or all was declined or left empty', () => {
  expect(lastOf()).toBe(null);
  expect(lastOf({ text: 'no', status: 'declined' }, { text: ' ', status: 'open' })).toBe(null);
});
