import type { Why } from '../coe/sections/whys.ts';
import { type MergeContext, type MergePath, rowPath } from './conflict.ts';
import { flattenTree, type Flat, buildTree } from './flat-tree.ts';
import { orderOf } from './merge-rows.ts';
import { sameValue } from './json-value.ts';

/**
 * Merges trees of whys by id, wherever each why is in its tree. A branch that one side removed goes unless the other
 * side changed something in it. When both moved whys in ways that do not fit together, the whole trees are one
 * conflict.
 */
export function mergeTree(
  merging: MergeContext,
  path: MergePath,
  base: readonly Why[],
  mine: readonly Why[],
  theirs: readonly Why[],
): readonly Why[] {
  const [before, ours, others] = [flattenTree(base), flattenTree(mine), flattenTree(theirs)];
  if (before === null || ours === null || others === null) return wholeTree(merging, path, base, mine, theirs);
  const parents = mergeParents(before, ours, others);
  if (parents === null || hasCircle(parents)) return wholeTree(merging, path, base, mine, theirs);

  const kept = new Map<string, Why>();
  const indexOf = (id: string): number => (ours.get(id) ?? others.get(id))?.index ?? 0;
  for (const [id, our] of ours) {
    const other = others.get(id);
    if (other === undefined) continue;
    const merged = merging.value(rowPath(path, id, indexOf(id)), before.get(id)?.own, our.own, other.own);
    kept.set(id, merged as Why);
  }
  keepBranches(
    ours,
    others,
    before,
    kept,
    (id, branch) =>
      merging.resolve(rowPath(path, id, indexOf(id)), {
        kind: 'removed',
        base: branch.base,
        mine: branch.there,
        theirs: undefined,
      }) !== 'theirs',
  );
  keepBranches(
    others,
    ours,
    before,
    kept,
    (id, branch) =>
      merging.resolve(rowPath(path, id, indexOf(id)), {
        kind: 'removed',
        base: branch.base,
        mine: undefined,
        theirs: branch.there,
      }) !== 'mine',
  );

  const findParent = (id: string): string | null => {
    const wanted = [parents.get(id), ours.get(id)?.parent, others.get(id)?.parent];
    return wanted.find((parent) => parent === null || (parent !== undefined && kept.has(parent))) ?? null;
  };
  const parentOf = new Map([...kept.keys()].map((id) => [id, findParent(id)]));
  // A why whose parent is gone moves elsewhere, which may close a new circle.
  if (hasCircle(parentOf)) return wholeTree(merging, path, base, mine, theirs);
  const childrenOf = (parent: string | null): string[] => {
    const children = new Map([...kept].filter(([id]) => parentOf.get(id) === parent));
    const list = (flat: Flat): Why[] => [...flat.values()].map(({ own }) => own).filter(({ id }) => children.has(id));
    const at = parent === null ? path : rowPath(path, parent, indexOf(parent));
    return orderOf(merging, at, [list(before), list(ours), list(others)], children);
  };
  return buildTree(null, kept, childrenOf, new Map([...flatNodes(mine)].map((why) => [why.id, why])));
}

function wholeTree(
  merging: MergeContext,
  path: MergePath,
  base: readonly Why[],
  mine: readonly Why[],
  theirs: readonly Why[],
): readonly Why[] {
  return merging.resolve(path, { kind: 'value', base, mine, theirs }) === 'theirs' ? theirs : mine;
}

/** The merged parent of each why; null when both sides moved one to different parents. */
function mergeParents(before: Flat, ours: Flat, others: Flat): Map<string, string | null> | null {
  const parents = new Map<string, string | null>();
  for (const [id, { parent }] of [...ours, ...others]) {
    const [was, here, there] = [before.get(id)?.parent, ours.get(id)?.parent ?? null, others.get(id)?.parent ?? null];
    const isInBoth = ours.has(id) && others.has(id);
    if (isInBoth && here !== there && here !== was && there !== was) return null;
    parents.set(id, isInBoth ? (here === was ? there : here) : parent);
  }
  return parents;
}

type Branch = { readonly base: Why | undefined; readonly there: Why };

/** Keeps the whys of one side that the other lacks: added ones, and branches removed there but changed here. */
function keepBranches(
  here: Flat,
  there: Flat,
  before: Flat,
  kept: Map<string, Why>,
  isWanted: (id: string, branch: Branch) => boolean,
): void {
  const seen = new Set<string>();
  // Parents come before children, so the first why of a branch is its top.
  for (const [id, { whole }] of here) {
    if (there.has(id) || seen.has(id)) continue;
    const branch = branchFrom(id, here, there);
    branch.forEach((each) => seen.add(each));
    const isAllNew = branch.every((each) => !before.has(each));
    if (isAllNew) {
      keep(branch, here, kept);
      continue;
    }
    if (branch.every((each) => isAsBefore(each, here, before)) && !hasMovedInto(branch, here, there, before)) continue;
    if (isWanted(id, { base: before.get(id)?.whole, there: whole })) keep(branch, here, kept);
  }
}

const keep = (branch: readonly string[], here: Flat, kept: Map<string, Why>): void =>
  branch.forEach((id) => {
    const node = here.get(id);
    if (node !== undefined) kept.set(id, node.own);
  });

/** The ids of a why and its descendants, down to those that the other side has too. */
function branchFrom(id: string, here: Flat, there: Flat): string[] {
  const beneath = [...here.entries()].filter(([child, node]) => node.parent === id && !there.has(child));
  return [id, ...beneath.flatMap(([child]) => branchFrom(child, here, there))];
}

function isAsBefore(id: string, here: Flat, before: Flat): boolean {
  const [now, was] = [here.get(id), before.get(id)];
  return was !== undefined && now?.parent === was.parent && sameValue(now?.own, was.own);
}

/** Whether a why of both sides was moved into the branch here. */
const hasMovedInto = (branch: readonly string[], here: Flat, there: Flat, before: Flat): boolean =>
  [...here].some(
    ([id, { parent }]) =>
      there.has(id) && parent !== null && branch.includes(parent) && before.get(id)?.parent !== parent,
  );

function hasCircle(parentOf: ReadonlyMap<string, string | null>): boolean {
  return [...parentOf.keys()].some((start) => {
    let steps = 0;
    for (let id: string | null = start; id !== null; id = parentOf.get(id) ?? null) {
      steps += 1;
      if (steps > parentOf.size) return true;
    }
    return false;
  });
}

const flatNodes = (tree: readonly Why[]): Why[] => tree.flatMap((why) => [why, ...flatNodes(why.whys)]);
