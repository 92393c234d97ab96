/** For so many frames, a dialog that goes away may still return the focus to something that is going away too. */
const FRAMES = 60;

/**
 * Focuses an element as soon as nothing has the focus, for a second of frames at most: call it when what had the focus
 * goes away, at the end of a dialog or with it. What has the focus meanwhile keeps it.
 */
export function focusWhenLost(find: () => HTMLElement | null, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) {
      const target = find();
      target?.focus({ preventScroll: true });
      // Behind a dialog that is still there, nothing takes the focus.
      if (target !== null && document.activeElement === target) return;
    }
    if (frames > 0) focusWhenLost(find, frames - 1);
  });
}
