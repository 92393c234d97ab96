import { useEffect, useState } from 'react';
import { create } from 'zustand';

import { Button } from './button.tsx';
import styles from './toast.module.css';

/** A button in the toast. */
type ToastAction = { label: string; run: () => void };
type ToastTopic = 'undo' | 'focus-mode';
type Toast = { key: number; text: string; action: ToastAction | null; topic: ToastTopic | null };

const useToast = create<{ toast: Toast | null }>(() => ({ toast: null }));
let nextKey = 0;

const SHOWN_MS = 8_000;

const close = (): void => useToast.setState({ toast: null });

/**
 * Shows a message for a few seconds, in place of the one before. A function as `action` becomes an Undo button. With a
 * topic, `closeToast` closes it once what it says is no longer so.
 */
export const showToast = (text: string, action?: (() => void) | ToastAction, topic?: ToastTopic): void => {
  nextKey += 1;
  const isUndo = typeof action === 'function';
  useToast.setState({
    toast: {
      key: nextKey,
      text,
      action: isUndo ? { label: 'Undo', run: action } : (action ?? null),
      topic: topic ?? (isUndo ? 'undo' : null),
    },
  });
};

/** Closes the message if it is on that topic. `undo` are those with an Undo button. */
export const closeToast = (topic: ToastTopic): void => {
  if (useToast.getState().toast?.topic === topic) close();
};

/** The place where toasts appear. Mount once. A toast stays while the pointer or the focus is on it. */
export function Toasts() {
  const toast = useToast((state) => state.toast);
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (toast === null || isHeld) return;
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, isHeld]);
  return (
    <div role="status" aria-live="polite" className={styles.area}>
      {toast !== null && (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only keeps the toast while someone reads it
        <div
          className={styles.toast}
          key={toast.key}
          onPointerEnter={() => setIsHeld(true)}
          onPointerLeave={() => setIsHeld(false)}
          onFocus={() => setIsHeld(true)}
          onBlur={() => setIsHeld(false)}
        >
          <span>{toast.text}</span>
          {toast.action !== null && (
            <Button
              look="plain"
              onPress={() => {
                toast.action?.run();
                setIsHeld(false);
                close();
              }}
            >
              {toast.action.label}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
