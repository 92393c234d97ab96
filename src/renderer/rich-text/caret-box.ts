/** Where the end of the selection is on the screen, or the empty line that it is in; null without a selection. */
export function caretBox(): DOMRect | null {
  const selection = document.getSelection();
  const node = selection?.focusNode ?? null;
  if (selection === null || node === null) return null;
  const range = new Range();
  range.setStart(node, selection.focusOffset);
  const box = range.getBoundingClientRect();
  if (box.height > 0) return box;
  // An empty line has no box for its caret.
  return (node instanceof Element ? node : node.parentElement)?.getBoundingClientRect() ?? null;
}

/**
 * Scrolls what is around an editor so far that the caret is in sight, clear of what covers the edges. Scrolling to its
 * element would not do: a long paragraph is higher than the window.
 */
export function scrollToCaret(editor: Element): void {
  for (let pane = editor.parentElement; pane !== null; pane = pane.parentElement) {
    const { overflowY, scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(pane);
    const caret = overflowY === 'auto' ? caretBox() : null;
    if (caret === null) continue;
    const { top, bottom } = pane.getBoundingClientRect();
    const below = caret.bottom - (bottom - (Number.parseFloat(scrollPaddingBottom) || 0));
    const above = top + (Number.parseFloat(scrollPaddingTop) || 0) - caret.top;
    if (below > 0) pane.scrollBy({ top: below });
    else if (above > 0) pane.scrollBy({ top: -above });
  }
}
