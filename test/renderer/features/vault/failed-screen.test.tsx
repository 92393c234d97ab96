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

it('keeps the focus on “Try again” while it tries, and does not try twice at once', async () => {
  const asked: string[] = [];
  let end = (): void => undefined;
  const onRetry = (): Promise<void> => {
    asked.push('again');
    return new Promise((resolve) => {
      end = resolve;
    });
  };
  render(<FailedScreen library={LIBRARY} onRetry={onRetry} onOpenAnother={() => undefined} />);
  const button = screen.getByRole('button', { name: 'Try again' });
  await expect.poll(() => document.activeElement === button).toBe(true);
  fireEvent.click(button);
  expect(button.textContent).toBe('Opening…');
  fireEvent.click(button);
  expect(document.activeElement === button).toBe(true);
  end();
  expect(await screen.findByText('It still cannot be opened.')).toBeTruthy();
  expect(asked).toEqual(['again']);
});
