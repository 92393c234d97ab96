import { useCommands } from '../platform/commands.ts';
import { letFocus } from '../ui/let-focus.ts';

/** F6 and Shift+F6 move the focus among the elements with `data-region`, in document order. */
export function useRegionShortcuts(): void {
  useCommands({ 'region.next': () => moveRegion(1), 'region.previous': () => moveRegion(-1) });
}

/** In the editor it is the text that a person wants, not the link above it. */
const TEXT = '[contenteditable="true"]';
const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), textarea, summary, [contenteditable="true"], [tabindex="0"]';

function moveRegion(step: 1 | -1): boolean {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) =>
    region.checkVisibility(),
  );
  if (regions.length === 0) return false;
  // Regions nest, as the editor's do in main. The innermost one that has the focus is the current one.
  const here = regions.findLastIndex((region) => region.contains(document.activeElement));
  const next = regions[(here + step + regions.length) % regions.length];
  if (next === undefined) return false;
  const first = firstIn(next, TEXT) ?? firstIn(next, FOCUSABLE);
  if (next.matches('[tabindex="-1"]')) next.focus();
  else if (first !== undefined) first.focus();
  else focusWhole(next);
  return true;
}

/** What is collapsed cannot have the focus. */
const firstIn = (region: HTMLElement, selector: string): HTMLElement | undefined =>
  [...region.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility());

/** Focuses a region without a control, so that it is read aloud and the next press goes on from it. */
function focusWhole(region: HTMLElement): void {
  letFocus(region);
  region.focus();
}
