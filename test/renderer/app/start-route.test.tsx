// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';

import { StartRoute } from '#renderer/app/start-route.tsx';
import { queryClient } from '#renderer/platform/queries.ts';

const NONE = { items: [], total: 0 };
const NOTHING = Object.fromEntries(
  ['captured', 'checks', 'overdue', 'dueSoon', 'drafts', 'revisits', 'related', 'anniversaries'].map((key) => [
    key,
    NONE,
  ]),
);

/**
 * Shows the start address of a library with nothing for today. `answer` answers what the screen asked for. The state of
 * the library is not known when it is null.
 */
function start(isLeaving: () => boolean, library: object | null = { handle: 'one', folder: '/one', status: 'ready' }) {
  const waiting: ((value: unknown) => void)[] = [];
  Object.assign(window, {
    once: { ask: () => new Promise((resolve) => waiting.push(resolve)), on: () => () => undefined },
  });
  queryClient.clear();
  if (library !== null) queryClient.setQueryData(['library:state', {}], library);
  queryClient.setQueryData(['team:state', {}], { is: 'none' });
  const router = createMemoryRouter([
    { index: true, element: <StartRoute isLeaving={isLeaving} /> },
    { path: 'coes', element: <p>COEs</p> },
    { path: 'people', lazy: () => new Promise(() => undefined) },
  ]);
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { router, answer: () => act(async () => waiting.shift()?.({ ok: true, value: NOTHING })) };
}

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('the start address goes to the COEs when there is nothing for today', async () => {
  const { router, answer } = start(() => false);
  await answer();
  await expect.poll(() => router.state.location.pathname).toBe('/coes');
});

it('a screen that the person chose meanwhile goes on loading when the answer comes', async () => {
  const isLeaving = vi.fn((): boolean => router.state.navigation.state !== 'idle');
  const { router, answer } = start(isLeaving);
  // React is not told before the answer: it draws the start address once more.
  void router.navigate('/people');
  await answer();
  await expect.poll(() => isLeaving.mock.calls.length).toBeGreaterThan(0);
  expect(router.state.navigation.location?.pathname).toBe('/people');
  expect(router.state.location.pathname).toBe('/');
});

it('the start address waits for a library that is read for the first time once it is open', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { router } = start(() => false, null);
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  await act(async () => queryClient.setQueryData(['library:state', {}], { folder: '/one', status: 'loading' }));
  await act(async () => queryClient.setQueryData(['today:read', {}], NOTHING));
  await act(() => vi.advanceTimersByTimeAsync(1000));
  expect(router.state.location.pathname).toBe('/');
  await act(() => vi.advanceTimersByTimeAsync(1000));
  expect(router.state.location.pathname).toBe('/coes');
});

it('the start address waits for what has changed and is not asked for again yet', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { router, answer } = start(() => false, { folder: '/one', status: 'loading' });
  await answer();
  await act(async () => {
    await queryClient.invalidateQueries({ queryKey: ['today:read'], refetchType: 'none' });
    queryClient.setQueryData(['library:state', {}], { folder: '/one', status: 'ready' });
  });
  await act(() => vi.advanceTimersByTimeAsync(1000));
  expect(router.state.location.pathname).toBe('/');
});
