type Row = { readonly id: string };

/** Puts a row after another, or at the end when that one is not there or none is named. */
export function insertRow<Item extends Row>(rows: readonly Item[], row: Item, afterId?: string): Item[] {
  const place = afterId === undefined ? -1 : rows.findIndex((other) => other.id === afterId);
  return place < 0 ? [...rows, row] : rows.toSpliced(place + 1, 0, row);
}

/** Changes the row with an id; the others are the same objects as before. */
export const updateRow = <Item extends Row>(rows: readonly Item[], id: string, change: Partial<Item>): Item[] =>
  rows.map((row) => (row.id === id ? { ...row, ...change } : row));

/** Takes a row away. */
export const removeRow = <Item extends Row>(rows: readonly Item[], id: string): Item[] =>
  rows.filter((row) => row.id !== id);

/** Moves a row up (negative) or down by some places, and stops at the ends. */
export function moveRow<Item extends Row>(rows: readonly Item[], id: string, by: number): Item[] {
  const from = rows.findIndex((row) => row.id === id);
  const row = rows[from];
  if (row === undefined) return [...rows];
  const to = Math.min(Math.max(from + by, 0), rows.length - 1);
  return rows.toSpliced(from, 1).toSpliced(to, 0, row);
}
