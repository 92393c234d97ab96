import { useEffect } from 'react';
import { create } from 'zustand';

import { Button } from './button.tsx';
import styles from './undo-toast.module.css';

type Notice = { key: number; text: string; undo?: (() => void) | undefined };

const useNotice = create<{ notice: Notice | null }>(() => ({ notice: null }));
let nextKey = 0;

const STAYS_MS = 8_000;

/** Says quietly what was done and, where it can be taken back, offers to. One at a time; the newest stays. */
export const say = (text: string, undo?: () => void): void => {
  nextKey += 1;
  useNotice.setState({ notice: { key: nextKey, text, undo } });
};

const close = (): void => useNotice.setState({ notice: null });

/** Where notices appear. Mount once. */
export function Notices() {
  const notice = useNotice((state) => state.notice);
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(close, STAYS_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div role="status" aria-live="polite" className={styles.place}>
      {notice !== null && (
        <div className={styles.notice} key={notice.key}>
          <span>{notice.text}</span>
          {notice.undo !== undefined && (
            <Button
              look="plain"
              onPress={() => {
                notice.undo?.();
                close();
              }}
            >
              Undo
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
