import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { LibraryState } from '#ipc/library-state.ts';

import type { PageFlush } from './flush-page.ts';
import type { LeaveGuard } from './leave-guard.ts';

/** What locking needs from the world around it. */
export type VaultLockerDeps = {
  readonly mayLeave: LeaveGuard['mayLeave'];
  readonly flush: PageFlush['flush'];
  readonly lock: () => Promise<Result<LibraryState, AppError>>;
  readonly isOpenAndEncrypted: () => boolean;
  /** Begins the page anew, so that nothing it held is left. */
  readonly reloadPage: () => void;
};

/** The ways to a locked library. */
export type VaultLocker = {
  /** A person asked for it, and can be asked. */
  readonly lock: () => Promise<Result<LibraryState, AppError>>;
  /** Nobody is there. What can be neither saved nor kept in the journal stays open: a lost word is worse than an open library. */
  readonly lockAutomatically: () => Promise<void>;
};

/** Locks only once everything is on disk, and then empties the page. */
export function createVaultLocker({
  mayLeave,
  flush,
  lock,
  isOpenAndEncrypted,
  reloadPage,
}: VaultLockerDeps): VaultLocker {
  const lockNow = async (): Promise<Result<LibraryState, AppError>> => {
    const locked = await lock();
    if (locked.ok) reloadPage();
    return locked;
  };
  let underWay: Promise<unknown> | null = null;
  return {
    lock: async () => {
      if (!isOpenAndEncrypted()) return { ok: false, error: { kind: 'vault', reason: 'done-already' } };
      return (await mayLeave('lock')) ? lockNow() : { ok: false, error: { kind: 'cancelled' } };
    },
    lockAutomatically: async () => {
      if (underWay !== null || !isOpenAndEncrypted()) return;
      const locking = flush().then((flushed) =>
        // What the journal has is offered again once the library is unlocked.
        flushed.is === 'answered' && flushed.unsaved <= flushed.kept ? lockNow() : undefined,
      );
      underWay = locking.finally(() => {
        underWay = null;
      });
      await underWay;
    },
  };
}
