import { useCallback, useLayoutEffect, useRef, useState } from 'react';

import type { TimelineEntry } from '#domain/coe/sections/timeline.ts';

import { useAfterPress } from '../../../ui/use-after-press.ts';
import { textOfRow } from '../../fields/focus-row.ts';

type RowInUse = {
  /** The id of the row that has the focus, or had it before a menu of it opened; null when no row has. */
  rowInUse: string | null;
  /** The ref of the list. */
  container: (list: HTMLElement | null) => (() => void) | undefined;
  /** Focuses the text of a row. */
  focusText: (id: string) => void;
};

/**
 * Knows which row of the timeline is in use, keeps all of it in view while it is written, and moves between the texts
 * of rows with the arrow keys.
 */
export function useRowInUse(rows: readonly TimelineEntry[]): RowInUse {
  const [rowInUse, setRowInUse] = useState<string | null>(null);
  const list = useRef<HTMLElement | null>(null);
  // The row that is left closes and moves what is below it, such as the button that is being pressed.
  const afterPress = useAfterPress();

  // Opening a row and a new place in the order can move it behind the edge, and so can a longer text. Its size is
  // watched: asking for the layout after each letter would have it computed twice.
  const place = rows.findIndex(({ id }) => id === rowInUse);
  useLayoutEffect(() => {
    const row = rowInUse === null ? null : rowElement(list.current, rowInUse);
    if (row === null) return undefined;
    const show = (): void => {
      if (row.contains(document.activeElement)) row.scrollIntoView({ block: 'nearest' });
    };
    show();
    const observer = new ResizeObserver(show);
    observer.observe(row);
    return () => observer.disconnect();
  }, [rowInUse, place]);

  const container = useCallback(
    (element: HTMLElement | null) => {
      list.current = element;
      if (element === null) return undefined;
      const enter = (event: FocusEvent): void => {
        const id = (event.target as Element).closest('[data-row]')?.getAttribute('data-row');
        if (id !== undefined && id !== null) afterPress(() => setRowInUse(id));
      };
      // On the document, because the focus also leaves a row for a menu of its own, and then the row stays open.
      const move = (event: FocusEvent): void => {
        const target = event.target as Element;
        if (!element.contains(target) && target.closest('[data-trigger], [role="dialog"]') === null)
          afterPress(() => setRowInUse(null));
      };
      element.addEventListener('focusin', enter);
      element.addEventListener('keydown', moveBetweenTexts);
      document.addEventListener('focusin', move);
      return () => {
        element.removeEventListener('focusin', enter);
        element.removeEventListener('keydown', moveBetweenTexts);
        document.removeEventListener('focusin', move);
      };
    },
    [afterPress],
  );

  const focusText = useCallback((id: string): void => textOfRow(rowElement(list.current, id))?.focus(), []);

  return { rowInUse, container, focusText };
}

function moveBetweenTexts(event: KeyboardEvent): void {
  const text = event.target;
  if (!(text instanceof HTMLTextAreaElement) || event.isComposing) return;
  if (event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return;
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  const isUp = event.key === 'ArrowUp';
  const row = text.closest('[data-row]');
  if (row === null || text !== textOfRow(row) || !isAtEdge(text, isUp)) return;
  const target = textOfRow(neighbour(row, isUp));
  if (target === null) return;
  event.preventDefault();
  const caret = Math.min(text.selectionStart, target.value.length);
  target.focus();
  target.setSelectionRange(caret, caret);
}

const rowElement = (list: HTMLElement | null, id: string): HTMLElement | null =>
  list?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? null;

/** The row above or below; gaps lie between them. */
function neighbour(row: Element, isUp: boolean): Element | null {
  let next: Element | null = row;
  do next = isUp ? next.previousElementSibling : next.nextElementSibling;
  while (next !== null && !next.hasAttribute('data-row'));
  return next;
}

/** Whether an arrow key would leave the text: from its only line, or from its very start or end. */
function isAtEdge(text: HTMLTextAreaElement, isUp: boolean): boolean {
  if (text.selectionStart !== text.selectionEnd) return false;
  if (text.clientHeight < 1.9 * Number.parseFloat(getComputedStyle(text).lineHeight)) return true;
  return text.selectionStart === (isUp ? 0 : text.value.length);
}
