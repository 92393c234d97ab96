/** The merged order of a list: the same twice, or two to choose from when both sides reordered the same rows. */
export type MergedOrder = { readonly mine: string[]; readonly theirs: string[]; readonly isClean: boolean };

/**
 * Merges the order of three lists of ids. `kept` are the ids in the merged list. A row that one side added follows the
 * same row as there; rows that both added in one position are sorted by id, so that the result does not depend on the
 * side.
 */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  kept: ReadonlySet<string>,
): MergedOrder {
  const inMine = new Set(mine);
  const inTheirs = new Set(theirs);
  const isCommon = (id: string): boolean => kept.has(id) && inMine.has(id) && inTheirs.has(id);
  const [ours, others] = [mine.filter(isCommon), theirs.filter(isCommon)];
  const backbone = chooseBackbone(base, ours, others);
  const complete = (spine: readonly string[]): string[] => insertRuns(spine, mine, theirs, kept);
  if (backbone !== null) {
    const order = complete(backbone);
    return { mine: order, theirs: order, isClean: true };
  }
  return { mine: complete(ours), theirs: complete(others), isClean: false };
}

/** The order of the ids that both sides have, from the side that changed it; null when both did. */
function chooseBackbone(base: readonly string[], ours: string[], others: string[]): string[] | null {
  if (sameOrder(ours, others)) return ours;
  const inCommon = new Set(ours);
  const before = base.filter((id) => inCommon.has(id));
  const known = new Set(before);
  const isUnmoved = (order: string[]): boolean =>
    sameOrder(
      order.filter((id) => known.has(id)),
      before,
    );
  const [oursUnmoved, othersUnmoved] = [isUnmoved(ours), isUnmoved(others)];
  // Rows that both sides added with the same id may differ in position although nobody moved one; either order will do.
  if (oursUnmoved && othersUnmoved) return JSON.stringify(ours) < JSON.stringify(others) ? ours : others;
  if (oursUnmoved) return others;
  return othersUnmoved ? ours : null;
}

const sameOrder = (first: readonly string[], second: readonly string[]): boolean =>
  first.length === second.length && first.every((id, index) => id === second[index]);

/** Inserts the rows that only one side has after the row they follow there. */
function insertRuns(
  spine: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  kept: ReadonlySet<string>,
): string[] {
  const [ours, others] = [runsAfter(spine, mine, kept), runsAfter(spine, theirs, kept)];
  return [null, ...spine].flatMap((anchor) => {
    const runs = [ours.get(anchor) ?? [], others.get(anchor) ?? []].sort((first, second) =>
      (first[0] ?? '') < (second[0] ?? '') ? -1 : 1,
    );
    return [...(anchor === null ? [] : [anchor]), ...runs.flat()];
  });
}

function runsAfter(
  spine: readonly string[],
  list: readonly string[],
  kept: ReadonlySet<string>,
): Map<string | null, string[]> {
  const anchors = new Set(spine);
  const runs = new Map<string | null, string[]>();
  let anchor: string | null = null;
  for (const id of list) {
    if (anchors.has(id)) anchor = id;
    else if (kept.has(id)) runs.set(anchor, [...(runs.get(anchor) ?? []), id]);
  }
  return runs;
}
