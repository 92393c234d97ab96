/**
 * The row an arrow, page, Home or End key moves to in a list of `total` rows, or null for any other key. `perPage` is
 * the number of rows in view.
 */
export function rowForKey(key: string, index: number, total: number, perPage: number): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + perPage,
    PageUp: index - perPage,
    Home: 0,
    End: total - 1,
  };
  const target = targets[key];
  return target === undefined ? null : Math.max(0, Math.min(total - 1, target));
}
