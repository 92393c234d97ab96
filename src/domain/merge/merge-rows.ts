import { type MergeContext, type MergePath, rowPath, childPath } from './conflict.ts';
import { mergeOrder } from './merge-order.ts';
import { sameValue } from './json-value.ts';

type Row = { readonly id: string };

/** Merges lists of rows by id. Added rows stay; a row that one side removed goes unless the other side changed it. */
export function mergeRows(
  merging: MergeContext,
  at: MergePath,
  base: readonly Row[],
  mine: readonly Row[],
  theirs: readonly Row[],
): readonly Row[] {
  const [before, ours, others] = [byId(base), byId(mine), byId(theirs)];
  const rows = new Map<string, Row>();
  for (const id of new Set([...ours.keys(), ...others.keys()])) {
    const index = (ours.get(id) ?? others.get(id))?.index ?? 0;
    const merged = mergeRow(
      merging,
      rowPath(at, id, index),
      before.get(id)?.row,
      ours.get(id)?.row,
      others.get(id)?.row,
    );
    if (merged !== undefined) rows.set(id, merged as Row);
  }
  const ids = orderOf(merging, at, [base, mine, theirs], rows);
  return ids.flatMap((id) => rows.get(id) ?? []);
}

function mergeRow(
  merging: MergeContext,
  at: MergePath,
  base: Row | undefined,
  mine: Row | undefined,
  theirs: Row | undefined,
): unknown {
  if (mine !== undefined && theirs !== undefined) return merging.value(at, base, mine, theirs);
  const present = mine ?? theirs;
  if (base === undefined) return present;
  if (sameValue(present, base)) return undefined;
  // Removed on one side and changed on the other: only a person can decide.
  const choice = merging.resolve(at, { kind: 'removed', base, mine, theirs });
  return choice === 'theirs' ? theirs : choice === 'mine' ? mine : present;
}

/** The order of the remaining rows. Two different orders are a conflict of their own. */
export function orderOf(
  merging: MergeContext,
  at: MergePath,
  [base, mine, theirs]: readonly [readonly Row[], readonly Row[], readonly Row[]],
  kept: ReadonlyMap<string, Row>,
): string[] {
  const ids = (rows: readonly Row[]): string[] => rows.map((row) => row.id);
  const order = mergeOrder(ids(base), ids(mine), ids(theirs), new Set(kept.keys()));
  if (order.isClean) return order.mine;
  const rowsOf = (list: readonly string[]): Row[] => list.flatMap((id) => kept.get(id) ?? []);
  const choice = merging.resolve(childPath(at, 'order'), {
    kind: 'order',
    base: ids(base),
    mine: rowsOf(order.mine),
    theirs: rowsOf(order.theirs),
  });
  return choice === 'theirs' ? order.theirs : order.mine;
}

const byId = (rows: readonly Row[]): Map<string, { row: Row; index: number }> =>
  new Map(rows.map((row, index) => [row.id, { row, index }]));
