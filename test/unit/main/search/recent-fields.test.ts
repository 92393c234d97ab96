import { expect, test } from 'vitest';

import { createRecentFields } from '#main/search/recent-fields.ts';

const fields = (text: string) => [{ where: 'title' as const, passages: [text] }];

test('reads a COE once as long as it is among the last, and again after it changed', () => {
  const keep = createRecentFields(2);
  const read: string[] = [];
  const ask = (id: string, text = id) => keep.of(id, () => (read.push(id), fields(text)));
  ask('a');
  ask('b');
  expect(ask('a')).toEqual(fields('a'));
  expect(read).toEqual(['a', 'b']);
  ask('c');
  ask('b');
  expect(read).toEqual(['a', 'b', 'c', 'b']);
  keep.forget('b');
  expect(ask('b', 'changed')).toEqual(fields('changed'));
  expect(keep.of('gone', () => null)).toBe(null);
});
