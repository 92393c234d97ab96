import { foldPassage } from '#domain/search/fold.ts';

/** One entry of the palette. */
export type PaletteItem = {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** A note beside the label: a kind and a date, or a menu. */
  readonly note?: string | undefined;
  /** Other words that find the entry. */
  readonly synonyms?: readonly string[];
  readonly shortcut?: string | undefined;
  /** Why the entry is not available; null when it is. */
  readonly blocked?: string | null;
  readonly run: () => void;
};

/**
 * The items that contain every word of `typed`: first those that start with it, then those with words that start so.
 */
export function matchingItems(items: readonly PaletteItem[], typed: string): PaletteItem[] {
  const sought = foldPassage(typed);
  if (sought === '') return [...items];
  const words = sought.split(' ');
  const ranks: PaletteItem[][] = [[], [], []];
  for (const item of items) {
    const label = foldPassage(item.label);
    const inAll = `${label} ${foldPassage([item.note ?? '', ...(item.synonyms ?? [])].join(' '))}`;
    if (!words.every((word) => inAll.includes(word))) continue;
    const rank = label.startsWith(sought) ? 0 : words.every((word) => ` ${label}`.includes(` ${word}`)) ? 1 : 2;
    ranks[rank]?.push(item);
  }
  return ranks.flat();
}

/** Groups the items. Groups are in the order of their best item. */
export function groupItems(items: readonly PaletteItem[]): { group: string; items: PaletteItem[] }[] {
  const groups = new Map<string, PaletteItem[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups].map(([group, members]) => ({ group, items: members }));
}
