// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';

import { StartRoute } from '#renderer/app/start-route.tsx';
import { queryClient } from '#renderer/platform/queries.ts';

/** Shows the start address of a library with nothing for today. `answer` answers what the screen asked for. */
function start(isLeaving: () => boolean) {
  const waiting: ((value: unknown) => void)[] = [];
  Object.assign(window, {
    once: { ask: () => new Promise((resolve) => waiting.push(resolve)), on: () => () => undefined },
  });
  queryClient.clear();
  queryClient.setQueryData(['library:state', {}], { handle: 'one', folder: '/one', status: 'ready' });
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
  const none = { items: [], total: 0 };
  const nothing = Object.fromEntries(
    ['captured', 'checks', 'overdue', 'dueSoon', 'drafts', 'revisits', 'related', 'anniversaries'].map((key) => [
      key,
      none,
    ]),
  );
  return { router, answer: () => act(async () => waiting.shift()?.({ ok: true, value: nothing })) };
}

afterEach(cleanup);

it('the start address goes to the COEs when there is nothing for today', async () => {
  const { router, answer } = start(() => false);
  await answer();
  await vi.waitFor(() => expect(router.state.location.pathname).toBe('/coes'));
});

it('a screen that the person chose meanwhile goes on loading when the answer comes', async () => {
  const isLeaving = vi.fn((): boolean => router.state.navigation.state !== 'idle');
  const { router, answer } = start(isLeaving);
  // React is not told before the answer: it draws the start address once more.
  void router.navigate('/people');
  await answer();
  await vi.waitFor(() => expect(isLeaving).toHaveBeenCalled());
  expect(router.state.navigation.location?.pathname).toBe('/people');
  expect(router.state.location.pathname).toBe('/');
});
