import { useCommands } from '../platform/commands.ts';

/** F6 and Shift+F6 move the focus among the elements with `data-region`, in document order. */
export function useRegionShortcuts(): void {
  useCommands({ 'region.next': () => moveRegion(1), 'region.previous': () => moveRegion(-1) });
}

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), textarea, [contenteditable="true"], [tabindex="0"]';

function moveRegion(step: 1 | -1): boolean {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) =>
    region.checkVisibility(),
  );
  if (regions.length === 0) return false;
  // Regions nest, as the editor's do in main. The innermost one that has the focus is the current one.
  const here = regions.findLastIndex((region) => region.contains(document.activeElement));
  const next = regions[(here + step + regions.length) % regions.length];
  const target =
    next?.matches('[tabindex="-1"]') === true ? next : (next?.querySelector<HTMLElement>(FOCUSABLE) ?? next);
  target?.focus();
  return true;
}
