// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { DiagnosticsDialog } from '#renderer/features/help/diagnostics-dialog.tsx';
import { queryClient } from '#renderer/platform/queries.ts';
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
