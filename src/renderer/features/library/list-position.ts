/** Where a list was left: how far it was scrolled, in pixels, and the row that had the focus. */
export type ListPosition = { readonly scrollTop: number; readonly focused: number | null };

const TOP: ListPosition = { scrollTop: 0, focused: null };

/** Every search leaves a position behind; beyond this many the oldest is forgotten. */
const MAX_POSITIONS = 50;

const positions = new Map<string, ListPosition>();

const keyOf = (library: string, search: string): string => `${library} ${search}`;

/** The position in which the list of a library was left for a search (the part of the address after `?`). */
export const listPosition = (library: string, search: string): ListPosition =>
  positions.get(keyOf(library, search)) ?? TOP;

/** Remembers part of a position. */
export function rememberPosition(library: string, search: string, change: Partial<ListPosition>): void {
  const key = keyOf(library, search);
  const position = { ...listPosition(library, search), ...change };
  // Deleted first, so that the newest is last and the oldest first.
  positions.delete(key);
  positions.set(key, position);
  const [oldest] = positions.keys();
  if (positions.size > MAX_POSITIONS && oldest !== undefined) positions.delete(oldest);
}
