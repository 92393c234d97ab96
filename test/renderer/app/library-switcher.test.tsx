// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { LibrarySwitcher } from '#renderer/app/library-switcher.tsx';
import { prefetch } from '#renderer/platform/queries.ts';
import type { FakedAnswers } from '#test/support/fake-bridge.ts';
import { someLibrary } from '#test/support/library-states.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someTeam } from '#test/support/team-states.ts';

afterEach(cleanup);

async function showSwitcher(answers: FakedAnswers): Promise<void> {
  showPage(<LibrarySwitcher />, {
    'library:state': someLibrary({ name: 'team-of-ann', folder: '/home/ann/team-of-ann' }),
    'library:recents': [],
    'team:state': { is: 'none' },
    'team:libraries': [],
    ...answers,
  });
  await prefetch('library:state', {});
}

it('calls a library by the name of its folder', async () => {
  await showSwitcher({});
  expect((await screen.findByRole('button', { name: 'Library: team-of-ann' })).textContent).toBe('team-of-ann');
});

it('calls a team library as the team does, and names its folder in the menu', async () => {
  await showSwitcher({ 'team:state': someTeam({ name: 'Payments' }) });
  const button = await screen.findByRole('button', { name: 'Library: Payments' });
  expect(button.textContent).toBe('Payments');
  fireEvent.click(button);
  const reveal = await screen.findByRole('menuitem', { name: 'Show the folder' });
  expect(reveal.textContent).toContain('/home/ann/team-of-ann');
});

it('offers another team library by that name, with the folder where two have the same', async () => {
  const recent = (handle: string, name: string) => ({ handle, name, folder: `/home/ann/${name}`, isOpen: false });
  await showSwitcher({
    'library:recents': [recent('1', 'shared'), recent('2', 'old'), recent('3', 'own')],
    'team:libraries': [
      { handle: '1', name: 'Payments' },
      { handle: '2', name: 'Payments' },
    ],
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Library: team-of-ann' }));
  const names = (await screen.findAllByRole('menuitem')).slice(0, 3).map(({ textContent }) => textContent);
  expect(names).toEqual(['Payments (/home/ann/shared)', 'Payments (/home/ann/old)', 'own']);
});
