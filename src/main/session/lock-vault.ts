import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { LibraryState } from '#ipc/library-state.ts';
import type { ViewState } from '#ipc/vault.ts';

import type { PageFlush } from './flush-page.ts';
import type { LeaveGuard } from './leave-guard.ts';

/** What locking needs. */
export type VaultLockerDeps = {
  readonly mayLeave: LeaveGuard['mayLeave'];
  readonly flush: PageFlush['flush'];
  /** Where the person was at the last flush. */
  readonly lastViewState: PageFlush['lastViewState'];
  /** The path of the current library; null for none. */
  readonly folder: () => string | null;
  /** Waits until the text of quick capture is in the journal, which a locked library no longer takes. */
  readonly whenCaptured: () => Promise<unknown>;
  readonly lock: () => Promise<Result<LibraryState, AppError>>;
  readonly isOpenAndEncrypted: () => boolean;
  /** Reloads the page, which clears everything it held in memory. */
  readonly reloadPage: () => void;
};

/** Locks the library on request or automatically. */
export type VaultLocker = {
  /** Locks on request; may ask the person about unsaved changes. Fails with `cancelled` when they chose to stay. */
  readonly lock: () => Promise<Result<LibraryState, AppError>>;
  /**
   * Locks without asking. Stays open while something that was typed is neither saved nor in the journal: losing it is worse
   * than an open library.
   */
  readonly lockAutomatically: () => Promise<void>;
  /** Where the person was when the current library was locked. It is kept in memory only; null when unknown. */
  readonly viewState: () => ViewState | null;
};

/** Creates a locker that locks only after everything is on disk, and then reloads the page. */
export function createVaultLocker({
  mayLeave,
  flush,
  lastViewState,
  folder,
  whenCaptured,
  lock,
  isOpenAndEncrypted,
  reloadPage,
}: VaultLockerDeps): VaultLocker {
  let left: { folder: string | null; viewState: ViewState | null } | null = null;
  const lockNow = async (): Promise<Result<LibraryState, AppError>> => {
    const leaving = { folder: folder(), viewState: lastViewState() };
    await whenCaptured();
    const locked = await lock();
    if (locked.ok) {
      left = leaving;
      reloadPage();
    }
    return locked;
  };
  let current: Promise<unknown> | null = null;
  return {
    viewState: () => (left !== null && left.folder === folder() ? left.viewState : null),
    lock: async () => {
      if (!isOpenAndEncrypted()) return { ok: false, error: { kind: 'vault', reason: 'done-already' } };
      return (await mayLeave('lock')) ? lockNow() : { ok: false, error: { kind: 'cancelled' } };
    },
    lockAutomatically: async () => {
      if (current !== null || !isOpenAndEncrypted()) return;
      const locking = flush().then((flushed) =>
        // Changes in the journal are offered again after unlocking.
        flushed.is === 'answered' && flushed.unsaved <= flushed.kept && flushed.unsent === 0 ? lockNow() : undefined,
      );
      current = locking.finally(() => {
        current = null;
      });
      await current;
    },
  };
}
