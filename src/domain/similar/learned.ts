import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { type Similarity, withWords } from './similarity.ts';

/** COEs that a person put together: both ends of a link as the same cause, or those with one pattern. */
export type Family = { readonly by: 'link' | 'pattern'; readonly ids: readonly string[] };

/** What was said about the COEs of a library so far. It is worked out from the COEs, so an undo takes it back. */
export type Learned = {
  /** In how many COEs each one was dismissed as not similar. */
  readonly dismissals: ReadonlyMap<string, number>;
  readonly families: readonly Family[];
};

/** A member of the same family that is alike, and the family it belongs to. */
export type Relative = { readonly id: string; readonly by: Family['by'] };

/** A similarity after what was learned, and what moved it. */
export type LearnedSimilarity = Similarity & { readonly dismissals: number; readonly relative: Relative | null };

/** Each dismissal takes less and less, and all of them together no more than this much of the words. */
const PER_DISMISSAL = 0.2;
const LEAST_KEPT = 0.7;
/** A relative that is at a level lends this much of its own likeness. */
const LENT = 0.1;
/** The most COEs of a pattern that count, those that come first. */
const MOST_IN_PATTERN = 30;

/**
 * What people said about these COEs: their dismissals, links as the same cause, and patterns. `byId` has the pattern that
 * each stored id counts for, so that those of merged patterns are one family.
 */
export function learnedFrom(
  summaries: Iterable<Pick<CoeSummary, 'id' | 'links' | 'patternIds' | 'notSimilar'>>,
  byId: ReadonlyMap<string, { readonly id: string }>,
): Learned {
  const dismissals = new Map<string, number>();
  const families: Family[] = [];
  const patterns = new Map<string, string[]>();
  for (const { id, links, patternIds, notSimilar } of summaries) {
    for (const other of notSimilar) dismissals.set(other, (dismissals.get(other) ?? 0) + 1);
    for (const { type, coeId } of links) if (type === 'same-cause') families.push({ by: 'link', ids: [id, coeId] });
    // Runs after each pause in typing; in a large library most COEs have no pattern.
    if (patternIds.length === 0) continue;
    for (const pattern of new Set(patternIds.flatMap((each) => byId.get(each)?.id ?? []))) {
      const members = patterns.get(pattern) ?? [];
      if (members.length < MOST_IN_PATTERN) members.push(id);
      patterns.set(pattern, members);
    }
  }
  for (const ids of patterns.values()) if (ids.length > 1) families.push({ by: 'pattern', ids });
  return { dismissals, families };
}

/**
 * Moves the similarities of some COEs to one, by their ids: down for a COE that was dismissed beside others, and up for
 * one whose relative is at a level.
 */
export function withLearned(
  compared: ReadonlyMap<string, Similarity>,
  { dismissals, families }: Learned,
): Map<string, LearnedSimilarity> {
  const moved = new Map(
    [...compared].map(([id, similarity]): [string, LearnedSimilarity] => {
      const often = dismissals.get(id) ?? 0;
      const kept = Math.max(LEAST_KEPT, 1 / (1 + PER_DISMISSAL * often));
      return [id, { ...withWords(similarity, similarity.words * kept), dismissals: often, relative: null }];
    }),
  );
  const lenders = new Map<string, LearnedSimilarity & { readonly relative: Relative }>();
  for (const { by, ids } of families) {
    for (const lender of ids) {
      const lends = moved.get(lender);
      if (lends === undefined || lends.level === 'none') continue;
      for (const id of ids) {
        if (id !== lender && moved.has(id) && lends.words > (lenders.get(id)?.words ?? 0))
          lenders.set(id, { ...lends, relative: { id: lender, by } });
      }
    }
  }
  for (const [id, { words, score, relative }] of lenders) {
    const own = moved.get(id);
    if (own === undefined) continue;
    const raised = withWords(own, own.words + LENT * words);
    moved.set(id, { ...own, ...raised, score: own.score + LENT * score, relative });
  }
  return moved;
}
