// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { closeDialog } from '#renderer/app/app-dialog-state.ts';
import { ClosedLibrary } from '#renderer/app/closed-library.tsx';
import { runCommand } from '#renderer/platform/commands.ts';
import { someLibrary } from '#test/support/library-states.ts';
import { showPage } from '#test/support/show-page.tsx';

beforeEach(closeDialog);
afterEach(cleanup);

const ANSWERS = {
  'settings:read': DEFAULT_SETTINGS,
  'app:diagnostics': { text: 'errors: 1' },
  'app:licences': { text: 'The MIT licence' },
};

it('shows the diagnostics that a library which could not be opened sends a person to', async () => {
  showPage(<ClosedLibrary library={someLibrary({ status: 'failed' })} />, ANSWERS);
  expect(screen.getByRole('alert').textContent).toContain('“Copy diagnostics…” in the menu Help');
  act(() => void runCommand('help.diagnostics'));
  expect((await screen.findByRole('group', { name: 'Diagnostics' })).textContent).toBe('errors: 1');
});

it('leads from About to the licences while the library is closed', async () => {
  showPage(<ClosedLibrary library={someLibrary({ status: 'failed' })} />, ANSWERS);
  act(() => void runCommand('help.about'));
  fireEvent.click(await screen.findByRole('button', { name: 'Third-party licences' }));
  expect((await screen.findByRole('group', { name: 'Licences' })).textContent).toBe('The MIT licence');
});
