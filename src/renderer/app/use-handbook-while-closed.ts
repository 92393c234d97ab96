import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

import { closeDialog } from './app-dialog-state.ts';

/**
 * The handbook over the screen of a closed library. Every way through it closes the dialog that is open. `close` returns
 * to the address that the screen had.
 */
export function useHandbookWhileClosed() {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  // The address of before; null until the handbook is asked for, as a library may be locked while it is read.
  const [before, setBefore] = useState<string | null>(null);
  const isOpen = before !== null && pathname.startsWith('/handbook');
  return {
    isOpen,
    open: (page: '/handbook' | '/handbook/patterns'): void => {
      setBefore((known) => known ?? pathname + search);
      closeDialog();
      void navigate(page);
    },
    /** Goes to the page of before. False when the handbook is not open. */
    back: (): boolean => {
      if (!isOpen) return false;
      closeDialog();
      void navigate(-1);
      return true;
    },
    /** Goes to the page that `back` came from, if there is one. False when the handbook was not asked for. */
    forward: (): boolean => {
      if (before === null) return false;
      closeDialog();
      void navigate(1);
      return true;
    },
    close: (): void => {
      setBefore(null);
      if (before !== null) void navigate(before, { replace: true });
    },
  };
}
