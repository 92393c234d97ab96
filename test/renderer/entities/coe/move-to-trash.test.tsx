// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { moveToTrash } from '#renderer/entities/coe/move-to-trash.ts';
import { queryClient } from '#renderer/platform/queries.ts';
import { Toasts } from '#renderer/ui/toast.tsx';

const DISK_FULL: AppError = { kind: 'disk', reason: 'full', code: 'ENOSPC' };

type Sent = { readonly channel: string; readonly request: unknown };

function showApp(restored: Result<unknown, AppError>, deleted: Result<unknown, AppError>): Sent[] {
  const answers: Record<string, unknown> = { 'coe:delete': deleted, 'trash:restore': restored };
  const sent: Sent[] = [];
  const ask = (channel: string, request: unknown): Promise<unknown> => {
    sent.push({ channel, request });
    return Promise.resolve(answers[channel]);
  };
  Object.assign(window, { once: { ask, on: () => () => {} } });
  openLibrary('one');
  render(<Toasts />);
  return sent;
}

const openLibrary = (handle: string): void => {
  queryClient.setQueryData(['library:state', {}], { handle });
};

const DELETED = { ok: true, value: { trashId: 't1' } } as const;

afterEach(cleanup);

describe('moving a COE to the trash', () => {
  it('runs onRestored once Undo has brought the COE back', async () => {
    showApp({ ok: true, value: {} }, DELETED);
    const onRestored = vi.fn();
    expect(await moveToTrash('1', 'The outage', onRestored)).toBe(true);
    expect(await screen.findByText('“The outage” is in the trash.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await expect.poll(() => onRestored.mock.calls.length).toBe(1);
  });

  it('names the library that was open, also for an Undo after a switch', async () => {
    const sent = showApp({ ok: true, value: {} }, DELETED);
    await moveToTrash('1', 'The outage');
    openLibrary('two');
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(sent).toEqual([
      { channel: 'coe:delete', request: { id: '1', library: 'one' } },
      { channel: 'trash:restore', request: { trashId: 't1', library: 'one' } },
    ]);
  });

  it('says so, and does not run onRestored, when Undo fails', async () => {
    showApp({ ok: false, error: DISK_FULL }, DELETED);
    const onRestored = vi.fn();
    await moveToTrash('1', '', onRestored);
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(/^It is still in the trash: /)).toBeDefined();
    expect(onRestored).not.toHaveBeenCalled();
  });

  it('answers false and says why when the COE cannot be moved', async () => {
    showApp({ ok: true, value: {} }, { ok: false, error: DISK_FULL });
    expect(await moveToTrash('1', 'The outage')).toBe(false);
    expect(await screen.findByText(/^It was not moved: /)).toBeDefined();
  });
});
