/**
 * Lets a box of fields keep its height while one of them has the focus, for as long as no field changes its height. A
 * letter then lays out this box and nothing around it, such as the 300 other rows of a timeline. The boxes in `root` are
 * marked by `data-alone`. Returns the function that stops it.
 */
export function keepHeightInUse(root: HTMLElement): () => void {
  let box: HTMLElement | null = null;
  let heights: readonly number[] | null = null;

  const free = (): void => {
    heights = null;
    box?.style.removeProperty('height');
    box?.style.removeProperty('contain');
  };
  const fix = (): void => {
    free();
    if (box === null) return;
    const { height } = box.getBoundingClientRect();
    heights = heightsIn(box);
    box.style.height = `${height}px`;
    box.style.contain = 'layout size';
  };
  // The browser reports before it draws, so nothing is drawn with the old height, such as a row that opens.
  const sizes = new ResizeObserver(fix);
  const watch = (): void => {
    sizes.disconnect();
    for (const child of box?.children ?? []) sizes.observe(child);
  };
  const members = new MutationObserver(watch);
  const attend = (next: HTMLElement | null): void => {
    if (next === box) return;
    free();
    members.disconnect();
    box = next;
    // What changes other than by typing, such as with the width of the window, is followed too.
    watch();
    if (box !== null) members.observe(box, { childList: true });
  };
  const onFocus = ({ target }: FocusEvent): void =>
    attend(target instanceof HTMLTextAreaElement ? target.closest<HTMLElement>('[data-alone]') : null);
  const onBlur = (): void => attend(null);
  // The layout that this asks for is that of the box, which the frame needs anyway.
  const onInput = (): void => {
    if (box !== null && heights !== null && !isSame(heights, heightsIn(box))) fix();
  };
  root.addEventListener('focusin', onFocus);
  root.addEventListener('focusout', onBlur);
  // On the document, where what React draws for the letter is on the page already.
  document.addEventListener('input', onInput);
  return () => {
    attend(null);
    root.removeEventListener('focusin', onFocus);
    root.removeEventListener('focusout', onBlur);
    document.removeEventListener('input', onInput);
  };
}

const heightsIn = (box: HTMLElement): number[] =>
  Array.from(box.children, (child) => (child instanceof HTMLElement ? child.offsetHeight : 0));

const isSame = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((height, index) => height === others[index]);
