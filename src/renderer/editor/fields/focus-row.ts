/** Focuses the first field of a row. False while the row is not on the page yet. */
export function focusRow(id: string): boolean {
  const row = document.querySelector(`[data-row="${CSS.escape(id)}"]`);
  const field =
    row?.querySelector<HTMLElement>('[data-row-first]') ?? row?.querySelector<HTMLElement>('textarea, input, button');
  field?.focus();
  return field !== null && field !== undefined;
}
