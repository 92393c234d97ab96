// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { moveToTrash } from '#renderer/entities/coe/move-to-trash.ts';
import { Toasts } from '#renderer/ui/toast.tsx';

const DISK_FULL: AppError = { kind: 'disk', reason: 'full', code: 'ENOSPC' };

function showApp(restored: Result<unknown, AppError>, deleted: Result<unknown, AppError>): void {
  const answers: Record<string, unknown> = { 'coe:delete': deleted, 'trash:restore': restored };
  Object.assign(window, { once: { ask: (channel: string) => Promise.resolve(answers[channel]), on: () => () => {} } });
  render(<Toasts />);
}

const DELETED = { ok: true, value: { trashId: 't1' } } as const;

afterEach(cleanup);

describe('moving a COE to the trash', () => {
  it('runs onRestored once Undo has brought the COE back', async () => {
    showApp({ ok: true, value: {} }, DELETED);
    const onRestored = vi.fn();
    expect(await moveToTrash('1', 'The outage', onRestored)).toBe(true);
    expect(await screen.findByText('“The outage” is in the trash.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await vi.waitFor(() => expect(onRestored).toHaveBeenCalledOnce());
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
