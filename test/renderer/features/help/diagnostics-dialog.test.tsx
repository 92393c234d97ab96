// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { DiagnosticsDialog } from '#renderer/features/help/diagnostics-dialog.tsx';
import { queryClient } from '#renderer/platform/queries.ts';
import { fakeBridge, Refusal } from '#test/support/fake-bridge.ts';
import { showPage } from '#test/support/show-page.tsx';

afterEach(cleanup);

it('asks for the diagnostics anew whenever it is opened', async () => {
  const texts = ['coes: 1', 'coes: 2'];
  const dialog = <DiagnosticsDialog onClose={() => undefined} />;
  showPage(dialog, { 'app:diagnostics': () => ({ text: texts.shift() ?? '' }) });
  expect((await screen.findByRole('group', { name: 'Diagnostics' })).textContent).toBe('coes: 1');
  cleanup();
  render(<QueryClientProvider client={queryClient}>{dialog}</QueryClientProvider>);
  expect(await screen.findByText('coes: 2')).toBeDefined();
});

it('says that the diagnostics could not be read, and reads them when tried again', async () => {
  const refusal = new Refusal({ kind: 'unexpected', reference: 'K7PQ' });
  showPage(<DiagnosticsDialog onClose={() => undefined} />, { 'app:diagnostics': refusal });
  expect((await screen.findByRole('alert')).textContent).toContain('K7PQ');
  fakeBridge({ 'app:diagnostics': { text: 'coes: 1' } });
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect((await screen.findByRole('group', { name: 'Diagnostics' })).textContent).toBe('coes: 1');
  expect(screen.queryByRole('alert')).toBe(null);
});
