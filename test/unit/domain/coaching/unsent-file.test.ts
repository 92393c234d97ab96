import { expect, it } from 'vitest';
import { z } from 'zod';

import {
  MAX_UNSENT_ITEMS,
  readableUnsent,
  readUnsentFile,
  withUnsent,
  writeUnsentFile,
} from '#domain/coaching/unsent-file.ts';

const schema = z.strictObject({ text: z.string() });

it('what was typed is written and read by what it is about', () => {
  const one = withUnsent([], 'a question', { text: 'What did you' }) ?? [];
  const two = withUnsent(one, 'another', { text: 'How' }) ?? [];
  const changed = withUnsent(two, 'a question', { text: 'What did you see?' }) ?? [];
  const file = readUnsentFile(writeUnsentFile(changed));
  const read = file.ok ? file.value : [];
  expect(new Map(readableUnsent(read, schema).map(({ about, words }) => [about, words.text]))).toEqual(
    new Map([
      ['a question', 'What did you see?'],
      ['another', 'How'],
    ]),
  );
  expect(withUnsent(read, 'another', null)?.map(({ about }) => about)).toEqual(['a question']);
});

it('nothing is new when the same is typed again, or nothing is taken out', () => {
  const items = [{ about: 'a question', words: { text: 'What' } }];
  expect(withUnsent(items, 'a question', { text: 'What' })).toBe(items);
  expect(withUnsent(items, 'another', null)).toBe(items);
});

it('what a newer version typed stays in the file, and is not shown', () => {
  const newer = { about: 'a drawing', words: { strokes: [1, 2] } };
  const items = withUnsent([newer], 'a question', { text: 'What' }) ?? [];
  expect(readableUnsent(items, schema).map(({ about }) => about)).toEqual(['a question']);
  expect(readUnsentFile(writeUnsentFile(items))).toMatchObject({ ok: true, value: [newer, {}] });
});

it('there is an end to how much is kept, and what is there can still be changed', () => {
  const full = Array.from({ length: MAX_UNSENT_ITEMS }, (_, index) => ({ about: `${index}`, words: { text: 'x' } }));
  expect(withUnsent(full, 'one more', { text: 'x' })).toBeNull();
  expect(withUnsent(full, '7', { text: 'y' })).toHaveLength(MAX_UNSENT_ITEMS);
});

it.each([
  ['nothing', ''],
  ['zeros', '\0\0\0'],
  ['another format', '{"format":"once-coe","version":1,"items":[]}'],
  ['a list of something else', '{"format":"once-unsent","version":1,"items":[7]}'],
  ['what is cut short', '{"format":"once-unsent","version":1,"items":[{"about":"a'],
  ['what is nested too deep', '['.repeat(100_000)],
])('%s is no such file', (_, text) => {
  expect(readUnsentFile(text)).toEqual({ ok: false, error: { kind: 'unsent-unreadable', reason: 'damaged' } });
});

it.each(['{"format":"once-unsent","version":2,"items":[]}', '{"format":"once-unsent","version":3,"forms":{}}'])(
  'a file of a newer version is not taken for a damaged one: %s',
  (text) => {
    expect(readUnsentFile(text)).toEqual({ ok: false, error: { kind: 'unsent-unreadable', reason: 'newer-version' } });
  },
);
