import type { CoeSummary } from '../catalogue/coe-summary.ts';
import type { FixVerdictId } from '../coe/vocabulary.ts';
import { compareAge, fixOf, type LinkedFix, type LinkedSummary } from './links-of.ts';

/** One COE in a chain of repeats. `repeats` is usually empty for the first. */
export type ChainStep = {
  readonly coe: LinkedSummary;
  /** The COEs of the chain that it links to as repeats, each with the fix that was meant to prevent it. */
  readonly repeats: readonly {
    readonly coeId: string;
    readonly fix: LinkedFix | null;
    readonly verdict: FixVerdictId | null;
  }[];
};

/** COEs that repeat each other, oldest first; always two or more. */
export type Chain = readonly ChainStep[];

/**
 * The chains of repeats: each is a group of COEs connected by links of type "same cause again", in any direction. Links
 * to missing COEs and to the COE itself are ignored; a circle is a chain too.
 */
export function chainsOf(summaries: readonly CoeSummary[]): Chain[] {
  const byId = new Map(summaries.map((summary) => [summary.id, summary]));
  return groupsOf(summaries, byId)
    .map((group) => group.toSorted(compareAge).map((summary) => stepOf(summary, byId)))
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** The number of COEs in each chain of repeats. `linked` are the COEs with links, of those in `byId`. */
export const chainLengths = (linked: readonly CoeSummary[], byId: ReadonlyMap<string, CoeSummary>): readonly number[] =>
  groupsOf(linked, byId).map(({ length }) => length);

/** The COEs of each chain, in no order. */
function groupsOf(summaries: readonly CoeSummary[], byId: ReadonlyMap<string, CoeSummary>): CoeSummary[][] {
  const groupOf = new Map<string, string>();
  const find = (id: string): string => {
    let root = id;
    for (let next = groupOf.get(root); next !== undefined && next !== root; next = groupOf.get(root)) root = next;
    return root;
  };
  const joined = new Set<string>();
  for (const summary of summaries) {
    for (const { type, coeId } of summary.links) {
      if (type !== 'same-cause' || coeId === summary.id || !byId.has(coeId)) continue;
      joined.add(summary.id).add(coeId);
      groupOf.set(find(summary.id), find(coeId));
    }
  }
  const groups = new Map<string, CoeSummary[]>();
  for (const id of joined) {
    const summary = byId.get(id);
    if (summary === undefined) continue;
    const root = find(id);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [summary]);
    else group.push(summary);
  }
  return [...groups.values()];
}

const stepOf = (summary: CoeSummary, byId: ReadonlyMap<string, CoeSummary>): ChainStep => ({
  coe: {
    id: summary.id,
    title: summary.title,
    kind: summary.kind,
    happened: summary.happened,
    status: summary.status,
  },
  repeats: summary.links
    .filter(({ type, coeId }) => type === 'same-cause' && coeId !== summary.id && byId.has(coeId))
    .map(({ coeId, fixId, verdict }) => ({ coeId, fix: fixOf(byId.get(coeId), fixId), verdict })),
});

const keyOf = (chain: Chain): string => chain[0]?.coe.id ?? '';

/**
 * The chain that contains a COE; empty when there is none. It runs on every save, so it looks only at COEs with links.
 */
export function chainOf(id: string, summaries: readonly CoeSummary[]): Chain {
  const linked = summaries.filter(({ links }) => links.some(({ type }) => type === 'same-cause'));
  const near = new Map<string, string[]>();
  for (const summary of linked) {
    for (const { type, coeId } of summary.links) {
      if (type !== 'same-cause') continue;
      near.set(summary.id, [...(near.get(summary.id) ?? []), coeId]);
      near.set(coeId, [...(near.get(coeId) ?? []), summary.id]);
    }
  }
  if (!near.has(id)) return [];
  const byId = new Map(summaries.filter((summary) => near.has(summary.id)).map((summary) => [summary.id, summary]));
  const reached = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next) || !byId.has(next)) continue;
    reached.add(next);
    waiting.push(...(near.get(next) ?? []));
  }
  const chain = chainsOf([...reached].flatMap((each) => byId.get(each) ?? []));
  return chain[0] ?? [];
}
