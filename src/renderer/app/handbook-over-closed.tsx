import { Suspense } from 'react';
import { Outlet } from 'react-router';

import { Button } from '../ui/button.tsx';
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
