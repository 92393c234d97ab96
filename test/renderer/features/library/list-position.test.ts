import { expect, it } from 'vitest';

import { listPosition, rememberPosition } from '#renderer/features/library/list-position.ts';

const TOP = { scrollTop: 0, focused: null };

it('keeps the position of each library apart, for the same search', () => {
  rememberPosition('a', '?q=bread', { scrollTop: 400 });
  rememberPosition('a', '?q=bread', { focused: 7 });
  expect(listPosition('a', '?q=bread')).toEqual({ scrollTop: 400, focused: 7 });
  expect(listPosition('b', '?q=bread')).toEqual(TOP);
  expect(listPosition('a', '')).toEqual(TOP);
});

it('forgets the positions that were used longest ago, so that searching does not fill the memory', () => {
  rememberPosition('a', '?q=first', { scrollTop: 1 });
  rememberPosition('a', '?q=second', { scrollTop: 2 });
  for (let count = 0; count < 48; count += 1) rememberPosition('a', `?q=${count}`, { scrollTop: 3 });
  rememberPosition('a', '?q=first', { focused: 1 });
  rememberPosition('a', '?q=last', { scrollTop: 4 });
  expect(listPosition('a', '?q=second')).toEqual(TOP);
  expect(listPosition('a', '?q=first')).toEqual({ scrollTop: 1, focused: 1 });
});
