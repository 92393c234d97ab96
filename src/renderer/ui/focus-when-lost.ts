/** For so many frames, a dialog that goes away may still return the focus to something that is going away too. */
const FRAMES = 60;

/**
 * Focuses an element as soon as nothing has the focus, for a second of frames at most: call it when what had the focus
 * goes away, at the end of a dialog or with it. What has the focus meanwhile keeps it, and what the person does next ends
 * it.
 */
export function focusWhenLost(find: () => HTMLElement | null): void {
  const end = new AbortController();
  for (const act of ['keydown', 'pointerdown'])
    document.addEventListener(act, () => end.abort(), { capture: true, once: true, signal: end.signal });
  lookFor(find, end, FRAMES);
}

function lookFor(find: () => HTMLElement | null, end: AbortController, frames: number): void {
  requestAnimationFrame(() => {
    if (end.signal.aborted) return;
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) {
      const target = find();
      target?.focus({ preventScroll: true });
      // Behind a dialog that is still there, nothing takes the focus.
      if (target !== null && document.activeElement === target) return end.abort();
    }
    if (frames > 0) lookFor(find, end, frames - 1);
    else end.abort();
  });
}
