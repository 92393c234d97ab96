import { useEffect } from 'react';
import { flushSync } from 'react-dom';

import type { SectionId } from '#domain/coe/vocabulary.ts';

import { mayBecomeRows, watchPasteKeys } from '../../rich-text/paste/plain-paste.ts';
import { isCharacter } from '../../ui/is-character.ts';
import { buttonBelow, textOfRow } from '../fields/focus-row.ts';
import { focusText } from '../fields/focus-text.ts';
import { insertText } from '../fields/insert-text.ts';

/**
 * Where typing belongs: to a section, and there into the field that `focus` leads to. A list of rows has had what is
 * pasted before, and a new row is for text alone.
 */
type Place = { readonly section: HTMLElement; readonly isNewRow: boolean; readonly focus: () => void };

/**
 * Sends what is typed or pasted while no field has the focus to where it belongs, see {@link placeFor}. What is pasted
 * goes to the rows of the section, if they take it; Ctrl+Shift+V pastes it as text. Space keeps scrolling.
 */
export function useTypingOutsideFields(active: SectionId): void {
  useEffect(watchPasteKeys, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || !isCharacter(event) || event.key === ' ') return;
      // The browser types the character where the focus is when this listener returns.
      placeFor(document.activeElement, active)?.focus();
    };
    let isPassedOn = false;
    /** Pastes the same into an element, and tells whether it took it. */
    const wasTaken = (element: Element, { clipboardData }: ClipboardEvent): boolean => {
      isPassedOn = true;
      try {
        return !element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      } finally {
        isPassedOn = false;
      }
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (isPassedOn || event.defaultPrevented || event.clipboardData === null) return;
      const place = placeFor(document.activeElement, active);
      if (place === null) return;
      if (place.isNewRow && event.clipboardData.getData('text/plain') === '') return;
      const rows = !place.isNewRow && mayBecomeRows() ? place.section.querySelector('[data-takes-rows]') : null;
      if (rows !== null && wasTaken(rows, event)) return event.preventDefault();
      place.focus();
      const { activeElement } = document;
      if (activeElement?.matches('[role="textbox"], textarea') !== true) return;
      if (wasTaken(activeElement, event)) return event.preventDefault();
      if (!(activeElement instanceof HTMLTextAreaElement)) return;
      event.preventDefault();
      insertText(activeElement, event.clipboardData.getData('text/plain'));
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('paste', onPaste);
    };
  }, [active]);
}

/**
 * The one rule for what is typed while no field has the focus. It must not be lost, must not go into something that is
 * already written there, and must not press a button:
 *
 * - In a list of rows, because the row in use went away, or on the button below that adds a row: into the text of a new
 *   row. It was meant for a row, and which of the others cannot be known.
 * - On a heading: into the text of its section.
 * - Nowhere: into the text of the section that is read.
 * - On any other control, and behind a dialog: nowhere, null. Controls have keys of their own.
 *
 * Two other places see to it that the focus says what is meant. When an element goes away with the focus,
 * `focusWhenLost` gives it to what stands near, before the next letter at the latest. While a text is on its way to the
 * page, `holdTyping` keeps for it what is typed.
 */
function placeFor(focused: Element | null, active: SectionId): Place | null {
  if (!(focused instanceof HTMLElement)) return null;
  const section = focused.closest<HTMLElement>('[data-section]');
  const button = section === null ? null : addButtonOf(focused);
  if (section !== null && button !== null) return { section, isNewRow: true, focus: () => beginRow(button) };
  const heading = focused.closest('h2');
  const isNowhere = focused === document.body || focused.matches('main, [data-scroll]');
  // Looks through the whole page, which a letter in a field does not need.
  if ((heading === null && !isNowhere) || document.querySelector('[role="dialog"]') !== null) return null;
  const meant = heading === null ? document.querySelector<HTMLElement>(`#section-${active}`) : section;
  return meant === null ? null : { section: meant, isNewRow: false, focus: () => focusText(meant) };
}

/** Adds a row, and focuses the text in it, which need not be its first field. */
function beginRow(button: HTMLButtonElement): void {
  const before = document.activeElement;
  flushSync(() => button.click());
  const { activeElement } = document;
  if (activeElement !== before) textOfRow(activeElement?.closest('[data-row]') ?? null)?.focus();
}

/**
 * The button that adds a row to the list that has the focus, or that has it itself; null if neither does, or the rows
 * come from a menu.
 */
function addButtonOf(focused: HTMLElement): HTMLButtonElement | null {
  if (!focused.matches('ul, ol, li, button')) return null;
  let list = focused.matches('button') ? focused.previousElementSibling : focused.closest('ul, ol');
  while (list !== null && buttonBelow(list) === null) list = list.parentElement?.closest('ul, ol') ?? null;
  if (list?.matches('ul, ol') !== true) return null;
  if (list.childElementCount > 0 && list.querySelector('[data-row]') === null) return null;
  const button = buttonBelow(list);
  return button?.hasAttribute('aria-haspopup') === true ? null : button;
}
