import { type RefObject, useEffect, useState } from 'react';

import type { SectionId } from '#domain/coe/vocabulary.ts';

/**
 * The section with the focus, as long as its field or caret is in view; otherwise the one at the top of the page.
 * `isWatching` turns the listeners on.
 */
export function useSectionInView(
  page: RefObject<HTMLElement | null>,
  isWatching: boolean,
  sections: readonly SectionId[],
): SectionId {
  const first = sections[0] ?? 'context';
  const [inView, setInView] = useState<SectionId>(first);
  useEffect(() => {
    const container = page.current;
    if (container === null || !isWatching) return undefined;
    let frame = 0;
    const update = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const focused = sectionOf(container, document.activeElement);
        if (focused !== null && isCaretInView(container)) {
          setInView(focused);
          return;
        }
        const top = container.getBoundingClientRect().top + 120;
        const shown = [...container.querySelectorAll<HTMLElement>('[data-section]')];
        const here = shown.findLast((section) => section.getBoundingClientRect().top <= top) ?? shown[0];
        setInView((here?.dataset['section'] as SectionId | undefined) ?? first);
      });
    };
    // Also for a caret that moves within a text that has the focus already, after scrolling away from it.
    const follow = (): void => {
      const focused = sectionOf(container, document.activeElement);
      if (focused !== null) setInView(focused);
    };
    update();
    container.addEventListener('scroll', update, { passive: true });
    container.addEventListener('focusin', follow);
    document.addEventListener('selectionchange', follow);
    return () => {
      cancelAnimationFrame(frame);
      container.removeEventListener('scroll', update);
      container.removeEventListener('focusin', follow);
      document.removeEventListener('selectionchange', follow);
    };
  }, [page, isWatching, first]);
  return sections.includes(inView) ? inView : first;
}

/** The section of an element in the container; null outside of it. */
function sectionOf(container: HTMLElement, element: Element | null): SectionId | null {
  if (element === null || !container.contains(element)) return null;
  const section = element.closest<HTMLElement>('[data-section]');
  return (section?.dataset['section'] as SectionId | undefined) ?? null;
}

/** Whether the caret, or else the element with the focus, is within the visible part of the container. */
function isCaretInView(container: HTMLElement): boolean {
  const { activeElement } = document;
  if (activeElement === null) return false;
  const page = container.getBoundingClientRect();
  const { top, bottom } = caretBox(activeElement);
  return bottom > Math.max(page.top, 0) && top < Math.min(page.bottom, window.innerHeight);
}

function caretBox(focused: Element): DOMRect {
  const { focusNode: node = null, focusOffset = 0 } = getSelection() ?? {};
  if (!(focused as HTMLElement).isContentEditable || node === null) return focused.getBoundingClientRect();
  const range = document.createRange();
  range.setStart(node, focusOffset);
  const box = range.getBoundingClientRect();
  // The caret in an empty line has no box.
  const line = node instanceof Element ? node : node.parentElement;
  return box.height > 0 || line === null ? box : line.getBoundingClientRect();
}
