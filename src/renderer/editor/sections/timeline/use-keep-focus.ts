import { useCallback, useEffect, useRef } from 'react';

/**
 * Restores the focus to an element that lost it by being moved: entering a time reorders the rows, and Tab from the
 * time must still lead to the text.
 */
export function useKeepFocus(): (container: HTMLElement | null) => (() => void) | undefined {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    // Between two fields nothing has the focus for an instant. It was lost only if nothing has it afterwards.
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
      // A focus change by the person fires this event; moving an element in the page does not.
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
