/** Where a key leads in a list, or null when it leads nowhere. `page` is how many rows are in sight. */
export function nextIndex(key: string, from: number, total: number, page: number): number | null {
  const to = (index: number): number => Math.max(0, Math.min(total - 1, index));
  switch (key) {
    case 'ArrowDown':
      return to(from + 1);
    case 'ArrowUp':
      return to(from - 1);
    case 'PageDown':
      return to(from + page);
    case 'PageUp':
      return to(from - page);
    case 'Home':
      return 0;
    case 'End':
      return to(total - 1);
    default:
      return null;
  }
}
