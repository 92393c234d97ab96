import { useCallback, useLayoutEffect, useRef, useState } from 'react';

import { useAfterPress } from '../../../ui/use-after-press.ts';

type OpenRow = {
  isOpen: (id: string) => boolean;
  open: (id: string) => void;
  /** The ref of the list. */
  container: (list: HTMLElement | null) => (() => void) | undefined;
};

/**
 * Opens the row whose text gets the focus, and closes the one that was left, so that one is open at a time. While the
 * pointer is down it waits: what is being clicked must not move.
 */
export function useOpenRow(): OpenRow {
  const [inUse, setInUse] = useState<string | null>(null);
  const latest = useRef(inUse);
  const list = useRef<HTMLElement | null>(null);
  const afterPress = useAfterPress();

  const use = useCallback((id: string | null): void => {
    latest.current = id;
    setInUse(id);
  }, []);

  // A row that opens or closes can move the field in use behind the edge.
  useLayoutEffect(() => {
    if (list.current?.contains(document.activeElement) === true)
      document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [inUse]);

  const container = useCallback(
    (element: HTMLElement | null) => {
      list.current = element;
      if (element === null) return undefined;
      const follow = ({ target }: FocusEvent): void => {
        if (!(target instanceof Element) || isOwnMenu(element, target)) return;
        const row = element.contains(target) ? (target.closest('[data-row]')?.getAttribute('data-row') ?? null) : null;
        const isText = target.hasAttribute('data-row-first');
        // The checkbox and the menu of a closed row do not open it.
        afterPress(() => use(isText || row === latest.current ? row : null));
      };
      document.addEventListener('focusin', follow);
      return () => document.removeEventListener('focusin', follow);
    },
    [afterPress, use],
  );

  return { isOpen: (id) => inUse === id, open: use, container };
}

/** Whether the focus is in a menu, a picker or a dialog that a row has opened. */
const isOwnMenu = (list: HTMLElement, target: Element): boolean =>
  !list.contains(target) && target.closest('[data-trigger], [role="dialog"]') !== null;
