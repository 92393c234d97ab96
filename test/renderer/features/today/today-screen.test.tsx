// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it } from 'vitest';

import { todayOf } from '#domain/today/today-of.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import type { TeamState } from '#ipc/team.ts';
import { TodayScreen } from '#renderer/features/today/today-screen.tsx';
import { queryClient } from '#renderer/platform/queries.ts';
import { fakeBridge } from '#test/support/fake-bridge.ts';
import { someTeam } from '#test/support/team-states.ts';

afterEach(cleanup);

function showToday(team: TeamState) {
  queryClient.clear();
  const bridge = fakeBridge({
    'settings:read': DEFAULT_SETTINGS,
    'team:state': team,
    'today:read': todayOf([], '2026-05-14', 'UTC'),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter>
        <TodayScreen />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return bridge;
}

it('shows first what is one’s own in a team library, and everyone’s after one click', async () => {
  const bridge = showToday(someTeam());
  fireEvent.click(await screen.findByRole('radio', { name: 'Everyone’s' }));
  await screen.findByRole('heading', { name: 'Today' });
  expect(bridge.requests('today:read')).toEqual([{ whose: 'mine' }, {}]);
});

it('shows what is one’s own in a team library that is not open yet', async () => {
  const bridge = showToday({ is: 'opening' });
  await screen.findByRole('heading', { name: 'Today' });
  expect(bridge.requests('today:read')).toEqual([{ whose: 'mine' }]);
});

it('offers no such choice in a private library', async () => {
  const bridge = showToday({ is: 'none' });
  await screen.findByRole('heading', { name: 'Today' });
  expect(screen.queryByRole('radiogroup', { name: 'Whose' })).toBeNull();
  expect(bridge.requests('today:read')).toEqual([{}]);
});
