// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { finish } from '#domain/steps.ts';
import { packThemes } from '#domain/themes/packed-themes.ts';
import { themesOf } from '#domain/themes/themes-of.ts';
import { ThemesScreen } from '#renderer/features/themes/themes-screen.tsx';
import { someLibrary } from '#test/support/library-states.ts';
import { showPage } from '#test/support/show-page.tsx';

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
  expect((await screen.findByRole('status')).textContent).toBe('Read 3,200 of 20,000 COEs so far');
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
