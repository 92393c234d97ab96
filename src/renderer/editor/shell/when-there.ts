/** How many frames something is waited for: about two seconds. */
const FRAMES = 120;

/** Does something once what is looked for is on the page, at the earliest in the next frame. Gives up after some seconds. */
export function whenThere(selector: string, then: (element: HTMLElement) => void, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (element !== null) then(element);
    else if (frames > 1) whenThere(selector, then, frames - 1);
  });
}
