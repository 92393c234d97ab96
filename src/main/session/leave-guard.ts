import type { FlushResult, PageFlush } from './flush-page.ts';

/** Why the open COEs are about to be closed. The wording of the question depends on it. */
export type LeaveReason = 'quit' | 'close-window' | 'switch-library' | 'lock' | 'encrypt' | 'decrypt' | 'reload';

/** What could not be saved: COEs and texts in forms, or an unknown number because the page did not answer. */
export type Unsaved = FlushResult;

/** What the leave guard needs. */
export type LeaveGuardDeps = {
  readonly flush: PageFlush['flush'];
  /** Asks the person. True to leave although not everything is saved. */
  readonly askToLeave: (unsaved: Unsaved, reason: LeaveReason) => Promise<boolean>;
  readonly closeLibrary: () => Promise<void>;
};

/** Saves everything before the open COEs are closed. */
export type LeaveGuard = {
  /** Asks the page to save, and asks the person if that failed. False when they chose to stay. */
  readonly mayLeave: (reason: LeaveReason) => Promise<boolean>;
  /** Like `mayLeave('quit')`, and closes the library. Concurrent calls share one result. */
  readonly prepareToQuit: () => Promise<boolean>;
  /** Saves what can be saved and closes the library without asking, because the system is shutting down. */
  readonly closeWithoutAsking: () => Promise<void>;
};

/** Creates a guard that saves the page, then asks the person, then closes the library. */
export function createLeaveGuard({ flush, askToLeave, closeLibrary }: LeaveGuardDeps): LeaveGuard {
  let pending: Promise<boolean> | null = null;
  const mayLeave = async (reason: LeaveReason): Promise<boolean> => {
    for (;;) {
      const flushed = await flush();
      if (flushed.is === 'answered' && flushed.unsaved + flushed.unsent === 0) return true;
      if (await askToLeave(flushed, reason)) return true;
      if (flushed.is === 'answered') return false;
      // The page did not answer and the person chose to wait: ask the page again.
    }
  };
  const prepare = async (): Promise<boolean> => {
    if (!(await mayLeave('quit'))) return false;
    await closeLibrary();
    return true;
  };
  return {
    mayLeave,
    prepareToQuit: () => {
      pending ??= prepare().finally(() => {
        pending = null;
      });
      return pending;
    },
    closeWithoutAsking: async () => {
      await flush();
      await closeLibrary();
    },
  };
}
