import { type RefObject, useLayoutEffect } from 'react';

import { caretBox } from '../../rich-text/caret-box.ts';

/**
 * Keeps the line being typed in sight when the note on help opens below the text. What was scrolled out of the window
 * before stays there.
 */
export function useCaretBesideNote(page: RefObject<HTMLElement | null>, isNoteShown: boolean): void {
  useLayoutEffect(() => {
    const caret = caretIn(page.current);
    if (!isNoteShown || caret === null || caret.top < 0 || caret.bottom > window.innerHeight) return;
    // In a low window the whole editor scrolls in place of the page.
    for (const pane of [page.current, page.current?.closest('[data-editor]') ?? null]) {
      if (pane === null || getComputedStyle(pane).overflowY !== 'auto') continue;
      const lowest =
        pane.getBoundingClientRect().bottom - Number.parseFloat(getComputedStyle(pane).scrollPaddingBottom);
      if (caret.bottom > lowest) pane.scrollBy({ top: caret.bottom - lowest });
    }
  }, [page, isNoteShown]);
}

/** Where the caret is on the screen, or the field that has it; null outside the page. */
function caretIn(page: HTMLElement | null): DOMRect | null {
  const { activeElement } = document;
  if (page === null || activeElement === null || !page.contains(activeElement)) return null;
  const isProse = activeElement instanceof HTMLElement && activeElement.isContentEditable;
  return (isProse ? caretBox() : null) ?? activeElement.getBoundingClientRect();
}
