import { useCallback, useEffect, useRef } from 'react';

/**
 * Rows change places when a time is entered, and an element that moves in the page loses the focus. This gives it back to
 * the one that had it last, so that Tab from the time still leads to the words.
 */
export function useKeepFocus(): (container: HTMLElement | null) => (() => void) | undefined {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    // On its way from one field to the next the focus is nowhere for an instant; only where it stays nowhere was it lost.
    const timer = setTimeout(() => {
      const element = last.current;
      if (element?.isConnected === true && document.activeElement === document.body) element.focus();
    });
    return () => clearTimeout(timer);
  });
  return useCallback((container: HTMLElement | null) => {
    if (container === null) return undefined;
    const enter = (event: FocusEvent): void => {
      last.current = event.target instanceof HTMLElement ? event.target : null;
    };
    const leave = (event: FocusEvent): void => {
      // Leaving for another element, or for nothing by the person's own act, ends the claim; a move in the page fires no such event.
      if (event.relatedTarget !== null && !container.contains(event.relatedTarget as Node)) last.current = null;
    };
    const press = (event: PointerEvent): void => {
      if (!container.contains(event.target as Node)) last.current = null;
    };
    container.addEventListener('focusin', enter);
    container.addEventListener('focusout', leave);
    document.addEventListener('pointerdown', press, true);
    return () => {
      container.removeEventListener('focusin', enter);
      container.removeEventListener('focusout', leave);
      document.removeEventListener('pointerdown', press, true);
    };
  }, []);
}
