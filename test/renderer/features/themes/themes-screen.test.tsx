// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { type CoeSummary, summarise } from '#domain/catalogue/coe-summary.ts';
import { actionSchema } from '#domain/coe/sections/actions.ts';
import { finish } from '#domain/steps.ts';
import { packThemes } from '#domain/themes/packed-themes.ts';
import { themesOf } from '#domain/themes/themes-of.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { ThemesScreen } from '#renderer/features/themes/themes-screen.tsx';
import { someLibrary } from '#test/support/library-states.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someCoe } from '#test/support/some-coe.ts';
import { someTeam } from '#test/support/team-states.ts';

afterEach(cleanup);

const none = finish(packThemes(finish(themesOf([], 'UTC', '2026-06-01'))));
const noFacets = {
  total: 0,
  kinds: {},
  statuses: {},
  severities: {},
  conditions: {},
  tags: {},
  patterns: {},
  authors: {},
};

it('Themes say how much of the library has been read', async () => {
  showPage(<ThemesScreen />, {
    'library:state': someLibrary({ status: 'loading', progress: { done: 3200, total: 20_000 } }),
    'themes:read': none,
    'coes:facets': noFacets,
  });
  const soFar = await screen.findByText('Read 3,200 of 20,000 COEs so far');
  expect(soFar.getAttribute('role')).toBe('status');
  expect(screen.queryByText('What your COEs have in common')).toBeNull();
});

it('Themes of a library without COEs say when charts come', async () => {
  showPage(<ThemesScreen />, {
    'library:state': someLibrary({ coeCount: 0 }),
    'themes:read': none,
    'coes:facets': noFacets,
  });
  await screen.findByText('What your COEs have in common');
  expect(screen.queryByRole('status')).toBeNull();
});

/** COEs of which one person wrote most and owns most of the actions. */
function writtenBy(authors: readonly string[]): CoeSummary[] {
  return authors.map((author, place) => {
    const coe = someCoe({ title: `COE ${place}`, author, happened: dayMoment(`2026-03-${10 + place}`) }, place + 1);
    coe.sections.actions.items = [actionSchema.parse({ id: 'a1', text: 'Test it', owner: author, status: 'done' })];
    return summarise(coe);
  });
}

it('Themes of a team name nobody: not in a chart, and not in a filter', async () => {
  const people = ['Xandra', 'Xandra', 'Xandra', 'Quentin', 'Xandra', 'Xandra', 'Xandra', 'Xandra'];
  const themes = finish(packThemes(finish(themesOf(writtenBy(people), 'UTC', '2026-06-01'))));
  const bridge = showPage(<ThemesScreen />, {
    'settings:read': { ...DEFAULT_SETTINGS, authorName: 'Quentin' },
    'library:state': someLibrary({ coeCount: people.length }),
    'team:state': someTeam({ me: 'Quentin' }),
    'patterns:read': { patterns: [], unreadable: [], readOnly: false },
    'themes:read': themes,
    'coes:facets': { ...noFacets, total: people.length, authors: { Xandra: 7, Quentin: 1 } },
  });
  await screen.findByText('What they have in common');
  await expect.poll(() => document.querySelector('[aria-busy="true"]')).toBeNull();
  const named = (): string[] => ['Xandra', 'Quentin'].filter((name) => document.body.innerHTML.includes(name));
  expect(named()).toEqual([]);
  const filters = screen.getByLabelText('Which COEs');
  const menus = [...filters.querySelectorAll<HTMLElement>('button[aria-expanded="false"]')];
  expect(menus.map(({ textContent }) => textContent)).toContain('Condition');
  for (const menu of menus) {
    fireEvent.click(menu);
    expect([menu.textContent, ...named()]).toEqual([menu.textContent]);
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  }
  // One's own or everyone's: charts of one other person would compare people.
  expect([...filters.querySelectorAll('label')].map(({ textContent }) => textContent)).toEqual(['Mine', 'Everyone’s']);
  fireEvent.click(within(filters).getByText('Mine'));
  await expect.poll(() => bridge.requests('themes:read').at(-1)?.filter.authors).toEqual(['Quentin']);
});

it('Themes of a team show no charts of one other person, whatever the address says', async () => {
  const people = ['Xandra', 'Quentin'];
  const bridge = showPage(
    <ThemesScreen />,
    {
      'settings:read': { ...DEFAULT_SETTINGS, authorName: 'Quentin' },
      'library:state': someLibrary({ coeCount: people.length }),
      'team:state': someTeam({ me: 'Quentin' }),
      'patterns:read': { patterns: [], unreadable: [], readOnly: false },
      'themes:read': finish(packThemes(finish(themesOf(writtenBy(people), 'UTC', '2026-06-01')))),
      'coes:facets': { ...noFacets, total: people.length, authors: { Xandra: 1, Quentin: 1 } },
    },
    '/themes?author=Xandra',
  );
  await expect.poll(() => screen.queryByRole('group', { name: 'Which COEs' })?.textContent).toContain('2 COEs');
  expect(bridge.requests('themes:read').map(({ filter }) => filter.authors)).toEqual([[]]);
  expect(screen.getByText('All 2 COEs')).toBeDefined();
});

it('Themes of one’s own library ask for the charts of the author in the address, and for no others before', async () => {
  const bridge = showPage(
    <ThemesScreen />,
    {
      'settings:read': DEFAULT_SETTINGS,
      'library:state': someLibrary({ coeCount: 1 }),
      'team:state': { is: 'none' },
      'patterns:read': { patterns: [], unreadable: [], readOnly: false },
      'themes:read': none,
      'coes:facets': { ...noFacets, total: 1, authors: { Xandra: 1 } },
    },
    '/themes?author=Xandra',
  );
  await expect.poll(() => bridge.requests('themes:read')).not.toEqual([]);
  expect(bridge.requests('themes:read').map(({ filter }) => filter.authors)).toEqual([['Xandra']]);
});
