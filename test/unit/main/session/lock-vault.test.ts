import { describe, expect, test } from 'vitest';

import { fail, ok } from '#domain/result.ts';
import type { LibraryState } from '#ipc/library-state.ts';
import type { ViewState } from '#ipc/vault.ts';
import { createVaultLocker, type VaultLockerDeps } from '#main/session/lock-vault.ts';

const STATE = { status: 'locked' } as LibraryState;
const VIEW_STATE: ViewState = { address: '/coes/1?section=context', view: 'guided', scroll: 0, field: null };

function withLocking(changes: Partial<VaultLockerDeps> = {}) {
  const steps: string[] = [];
  const locking = createVaultLocker({
    mayLeave: async () => steps.push('saved') > 0,
    flush: async () => (steps.push('saved'), { is: 'answered', unsaved: 0, kept: 0, unsent: 0 }),
    whenCaptured: async () => steps.push('captured'),
    lock: async () => (steps.push('locked'), ok(STATE)),
    lastViewState: () => VIEW_STATE,
    folder: () => '/library',
    isOpenAndEncrypted: () => true,
    reloadPage: () => void steps.push('page reloaded'),
    ...changes,
  });
  return { locking, steps };
}

describe('locking', () => {
  test('saves, waits for the text of quick capture, locks, then clears the page', async () => {
    const { locking, steps } = withLocking();
    expect(await locking.lock()).toEqual(ok(STATE));
    await locking.lockAutomatically();
    const once = ['saved', 'captured', 'locked', 'page reloaded'];
    expect(steps).toEqual([...once, ...once]);
  });

  test('remembers where the person was, for the library that was locked and no other', async () => {
    let folder = '/library';
    const { locking } = withLocking({ folder: () => folder });
    expect(locking.viewState()).toBeNull();
    await locking.lock();
    expect(locking.viewState()).toEqual(VIEW_STATE);
    folder = '/another';
    expect(locking.viewState()).toBeNull();
  });

  test('does not remember a view state when the library could not be locked', async () => {
    const { locking } = withLocking({ lock: async () => fail({ kind: 'cancelled' }) });
    await locking.lock();
    expect(locking.viewState()).toBeNull();
  });

  test('is cancelled when the answer is to stay', async () => {
    const { locking, steps } = withLocking({ mayLeave: async () => false });
    expect(await locking.lock()).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(steps).toEqual([]);
  });

  test('does not lock automatically with unsaved text or an unresponsive page', async () => {
    for (const flushed of [
      { is: 'answered', unsaved: 2, kept: 1, unsent: 0 },
      { is: 'answered', unsaved: 0, kept: 0, unsent: 1 },
      { is: 'silent' },
    ] as const) {
      const { locking, steps } = withLocking({ flush: async () => flushed });
      await locking.lockAutomatically();
      expect(steps).toEqual([]);
    }
    const { locking, steps } = withLocking({ flush: async () => ({ is: 'answered', unsaved: 2, kept: 2, unsent: 0 }) });
    await locking.lockAutomatically();
    expect(steps).toEqual(['captured', 'locked', 'page reloaded']);
  });

  test('is unavailable without encryption', async () => {
    const { locking, steps } = withLocking({ isOpenAndEncrypted: () => false });
    expect(await locking.lock()).toMatchObject({ ok: false, error: { reason: 'done-already' } });
    await locking.lockAutomatically();
    expect(steps).toEqual([]);
  });
});
