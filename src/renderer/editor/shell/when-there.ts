/** Frames to wait for an element: about two seconds. */
const FRAMES = 120;

/**
 * Calls `then` with the first element that matches, once it is on the page but not before the next frame. Gives up
 * after FRAMES.
 */
export function whenThere(selector: string, then: (element: HTMLElement) => void, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (element !== null) then(element);
    else if (frames > 1) whenThere(selector, then, frames - 1);
  });
}
