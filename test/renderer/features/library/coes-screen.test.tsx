// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { CoesScreen } from '#renderer/features/library/coes-screen.tsx';
import { prefetch } from '#renderer/platform/queries.ts';
import { someLibrary } from '#test/support/library-states.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someTeam } from '#test/support/team-states.ts';

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

it('a search says how much of the library has been read, and not that there is nothing', async () => {
  showPage(
    <CoesScreen />,
    {
      'settings:read': DEFAULT_SETTINGS,
      'library:state': someLibrary({ status: 'loading', progress: { done: 3200, total: 20_000 } }),
      'coes:list': { total: 0, offset: 0, rows: [] },
      'coes:facets': {
        total: 0,
        kinds: {},
        statuses: {},
        severities: {},
        conditions: {},
        tags: {},
        patterns: {},
        authors: {},
      },
      'team:state': { is: 'none' },
    },
    '/coes?q=pager',
  );
  await screen.findByText('0 found. Read 3,200 of 20,000 COEs so far');
  expect(screen.queryByText(/No match/)).toBeNull();
});

it('a list is filtered by author, by names in their order and without numbers', async () => {
  const bridge = showPage(<CoesScreen />, {
    'settings:read': DEFAULT_SETTINGS,
    'library:state': someLibrary({ coeCount: 9 }),
    'coes:list': { total: 0, offset: 0, rows: [] },
    'coes:facets': {
      total: 9,
      kinds: {},
      statuses: {},
      severities: {},
      conditions: {},
      tags: {},
      patterns: {},
      authors: { Zoe: 7, Ann: 1, Ben: 1 },
    },
    'patterns:read': { patterns: [], unreadable: [], readOnly: false },
    'team:state': someTeam(),
  });
  await prefetch('library:state', {});
  fireEvent.click(await screen.findByRole('button', { name: 'Filter by author' }));
  const choices = within(await screen.findByRole('listbox', { name: 'Author' })).getAllByRole('option');
  expect(choices.map(({ textContent }) => textContent)).toEqual(['Ann', 'Ben', 'Zoe']);
  fireEvent.click(choices[2] as HTMLElement);
  await expect.poll(() => bridge.requests('coes:list').at(-1)?.filter.authors).toEqual(['Zoe']);
});
