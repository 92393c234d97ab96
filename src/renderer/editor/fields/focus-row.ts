import { focusWhenLost } from '../../ui/focus-when-lost.ts';

/** Focuses the first field of a row. False while the row is not on the page yet. */
export function focusRow(id: string): boolean {
  const row = document.querySelector(`[data-row="${CSS.escape(id)}"]`);
  const field =
    row?.querySelector<HTMLElement>('[data-row-first]') ?? row?.querySelector<HTMLElement>('textarea, input, button');
  field?.focus();
  return field !== null && field !== undefined;
}

/** The text of a row, which is its first text area: what happened, and not when; null without a row. */
export const textOfRow = (row: Element | null): HTMLTextAreaElement | null => row?.querySelector('textarea') ?? null;

/**
 * Focuses the button below the list of a row, which adds another, when the row goes away with the focus. Call it while
 * the row is still there, and no other row is to have the focus.
 */
export function focusAddButton(id: string): void {
  const list = document.querySelector(`[data-row="${CSS.escape(id)}"]`)?.closest('ul, ol') ?? null;
  focusWhenLost(() => buttonBelow(list));
}

/** The button below a list of rows, which adds one; null when there is none. */
export function buttonBelow(list: Element | null): HTMLButtonElement | null {
  const below = list?.nextElementSibling ?? null;
  return below instanceof HTMLButtonElement ? below : (below?.querySelector('button') ?? null);
}
