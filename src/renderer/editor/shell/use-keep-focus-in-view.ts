import { type RefObject, useEffect } from 'react';

/**
 * Keeps the field in use, or the part of a long text that has the caret, in sight when the window or the zoom changes:
 * other widths have other panes that scroll, and those start at their top. What was already scrolled out of sight stays
 * there.
 */
export function useKeepFocusInView(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let wasInView = false;
    let observed: Element | null = null;
    // It reports after a frame was laid out, so a resize still finds what was in view before it.
    const observer = new IntersectionObserver((entries) => {
      wasInView = entries.at(-1)?.isIntersecting ?? false;
    });
    const observe = (): void => {
      const element = elementWithCaret();
      if (element === observed) return;
      observer.disconnect();
      observed = element;
      // Until it reports, the caret is in sight if it was before: it moves with each letter.
      if (element !== null && page.current?.contains(element) === true) observer.observe(element);
      else wasInView = false;
    };
    const onResize = (): void => {
      if (wasInView) requestAnimationFrame(() => elementWithCaret()?.scrollIntoView({ block: 'nearest' }));
    };
    window.addEventListener('focusin', observe);
    document.addEventListener('selectionchange', observe);
    window.addEventListener('resize', onResize);
    return () => {
      observer.disconnect();
      window.removeEventListener('focusin', observe);
      document.removeEventListener('selectionchange', observe);
      window.removeEventListener('resize', onResize);
    };
  }, [page]);
}

/** The focused field, or the part of a long text in which the caret is. */
function elementWithCaret(): Element | null {
  const { activeElement } = document;
  if (activeElement?.matches('[contenteditable="true"]') !== true) return activeElement;
  const at = document.getSelection()?.focusNode ?? null;
  const element = at instanceof Element ? at : (at?.parentElement ?? null);
  return activeElement.contains(element) ? element : activeElement;
}
