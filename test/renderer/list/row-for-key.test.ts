import { expect, it } from 'vitest';

import { rowForKey } from '#renderer/list/row-for-key.ts';

it.each([
  ['ArrowDown', 4, 5],
  ['ArrowUp', 4, 3],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 99, 99],
  ['PageDown', 4, 11],
  ['PageDown', 96, 99],
  ['PageUp', 4, 0],
  ['Home', 50, 0],
  ['End', 50, 99],
])('%s in row %d of 100 leads to row %d', (key, from, to) => expect(rowForKey(key, from, 100, 7)).toBe(to));

it('returns null for other keys', () => expect(rowForKey('Enter', 4, 100, 7)).toBeNull());
