// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { closeDialog } from '#renderer/app/app-dialog-state.ts';
import { ClosedLibrary } from '#renderer/app/closed-library.tsx';
import { HandbookScreen } from '#renderer/features/handbook/handbook-screen.tsx';
import { runCommand } from '#renderer/platform/commands.ts';
import { queryClient } from '#renderer/platform/queries.ts';
import { fakeBridge } from '#test/support/fake-bridge.ts';
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

/** Shows the screen of a closed library with the addresses of the handbook. */
function showWithHandbook(status: 'locked' | 'failed', answers = {}) {
  queryClient.clear();
  const library = someLibrary({ status });
  const bridge = fakeBridge({ ...ANSWERS, 'library:state': library, ...answers });
  const routes = ['/coes', '/handbook', '/handbook/:page'].map((path) => ({ path, element: <HandbookScreen /> }));
  const router = createMemoryRouter([{ element: <ClosedLibrary library={library} />, children: routes }], {
    initialEntries: ['/coes?sort=newest'],
  });
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { router, bridge };
}

it.each(['locked', 'failed'] as const)('opens the handbook over a %s library, and leads back', async (status) => {
  const { router } = showWithHandbook(status);
  const closed = status === 'locked' ? 'This library is locked' : 'This library could not be opened';
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(closed);
  await act(async () => void runCommand('help.patterns'));
  const about = await screen.findByRole('heading', { level: 1, name: /pattern/i });
  expect(router.state.location.pathname).toBe('/handbook/patterns');
  await act(async () => void runCommand('help.handbook'));
  expect(about.isConnected).toBe(false);
  await act(async () => void runCommand('go.back'));
  expect(screen.getByRole('heading', { level: 1, name: /pattern/i })).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Back to the library' }));
  expect((await screen.findByRole('heading', { level: 1, name: closed })).isConnected).toBe(true);
  expect(router.state.location).toMatchObject({ pathname: '/coes', search: '?sort=newest' });
});

it('closes a dialog of Help when the handbook is asked for', async () => {
  showWithHandbook('locked');
  act(() => void runCommand('help.about'));
  const dialog = await screen.findByRole('dialog');
  await act(async () => void runCommand('help.handbook'));
  expect(await screen.findByRole('button', { name: 'Back to the library' })).toBeDefined();
  expect(dialog.isConnected).toBe(false);
});

it('goes back and forward in the handbook, and among its regions', async () => {
  const { router } = showWithHandbook('locked');
  await act(async () => void runCommand('help.handbook'));
  await act(async () => void runCommand('help.patterns'));
  await act(async () => void runCommand('go.back'));
  expect(router.state.location.pathname).toBe('/handbook');
  await act(async () => void runCommand('go.forward'));
  expect(router.state.location.pathname).toBe('/handbook/patterns');
  const pages = await screen.findByRole('navigation', { name: 'Handbook pages' });
  act(() => void runCommand('region.next'));
  expect(pages.contains(document.activeElement)).toBe(true);
  act(() => void runCommand('region.next'));
  expect(document.activeElement).toBe(screen.getByRole('article'));
  expect(screen.queryByText(/needs an open library/)).toBeNull();
});

it('keeps what was typed for the passphrase while the handbook is open, and returns the focus there', async () => {
  showWithHandbook('locked');
  const field = screen.getByLabelText('Passphrase or recovery key');
  fireEvent.change(field, { target: { value: 'half of it' } });
  await act(async () => void runCommand('help.handbook'));
  expect(screen.queryByRole('heading', { name: 'This library is locked' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Back to the library' }));
  await screen.findByRole('heading', { name: 'This library is locked' });
  expect(screen.getByLabelText<HTMLInputElement>('Passphrase or recovery key').value).toBe('half of it');
  await expect.poll(() => document.activeElement?.getAttribute('type')).toBe('password');
});

it('focuses “Try again” of a library that could not be opened, and after the handbook too', async () => {
  showWithHandbook('failed');
  const isFocused = (): boolean => document.activeElement === screen.queryByRole('button', { name: 'Try again' });
  await expect.poll(isFocused).toBe(true);
  await act(async () => void runCommand('help.handbook'));
  fireEvent.click(screen.getByRole('button', { name: 'Back to the library' }));
  await expect.poll(isFocused).toBe(true);
});

it('says that a locked library is locked already', () => {
  showWithHandbook('locked');
  act(() => void runCommand('library.lock'));
  expect(screen.getByText('This library is locked already.')).toBeDefined();
});

it('shows what leaves the computer while the library is closed', async () => {
  showWithHandbook('locked');
  act(() => void runCommand('help.what-leaves'));
  const dialog = await screen.findByRole('dialog', { name: 'What leaves this computer' });
  await expect.poll(() => dialog.textContent).toContain('Nothing while this library is closed.');
  expect(dialog.textContent).toContain('If this is a team library');
});

it.each([
  ['locked', '“Today” needs an open library. Unlock this one first.'],
  ['failed', '“Today” needs an open library. Try this one again, or open another.'],
] as const)('says why a command does nothing while the library is %s', (status, reason) => {
  showWithHandbook(status);
  act(() => void runCommand('go.today'));
  expect(screen.getByText(reason)).toBeDefined();
});

it('undoes what is typed for the passphrase', async () => {
  const { bridge } = showWithHandbook('locked', { 'app:run-native': null });
  fireEvent.keyDown(screen.getByLabelText('Passphrase or recovery key'), { key: 'z', ctrlKey: true });
  await expect.poll(() => bridge.requests('app:run-native')).toEqual([{ role: 'undo' }]);
});
