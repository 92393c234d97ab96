// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { DatesFilter } from '#renderer/features/library/dates-filter.tsx';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { showPage } from '#test/support/show-page.tsx';

afterEach(cleanup);

it('the filter by dates opens with the caret in its first date', async () => {
  showPage(<DatesFilter from={null} to={null} onChange={() => undefined} />, { 'settings:read': DEFAULT_SETTINGS });
  fireEvent.click(screen.getByRole('button', { name: 'Filter by dates' }));
  await expect.poll(() => document.activeElement).toBe(screen.getByRole('textbox', { name: 'Happened from' }));
});
