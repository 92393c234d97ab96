import { expect, test } from 'vitest';

import { summarise } from '#domain/catalogue/coe-summary.ts';
import { actionSchema } from '#domain/coe/sections/actions.ts';
import { latestFix } from '#domain/similar/latest-fix.ts';
import { someCoe } from '#test/support/some-coe.ts';

type Some = Partial<Parameters<typeof actionSchema.parse>[0] & object>;

const latestOf = (...actions: Some[]): string | null => {
  const coe = someCoe();
  const items = actions.map((action, index) => actionSchema.parse({ id: `a${index}`, ...action }));
  const summary = summarise({ ...coe, sections: { ...coe.sections, actions: { ...coe.sections.actions, items } } });
  return latestFix(summary.actions)?.text ?? null;
};

test('is the preventing action that was done last', () => {
  expect(
    latestOf(
      { text: 'older', purpose: 'prevent', status: 'done', doneOn: '2024-01-01' },
      { text: 'newest', purpose: 'prevent', status: 'done', doneOn: '2024-03-01' },
      { text: 'apology', purpose: 'put-right', status: 'done', doneOn: '2024-05-01' },
      { text: 'open', purpose: 'prevent', status: 'open' },
    ),
  ).toBe('newest');
});

test('falls back to the last open action, preventing ones first', () => {
  expect(latestOf({ text: 'first', purpose: 'prevent' }, { text: 'second', purpose: 'prevent' })).toBe('second');
  expect(latestOf({ text: 'prevents', purpose: 'prevent' }, { text: 'finds out', purpose: 'find-out' })).toBe(
    'prevents',
  );
  expect(latestOf({ text: 'finds out', purpose: 'find-out' })).toBe('finds out');
});

test('is null without actions, and when all are declined or empty', () => {
  expect(latestOf()).toBe(null);
  expect(latestOf({ text: 'no', status: 'declined' }, { text: ' ', status: 'open' })).toBe(null);
});

test('is the one that answers a cause, whatever was done after it', () => {
  expect(
    latestOf(
      { text: 'limit the queue', causeId: 'w1', status: 'done', doneOn: '2024-01-01' },
      { text: 'tell customers within 30 minutes', status: 'done', doneOn: '2024-03-01' },
    ),
  ).toBe('limit the queue');
  expect(latestOf({ text: 'limit the queue', causeId: 'w1' }, { text: 'tell customers' })).toBe('limit the queue');
});

test('is the one that the last repeat names', () => {
  const coe = someCoe();
  const items = ['first', 'second', 'third'].map((text, index) => actionSchema.parse({ id: `a${index}`, text }));
  const { actions } = summarise({ ...coe, sections: { ...coe.sections, actions: { ...coe.sections.actions, items } } });
  expect(latestFix(actions, [{ fixId: 'a0' }, { fixId: 'a1' }, { fixId: null }])?.text).toBe('second');
  expect(latestFix(actions, [{ fixId: 'gone' }])?.text).toBe('third');
});
