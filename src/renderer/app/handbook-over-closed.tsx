import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Outlet } from 'react-router';

import { Button } from '../ui/button.tsx';
import { focusWhenLost } from '../ui/focus-when-lost.ts';
import styles from './handbook-over-closed.module.css';

/** The handbook, which needs no library, in place of the screen of a closed one. The router draws the page. */
export function HandbookOverClosed({ onClose }: { onClose(): void }) {
  return (
    <main className={styles.screen}>
      <div className={styles.bar}>
        <Button autoFocus onPress={onClose}>
          Back to the library
        </Button>
      </div>
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </main>
  );
}

/**
 * Hides the screen of a closed library while the handbook is open over it, and gives it the focus afterwards. What was
 * typed there stays, and what it waits for goes on.
 */
export function BelowHandbook({ isHidden, children }: { isHidden: boolean; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const wasHidden = useRef(isHidden);
  useEffect(() => {
    if (wasHidden.current && !isHidden)
      focusWhenLost(() => frame.current?.querySelector<HTMLElement>('input, button') ?? null);
    wasHidden.current = isHidden;
  }, [isHidden]);
  return (
    <div ref={frame} className={styles.below} hidden={isHidden}>
      {children}
    </div>
  );
}
