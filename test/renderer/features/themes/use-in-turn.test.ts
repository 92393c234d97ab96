// @vitest-environment happy-dom
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { useInTurn } from '#renderer/features/themes/figure/use-in-turn.ts';

afterEach(cleanup);

it('one figure at a time gets the data, the first at once', async () => {
  const seen: string[] = [];
  const { rerender } = renderHook(
    ({ data }) => {
      const shown = useInTurn(data, 3);
      seen.push(shown.map((each) => each ?? '-').join(''));
    },
    { initialProps: { data: 'a' } },
  );
  expect(seen.at(-1)).toBe('a--');
  await waitFor(() => expect(seen.at(-1)).toBe('aaa'));
  rerender({ data: 'b' });
  expect(seen.at(-1)).toBe('baa');
  await waitFor(() => expect(seen.at(-1)).toBe('bbb'));
  expect(seen.filter((each, place) => each !== seen[place - 1])).toEqual(['a--', 'aa-', 'aaa', 'baa', 'bba', 'bbb']);
});

it('newer data begins with the first figure again', async () => {
  const { result, rerender } = renderHook(({ data }) => useInTurn(data, 3), { initialProps: { data: 'a' } });
  rerender({ data: 'b' });
  expect(result.current).toEqual(['b', null, null]);
  await waitFor(() => expect(result.current).toEqual(['b', 'b', 'b']));
});
