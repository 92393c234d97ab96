// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import type { ActionListPage } from '#ipc/action-list.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import type { TeamState } from '#ipc/team.ts';
import { ActionsScreen } from '#renderer/features/actions/actions-screen.tsx';
import { showPage } from '#test/support/show-page.tsx';
import { someTeam } from '#test/support/team-states.ts';

afterEach(cleanup);

const NOTHING: ActionListPage = {
  total: 0,
  offset: 0,
  rows: [],
  counts: { all: 4, open: 0, overdue: 0, done: 4, 'waiting-for-check': 0, declined: 0 },
  owners: ['Ann', 'Ben'],
};

const showActions = (team: TeamState, address = '/actions') =>
  showPage(
    <ActionsScreen />,
    { 'settings:read': DEFAULT_SETTINGS, 'team:state': team, 'actions:list': NOTHING },
    address,
  );

it('shows first one’s own actions in a team library, and everyone’s after one click', async () => {
  const bridge = showActions(someTeam());
  const whose = () => bridge.requests('actions:list').map((asked) => asked.whose ?? 'everyone');
  await expect.poll(whose).toEqual(['mine']);
  fireEvent.click(await screen.findByRole('radio', { name: 'Everyone’s' }));
  await expect.poll(whose).toEqual(['mine', 'everyone']);
});

it('asks for the actions of one owner, whoever’s they are', async () => {
  const bridge = showActions(someTeam(), '/actions?whose=everyone&owner=Ben');
  await expect.poll(() => bridge.requests('actions:list')).toHaveLength(1);
  expect(bridge.requests('actions:list')[0]).toMatchObject({ owner: 'Ben' });
  expect(bridge.requests('actions:list')[0]?.whose).toBeUndefined();
});

it('offers no such choice in a private library', async () => {
  const bridge = showActions({ is: 'none' });
  await screen.findByRole('radiogroup', { name: 'Which actions' });
  expect(screen.queryByRole('radiogroup', { name: 'Whose' })).toBeNull();
  expect(bridge.requests('actions:list')).toHaveLength(1);
  expect(bridge.requests('actions:list')[0]?.whose).toBeUndefined();
});
