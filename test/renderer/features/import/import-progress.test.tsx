// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { ImportProgress } from '#renderer/features/import/import-progress.tsx';
import { fakeBridge } from '#test/support/fake-bridge.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const status = (): string => screen.getByRole('status').textContent ?? '';
const LONG = 'This takes long. The disk may not answer: you can wait, or press Cancel.';

it('says when reading has not gone on for a while, until it does or is stopped', () => {
  const bridge = fakeBridge({});
  const pass = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));
  render(<ImportProgress words="Reading reports." stopLabel="Cancel" onStop={() => undefined} />);
  pass(9999);
  expect(status()).toBe('Looking for files…');
  pass(1);
  expect(status()).toBe(`Looking for files… · ${LONG}`);
  act(() => bridge.send('import:progress', { handle: '', done: 20, total: 60 }));
  expect(status()).toBe('20 of 60 files');
  pass(10_000);
  expect(status()).toBe(`20 of 60 files · ${LONG}`);
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(status()).toBe('Stopping…');
});
