import { useEffect, useState } from 'react';
import { create } from 'zustand';

import { Button } from './button.tsx';
import styles from './toast.module.css';

/** A button in the toast. What it runs may promise its end. */
type ToastAction = { label: string; run: Run };
type Run = () => void | Promise<void>;
type ToastTopic = 'undo' | 'focus-mode';
type Toast = { key: number; text: string; action: ToastAction | null; topic: ToastTopic | null };

const useToast = create<{ toast: Toast | null }>(() => ({ toast: null }));
let nextKey = 0;
/** The newest message with an Undo button that nobody has pressed; it may have gone. */
let undoable: Toast | null = null;

const SHOWN_MS = 8_000;
/** A button takes longer to reach than a message to read, by keyboard most of all. */
const SHOWN_WITH_ACTION_MS = 20_000;

const close = (): void => useToast.setState({ toast: null });

function run(toast: Toast): void | Promise<void> {
  if (toast === undoable) undoable = null;
  return toast.action?.run();
}

/**
 * Undoes what the newest message with an Undo button was about, also when it has gone, and says so at the end unless
 * something else was said meanwhile. False when there is nothing.
 */
export function undoLast(): boolean {
  const last = undoable;
  if (last === null) return false;
  if (useToast.getState().toast === last) close();
  const before = nextKey;
  const sayDone = (): void => {
    if (nextKey === before) showToast(`Undone: ${last.text}`);
  };
  const undoing = run(last);
  if (undoing === undefined) sayDone();
  else void undoing.then(sayDone);
  return true;
}

/**
 * Shows a message for a while, in place of the one before. A function as `action` becomes an Undo button. With a
 * topic, `closeToast` closes it once what it says is no longer so.
 */
export const showToast = (text: string, action?: Run | ToastAction, topic?: ToastTopic): void => {
  nextKey += 1;
  const isUndo = typeof action === 'function';
  const toast: Toast = {
    key: nextKey,
    text,
    action: isUndo ? { label: 'Undo', run: action } : (action ?? null),
    topic: topic ?? (isUndo ? 'undo' : null),
  };
  if (isUndo) undoable = toast;
  useToast.setState({ toast });
};

/** Closes the message if it is on that topic. `undo` are those with an Undo button, which {@link undoLast} forgets. */
export const closeToast = (topic: ToastTopic): void => {
  if (topic === 'undo') undoable = null;
  if (useToast.getState().toast?.topic === topic) close();
};

/** The place where toasts appear. Mount once. A toast stays while the pointer or the focus is on it. */
export function Toasts() {
  const toast = useToast((state) => state.toast);
  // Keys of messages: one that is replaced under the pointer or the focus hears of neither leaving.
  const [hovered, setHovered] = useState<number | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  // Its words and its undo belong to the library that was open.
  useEffect(() => () => closeToast('undo'), []);
  const isHeld = toast !== null && (toast.key === hovered || toast.key === focused);
  useEffect(() => {
    if (toast === null || isHeld) return;
    const timer = setTimeout(close, toast.action === null ? SHOWN_MS : SHOWN_WITH_ACTION_MS);
    return () => clearTimeout(timer);
  }, [toast, isHeld]);
  return (
    <div role="status" aria-live="polite" className={styles.area}>
      {toast !== null && (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only keeps the toast while someone reads it
        <div
          className={styles.toast}
          key={toast.key}
          onPointerEnter={() => setHovered(toast.key)}
          onPointerLeave={() => setHovered(null)}
          onFocus={() => setFocused(toast.key)}
          onBlur={() => setFocused(null)}
        >
          <span>{toast.text}</span>
          {toast.action !== null && (
            <Button
              look="plain"
              onPress={() => {
                void run(toast);
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
