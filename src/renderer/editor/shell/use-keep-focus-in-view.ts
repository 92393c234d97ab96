import { type RefObject, useEffect } from 'react';

/**
 * Keeps the field in use in sight when the window or the zoom changes: other widths have other panes that scroll, and
 * those start at their top. What was already scrolled out of sight stays there.
 */
export function useKeepFocusInView(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let wasInView = false;
    // It reports after a frame was laid out, so a resize still finds what was in view before it.
    const observer = new IntersectionObserver((entries) => {
      wasInView = entries.at(-1)?.isIntersecting ?? false;
    });
    const onFocus = ({ target }: FocusEvent): void => {
      observer.disconnect();
      wasInView = false;
      if (target instanceof HTMLElement && page.current?.contains(target) === true) observer.observe(target);
    };
    const onResize = (): void => {
      if (wasInView) requestAnimationFrame(() => elementWithCaret()?.scrollIntoView({ block: 'nearest' }));
    };
    window.addEventListener('focusin', onFocus);
    window.addEventListener('resize', onResize);
    return () => {
      observer.disconnect();
      window.removeEventListener('focusin', onFocus);
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
