import type { ActionSummary, CoeSummary } from '../catalogue/coe-summary.ts';
import type { FixVerdictId, LinkTypeId } from '../coe/vocabulary.ts';

/** What lists show of a linked COE. */
export type LinkedSummary = Pick<CoeSummary, 'id' | 'title' | 'kind' | 'happened' | 'status'>;

/** The action that was meant to prevent a repeat, and what became of it. */
export type LinkedFix = Pick<ActionSummary, 'id' | 'text' | 'status' | 'result'>;

/** A link as shown at one of its two ends. */
export type LinkedCoe = {
  readonly linkId: string;
  readonly type: LinkTypeId;
  /** Whether it is stored in this COE, and can be removed here, or in the other one. */
  readonly madeIn: 'here' | 'there';
  readonly otherId: string;
  /** Null when the other COE is not in the library. */
  readonly other: LinkedSummary | null;
  readonly fix: LinkedFix | null;
  readonly verdict: FixVerdictId | null;
};

/**
 * All links from and to a COE: its own in their order, then those of other COEs, oldest first. Links to itself are
 * ignored. Two COEs that link to each other with the same type count as one link, the one stored here.
 */
export function linksOf(id: string, summaries: readonly CoeSummary[]): LinkedCoe[] {
  const own = summaries.find((summary) => summary.id === id);
  const targets = new Set(own?.links.map(({ coeId }) => coeId));
  const byId = new Map(summaries.filter((each) => targets.has(each.id)).map((each) => [each.id, each]));
  const here = (own?.links ?? [])
    .filter(({ coeId }) => coeId !== id)
    .map((link): LinkedCoe => {
      const other = byId.get(link.coeId);
      return {
        linkId: link.id,
        type: link.type,
        madeIn: 'here',
        otherId: link.coeId,
        other: other === undefined ? null : otherOf(other),
        fix: fixOf(other, link.fixId),
        verdict: link.verdict,
      };
    });
  const named = new Set(here.map(({ type, otherId }) => `${type} ${otherId}`));
  const there = summaries
    // Runs on every save; in a large library most COEs have no links.
    .filter(({ links }) => links.length > 0)
    .flatMap((summary) =>
      summary.links
        .filter((link) => link.coeId === id && summary.id !== id && !named.has(`${link.type} ${summary.id}`))
        .map((link) => ({ summary, link })),
    )
    .toSorted(({ summary: one }, { summary: other }) => compareAge(one, other))
    .map(({ summary, link }): LinkedCoe => ({
      linkId: link.id,
      type: link.type,
      madeIn: 'there',
      otherId: summary.id,
      other: otherOf(summary),
      fix: fixOf(own, link.fixId),
      verdict: link.verdict,
    }));
  return [...here, ...there];
}

const otherOf = ({ id, title, kind, happened, status }: CoeSummary): LinkedSummary => ({
  id,
  title,
  kind,
  happened,
  status,
});

/** The action that a link refers to; null when there is none. */
export function fixOf(coe: CoeSummary | undefined, fixId: string | null): LinkedFix | null {
  const action = fixId === null ? undefined : coe?.actions.find(({ id }) => id === fixId);
  if (action === undefined) return null;
  return { id: action.id, text: action.text, status: action.status, result: action.result };
}

/** Compares COEs by when they happened or, without a date, by when they were created. */
export function compareAge(one: CoeSummary, other: CoeSummary): number {
  const [first, second] = [dateOf(one), dateOf(other)];
  return first < second ? -1 : first > second ? 1 : one.id < other.id ? -1 : 1;
}

const dateOf = ({ happened, createdAt }: CoeSummary): string =>
  happened.precision === 'unknown' ? createdAt : happened.value;
