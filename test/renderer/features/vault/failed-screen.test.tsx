// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import type { LibraryState } from '#ipc/library-state.ts';

import { FailedScreen } from '#renderer/features/vault/failed-screen.tsx';

afterEach(cleanup);

const LIBRARY = { name: 'Payments', folder: '/home/ana/Payments', status: 'failed' } as LibraryState;

it('says that a library could not be opened, and offers to try again and to open another', async () => {
  const asked: string[] = [];
  render(
    <FailedScreen
      library={LIBRARY}
      onRetry={async () => void asked.push('again')}
      onOpenAnother={() => void asked.push('another')}
    />,
  );
  expect(screen.getByRole('alert').textContent).toContain('Your files are where they were');
  fireEvent.click(screen.getByRole('button', { name: 'Open another library…' }));
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('It still cannot be opened.')).toBeTruthy();
  expect(asked).toEqual(['another', 'again']);
});
