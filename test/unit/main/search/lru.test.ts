import { expect, test } from 'vitest';

import { createLru } from '#main/search/lru.ts';

const fields = (text: string): string[] => [text];

test('loads a value once while recently used, and again after its deletion', () => {
  const lru = createLru<string[]>(2);
  const read: string[] = [];
  const ask = (id: string, text = id) => lru.get(id, () => (read.push(id), fields(text)));
  ask('a');
  ask('b');
  expect(ask('a')).toEqual(fields('a'));
  expect(read).toEqual(['a', 'b']);
  ask('c');
  ask('b');
  expect(read).toEqual(['a', 'b', 'c', 'b']);
  lru.delete('b');
  expect(ask('b', 'changed')).toEqual(fields('changed'));
  expect(lru.get('gone', () => null)).toBe(null);
});
