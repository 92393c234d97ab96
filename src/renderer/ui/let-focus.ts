/** Lets an element without a control have the focus until it loses it, so that the next Tab goes on from there. */
export function letFocus(element: HTMLElement): void {
  if (element.hasAttribute('tabindex')) return;
  element.tabIndex = -1;
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
}
