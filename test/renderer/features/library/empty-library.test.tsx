// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { EmptyLibrary } from '#renderer/features/library/empty-library.tsx';
import { someLibrary } from '#test/support/library-states.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someTeam } from '#test/support/team-states.ts';

afterEach(cleanup);

const showTeam = (team: Parameters<typeof someTeam>[0] = {}) =>
  showPage(<EmptyLibrary />, {
    'settings:read': { ...DEFAULT_SETTINGS, welcomed: false },
    'library:state': someLibrary(),
    'team:state': someTeam(team),
  });

it('stays at the last step of the introduction when what was begun there is given up', async () => {
  const bridge = showPage(<EmptyLibrary />, {
    'settings:read': { ...DEFAULT_SETTINGS, welcomed: false },
    'library:state': someLibrary(),
    'team:state': { is: 'none' },
  });
  for (const name of ['Continue', 'Keep this folder', 'Later'])
    fireEvent.click(await screen.findByRole('button', { name }));
  for (const name of ['Write your first COE', 'Bring what you have…', 'Look at the example library'])
    fireEvent.click(screen.getByRole('button', { name }));
  expect(screen.getByRole('heading').textContent).toBe('Begin');
  expect(bridge.requests('settings:change')).toEqual([]);
});

it('does not say in a team library that everything stays on this computer', async () => {
  showTeam();
  await screen.findByText('What you write here is shared with everyone in the team.');
  expect(screen.getByRole('heading').textContent).toBe('No COEs in Payments yet');
  expect(document.body.textContent).not.toContain('stays on this computer');
});

it('promises no sharing to a person who may only read the team library', async () => {
  showTeam({ status: 'read-only' });
  await screen.findByText(/You may only read this library: what you write here stays on this computer\.$/);
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Open another folder…']);
});

it('says that somebody approves first what is written', async () => {
  showTeam({ status: 'waiting-for-approval' });
  await screen.findByText('What you write here is shared with everyone in the team once it is approved.');
});
