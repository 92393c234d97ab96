import { useEffect } from 'react';
import { flushSync } from 'react-dom';

import type { SectionId } from '#domain/coe/vocabulary.ts';

import { isCharacter } from '../../draft/type-ahead.ts';
import { mayBecomeRows, watchPasteKeys } from '../../rich-text/paste/plain-paste.ts';
import { buttonBelow } from '../fields/focus-row.ts';
import { focusText } from '../fields/focus-text.ts';

/**
 * Sends what is typed or pasted while a heading, or nothing, has the focus to the section of the heading, or else to
 * `active`: characters to its text, and what is pasted to its rows, if they take it, or else to its text. Ctrl+Shift+V
 * pastes into the text. Space keeps scrolling. While a list of rows has the focus, because the row in use went away, or
 * the button below that adds one, a character begins a new row: it must not go into another one, and must not be lost.
 */
export function useTypeIntoText(active: SectionId): void {
  useEffect(watchPasteKeys, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || !isCharacter(event) || event.key === ' ') return;
      const section = sectionFor(event.target, active);
      // The browser types the character where the focus is when this listener returns.
      if (section !== null) return focusText(section);
      const add = addButtonOf(event.target);
      if (add !== null) flushSync(() => add.click());
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented) return;
      const section = sectionFor(event.target, active);
      if (section === null) return;
      const rows = mayBecomeRows() ? section.querySelector('[data-takes-rows]') : null;
      if (rows !== null && wasTaken(rows, event)) return event.preventDefault();
      focusText(section);
      const { activeElement } = document;
      if (activeElement?.matches('[role="textbox"]') === true && wasTaken(activeElement, event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('paste', onPaste);
    };
  }, [active]);
}

/** Pastes the same into an element, and tells whether it took it. */
function wasTaken(element: Element, { clipboardData }: ClipboardEvent): boolean {
  return !element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

/**
 * The button that adds a row to the list that has the focus, or that has it itself; null if neither does, or the rows
 * come from a menu.
 */
function addButtonOf(target: EventTarget | null): HTMLButtonElement | null {
  if (!(target instanceof HTMLElement) || !target.matches('ul, ol, li, button')) return null;
  if (target.closest('[data-section]') === null) return null;
  let list = target.matches('button') ? target.previousElementSibling : target.closest('ul, ol');
  while (list !== null && buttonBelow(list) === null) list = list.parentElement?.closest('ul, ol') ?? null;
  if (list?.matches('ul, ol') !== true) return null;
  if (list.childElementCount > 0 && list.querySelector('[data-row]') === null) return null;
  const button = buttonBelow(list);
  return button?.hasAttribute('aria-haspopup') === true ? null : button;
}

function sectionFor(target: EventTarget | null, active: SectionId): HTMLElement | null {
  if (!(target instanceof HTMLElement)) return null;
  const heading = target.closest('h2');
  const isNowhere = target === document.body || target.matches('main, [data-scroll]');
  // Looks through the whole page, which a letter in a field does not need.
  if ((heading === null && !isNowhere) || document.querySelector('[role="dialog"]') !== null) return null;
  return heading === null
    ? document.querySelector<HTMLElement>(`#section-${active}`)
    : heading.closest<HTMLElement>('[data-section]');
}
