// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { CoesScreen } from '#renderer/features/library/coes-screen.tsx';
import { prefetch } from '#renderer/platform/queries.ts';
import { someLibrary } from '#test/support/library-states.ts';
import { showPage } from '#test/support/show-page.tsx';

afterEach(cleanup);

/** Shows the screen of a library with so many COEs, while the list was asked for before they were read. */
async function showList(coeCount: number): Promise<void> {
  showPage(<CoesScreen />, {
    'settings:read': DEFAULT_SETTINGS,
    'library:state': someLibrary({ coeCount }),
    'coes:list': { total: 0, offset: 0, rows: [] },
    'team:state': { is: 'none' },
  });
  await prefetch('library:state', {});
  await screen.findByRole('button', { name: 'New COE' });
}

it('an empty library has no search box', async () => {
  await showList(0);
  await expect.poll(() => screen.queryByRole('searchbox', { name: 'Search COEs' })).toBeNull();
});

it('a library whose list is not up to date keeps its search box, and what is typed in it', async () => {
  await showList(3);
  await screen.findByText('3 COEs');
  expect(screen.queryByRole('searchbox', { name: 'Search COEs' })).not.toBeNull();
});
