import { useEffect } from 'react';

import { focusWhenLost } from '../ui/focus-when-lost.ts';
import { letFocus } from '../ui/let-focus.ts';

/** What keeps the focus in itself, as far as there is something to focus. */
const AROUND = 'main, nav, [role="dialog"], [role="alertdialog"]';

/** For so many frames, a new screen may still give the focus to what it begins with, and a dialog return it. */
const ARRIVAL_FRAMES = 20;

/** The page of the editor, where a person writes. */
const WRITTEN = '[data-editor] [data-scroll]';

const TEXT_FIELD =
  'textarea, [contenteditable="true"], input:not([type="checkbox"], [type="radio"], [type="file"], [type="search"])';

const FOCUSABLE = ['a[href]', 'button', 'input', 'textarea', 'summary', '[contenteditable="true"]', '[tabindex="0"]']
  .map((element) => `${element}:not(:disabled, [tabindex="-1"])`)
  .join(', ');

/**
 * Gives the focus to a neighbour when the element that has it is removed after a key, such as the button of a row that
 * was answered: without the focus, a person without a mouse does not know where they are. Whoever knows a better place
 * focuses it at once, and a new screen when it is there. A dialog returns the focus to what opened it; when that is gone
 * too, the section that is read gets it, or the screen.
 */
export function useFocusNearLost(): void {
  useEffect(() => {
    let focused: { element: Element; address: string } | null = null;
    let isByKey = true;
    const onKey = (): void => void (isByKey = true);
    const onPress = (): void => void (isByKey = false);
    const onFocus = ({ target }: FocusEvent): void => {
      focused = target instanceof Element ? { element: target, address: address() } : null;
    };
    const observer = new MutationObserver((records) => {
      if (focused === null || focused.element.isConnected) return;
      const lost = focused;
      focused = null;
      const removal = records.find(
        ({ target, removedNodes }) =>
          target.isConnected && [...removedNodes].some((node) => node.contains(lost.element)),
      );
      if (!isByKey || removal === undefined) return;
      const isDialog = removal.target === document.body;
      let frames = 0;
      focusWhenLost(() => {
        if (!isDialog && address() === lost.address) return placeFor(removal, lost.element.matches(TEXT_FIELD));
        frames += 1;
        return frames > ARRIVAL_FRAMES ? (headingRead() ?? document.querySelector('main')) : null;
      });
    });
    observer.observe(document.body, { subtree: true, childList: true });
    document.addEventListener('focusin', onFocus);
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('pointerdown', onPress, true);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('pointerdown', onPress, true);
    };
  }, []);
}

/** The address of the screen, without what is chosen on it. */
const address = (): string => window.location.hash.replace(/\?.*/, '');

/**
 * Where the focus goes. Typing goes on for a moment after a text field is gone, so it must not meet another field there,
 * nor a button that Space presses: in the page of the editor, the list around the field has the focus then. What is
 * removed from above the page leads to the section that is read, not to the outline.
 */
function placeFor(removal: MutationRecord, isTextField: boolean): HTMLElement | null {
  const { target } = removal;
  if (!(target instanceof HTMLElement)) return neighbour(removal);
  if (target.matches('[data-editor]')) return headingRead() ?? neighbour(removal);
  // A list without a row is hidden, and leads to the button that adds one.
  if (!isTextField || target.closest(WRITTEN) === null || !target.checkVisibility()) return neighbour(removal);
  // Within prose, everything is typed into it.
  const around = target.closest('[contenteditable="true"]')?.parentElement ?? target;
  letFocus(around);
  return around;
}

/** The heading of the section that is read; null outside of a COE. */
function headingRead(): HTMLElement | null {
  const active = document.querySelector<HTMLElement>('[data-editor] [data-active]')?.dataset['active'] ?? '';
  return document.querySelector<HTMLElement>(`#section-${CSS.escape(active)} h2`);
}

/** What now stands after the place that something was removed from, or before it, as near as possible. */
function neighbour({ target, nextSibling, previousSibling }: MutationRecord): HTMLElement | null {
  const main = document.querySelector('main');
  const around = target instanceof Element ? target.closest<HTMLElement>(AROUND) : null;
  if (around === null) return main;
  let container: Element | null = target as Element;
  let before = previousSibling?.parentNode === target ? previousSibling : null;
  let after = nextSibling?.parentNode === target ? nextSibling : (before?.nextSibling ?? null);
  if (before === null) before = after === null ? target.lastChild : after.previousSibling;
  while (container !== null) {
    for (let node = after; node !== null; node = node.nextSibling) {
      const found = firstIn(node);
      if (found !== null) return found;
    }
    for (let node = before; node !== null; node = node.previousSibling) {
      const found = firstIn(node);
      if (found !== null) return found;
    }
    // What is beside a whole screen is another part of the app.
    if (container === around || container.parentElement === around)
      return around.hasAttribute('tabindex') ? around : main;
    after = container.nextSibling;
    before = container.previousSibling;
    container = container.parentElement;
  }
  return main;
}

/** The first element in a node that Tab would focus: of radio buttons, the chosen one. */
function firstIn(node: Node): HTMLElement | null {
  if (!(node instanceof HTMLElement)) return null;
  const all = [...(node.matches(FOCUSABLE) ? [node] : []), ...node.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const first = all.find((element) => element.checkVisibility()) ?? null;
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return first;
  return [...document.getElementsByName(first.name)].find((radio) => radio.matches(':checked')) ?? first;
}
