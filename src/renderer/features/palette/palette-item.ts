import { foldPassage } from '#domain/search/fold.ts';

/** One thing the palette can do or lead to. */
export type PaletteItem = {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** A few words beside the label: a kind and a date, or the menu it is in. */
  readonly note?: string | undefined;
  readonly shortcut?: string | undefined;
  /** Why it cannot be used now; null when it can. */
  readonly blocked?: string | null;
  readonly run: () => void;
};

/** The items whose label holds every word typed, those that begin with it first; the rest in the order they came. */
export function matchingItems(items: readonly PaletteItem[], typed: string): PaletteItem[] {
  const sought = foldPassage(typed);
  if (sought === '') return [...items];
  const words = sought.split(' ');
  const ranks: PaletteItem[][] = [[], [], []];
  for (const item of items) {
    const label = foldPassage(item.label);
    const inAll = `${label} ${foldPassage(item.note ?? '')}`;
    if (!words.every((word) => inAll.includes(word))) continue;
    const rank = label.startsWith(sought) ? 0 : words.every((word) => ` ${label}`.includes(` ${word}`)) ? 1 : 2;
    ranks[rank]?.push(item);
  }
  return ranks.flat();
}

/** Puts the items of a group together, groups in the order of their best item. */
export function grouped(items: readonly PaletteItem[]): { group: string; items: PaletteItem[] }[] {
  const groups = new Map<string, PaletteItem[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups].map(([group, members]) => ({ group, items: members }));
}
