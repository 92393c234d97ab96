/** Frames to wait for an element: about two seconds. */
const FRAMES = 120;

/**
 * Calls `then` with the first element that matches, once it is on the page but not before the next frame; after FRAMES
 * without one, with null.
 */
export function whenPresent(selector: string, then: (element: HTMLElement | null) => void, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (element !== null || frames <= 1) then(element);
    else whenPresent(selector, then, frames - 1);
  });
}
