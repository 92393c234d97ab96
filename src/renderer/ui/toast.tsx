import { useEffect, useState } from 'react';
import { create } from 'zustand';

import { Button } from './button.tsx';
import styles from './toast.module.css';

/** What can be done about what was said: a button with these words. */
type ToastAction = { label: string; run: () => void };
type Notice = { key: number; text: string; offer: ToastAction | null };

const useToast = create<{ notice: Notice | null }>(() => ({ notice: null }));
let nextKey = 0;

const STAYS_MS = 8_000;

/** Says quietly what was done and, where it can be taken back or followed, offers to. One at a time; the newest stays. */
export const showToast = (text: string, offer?: (() => void) | ToastAction): void => {
  nextKey += 1;
  const button = typeof offer === 'function' ? { label: 'Undo', run: offer } : (offer ?? null);
  useToast.setState({ notice: { key: nextKey, text, offer: button } });
};

const close = (): void => useToast.setState({ notice: null });

/** Where notices appear. Mount once. A notice stays while the pointer or the focus is on it. */
export function Toasts() {
  const notice = useToast((state) => state.notice);
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (notice === null || isHeld) return;
    const timer = setTimeout(close, STAYS_MS);
    return () => clearTimeout(timer);
  }, [notice, isHeld]);
  return (
    <div role="status" aria-live="polite" className={styles.place}>
      {notice !== null && (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only waits for whoever is reading it
        <div
          className={styles.notice}
          key={notice.key}
          onPointerEnter={() => setIsHeld(true)}
          onPointerLeave={() => setIsHeld(false)}
          onFocus={() => setIsHeld(true)}
          onBlur={() => setIsHeld(false)}
        >
          <span>{notice.text}</span>
          {notice.offer !== null && (
            <Button
              look="plain"
              onPress={() => {
                notice.offer?.run();
                setIsHeld(false);
                close();
              }}
            >
              {notice.offer.label}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
