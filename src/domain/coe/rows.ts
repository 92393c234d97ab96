import { withParts } from './with-parts.ts';

type Row = { readonly id: string };

/** Inserts a row after the one with id `afterId`, or at the end when that is absent. Returns a new list. */
export function insertRow<Item extends Row>(rows: readonly Item[], row: Item, afterId?: string): Item[] {
  const index = afterId === undefined ? -1 : rows.findIndex((other) => other.id === afterId);
  return index < 0 ? [...rows, row] : rows.toSpliced(index + 1, 0, row);
}

/**
 * Inserts rows after the one with id `atId`, or at the end when that is absent; a row at `atId` that `isEmpty` is
 * replaced by them. Returns a new list.
 */
export function insertRows<Item extends Row>(
  rows: readonly Item[],
  added: readonly Item[],
  atId: string | null,
  isEmpty: (row: Item) => boolean,
): Item[] {
  const index = atId === null ? -1 : rows.findIndex((row) => row.id === atId);
  const at = rows[index];
  return at === undefined
    ? [...rows, ...added]
    : rows.toSpliced(index + (isEmpty(at) ? 0 : 1), isEmpty(at) ? 1 : 0, ...added);
}

/**
 * Changes the row with an id; all other rows stay the same objects. Returns the list itself when there is no such row or
 * it has these values already.
 */
export function updateRow<Item extends Row>(rows: Item[], id: string, change: Partial<Item>): Item[] {
  const changed = rows.map((row) => (row.id === id ? withParts(row, change) : row));
  return changed.every((row, index) => row === rows[index]) ? rows : changed;
}

/** Returns the list without the row; unchanged when there is no such row. */
export const removeRow = <Item extends Row>(rows: readonly Item[], id: string): Item[] =>
  rows.filter((row) => row.id !== id);

/** Moves a row up (negative) or down, at most to the ends of the list. */
export function moveRow<Item extends Row>(rows: readonly Item[], id: string, by: number): Item[] {
  const from = rows.findIndex((row) => row.id === id);
  const row = rows[from];
  if (row === undefined) return [...rows];
  const to = Math.min(Math.max(from + by, 0), rows.length - 1);
  return rows.toSpliced(from, 1).toSpliced(to, 0, row);
}
