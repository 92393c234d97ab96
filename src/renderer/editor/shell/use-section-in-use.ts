import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

import type { SectionId } from '#domain/coe/vocabulary.ts';

import { focusText } from '../fields/focus-text.ts';
import { useAfterPress } from '../../ui/use-after-press.ts';

type SectionInUse = {
  /** Whether the section has, or last had, the focus. */
  isInUse: (id: SectionId) => boolean;
  /** Makes it the section in use. All its parts are on the page when this returns. */
  use: (id: SectionId) => void;
};

/**
 * The section with the focus, or the last that had it: the whole view shows all parts of this one, and folds the others
 * while they are empty. It changes only after a click, so that what is being pressed does not move. A click anywhere in
 * a folded section puts the caret into its text.
 */
export function useSectionInUse(page: RefObject<HTMLElement | null>): SectionInUse {
  const [inUse, setInUse] = useState<SectionId | null>(null);
  const latest = useRef<SectionId | null>(null);
  /** The field with the focus before the change, and where its top was. */
  const before = useRef<{ element: Element; top: number } | null>(null);
  const afterPress = useAfterPress();

  const change = useCallback((id: SectionId): void => {
    if (latest.current === id) return;
    latest.current = id;
    const { activeElement } = document;
    const isHere = activeElement?.closest(`#section-${id}`) instanceof Element;
    before.current =
      activeElement !== null && isHere
        ? { element: activeElement, top: activeElement.getBoundingClientRect().top }
        : null;
    setInUse(id);
  }, []);

  // What opens and folds above the field in use must not move it.
  useLayoutEffect(() => {
    if (before.current === null) return;
    const { element, top } = before.current;
    before.current = null;
    if (element.isConnected) paneOf(element).scrollTop += element.getBoundingClientRect().top - top;
  }, [inUse]);

  useEffect(() => {
    const container = page.current;
    if (container === null) return undefined;
    const follow = ({ target }: FocusEvent): void => {
      const id = target instanceof Element ? sectionOf(target) : null;
      if (id !== null) afterPress(() => change(id));
    };
    const press = ({ target }: MouseEvent): void => {
      if (!(target instanceof Element) || target.closest('button, a, [role="textbox"]') !== null) return;
      const folded = target.closest<HTMLElement>('[data-folded]');
      if (folded !== null) focusText(folded);
    };
    container.addEventListener('focusin', follow);
    container.addEventListener('click', press);
    return () => {
      container.removeEventListener('focusin', follow);
      container.removeEventListener('click', press);
    };
  }, [page, afterPress, change]);

  return {
    isInUse: (id) => inUse === id,
    use: useCallback((id) => flushSync(() => change(id)), [change]),
  };
}

const sectionOf = (element: Element): SectionId | null => {
  const section = element.closest<HTMLElement>('[data-section]');
  return (section?.dataset['section'] as SectionId | undefined) ?? null;
};

/** The pane in which an element scrolls. */
function paneOf(element: Element): Element {
  for (let pane = element.parentElement; pane !== null; pane = pane.parentElement) {
    if (pane.scrollHeight > pane.clientHeight && getComputedStyle(pane).overflowY === 'auto') return pane;
  }
  return document.documentElement;
}
