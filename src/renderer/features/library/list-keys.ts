/** Where a key leads in a list of `total` rows, from a row; null when it leads nowhere. `perPage` is how many are in sight. */
export function rowForKey(key: string, index: number, total: number, perPage: number): number | null {
  const places: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + perPage,
    PageUp: index - perPage,
    Home: 0,
    End: total - 1,
  };
  const place = places[key];
  return place === undefined ? null : Math.min(Math.max(place, 0), total - 1);
}
