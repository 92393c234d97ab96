import type { ActionSummary, CoeSummary } from '../catalogue/coe-summary.ts';
import type { FixVerdictId, LinkTypeId } from '../coe/vocabulary.ts';

/** What a list shows of a COE at the other end of a link. */
export type LinkedSummary = Pick<CoeSummary, 'id' | 'title' | 'kind' | 'happened' | 'status'>;

/** The fix that was meant to prevent a repeat, and what became of it. */
export type LinkedFix = Pick<ActionSummary, 'id' | 'text' | 'status' | 'result'>;

/** A link as it is shown at one of its two ends. */
export type LinkedCoe = {
  readonly linkId: string;
  readonly type: LinkTypeId;
  /** `here`: it was made in this COE, and can be removed here; `there`: in the other one. */
  readonly madeIn: 'here' | 'there';
  readonly otherId: string;
  /** Null when the other COE is not in the library any more. */
  readonly other: LinkedSummary | null;
  readonly fix: LinkedFix | null;
  readonly verdict: FixVerdictId | null;
};

/**
 * Every link to and from a COE: those made in it in their order, then those made elsewhere, oldest first. A link to
 * itself is none. When both COEs name each other in the same way, it is one link, and the one made here stands for it.
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
    // Asked at every save of a large library, in which most have none.
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

/** The action of a COE that a link names. */
export function fixOf(coe: CoeSummary | undefined, fixId: string | null): LinkedFix | null {
  const action = fixId === null ? undefined : coe?.actions.find(({ id }) => id === fixId);
  if (action === undefined) return null;
  return { id: action.id, text: action.text, status: action.status, result: action.result };
}

/** Orders COEs by when they happened; those without a date by when they were begun. */
export function compareAge(one: CoeSummary, other: CoeSummary): number {
  const [first, second] = [ageOf(one), ageOf(other)];
  return first < second ? -1 : first > second ? 1 : one.id < other.id ? -1 : 1;
}

const ageOf = ({ happened, createdAt }: CoeSummary): string =>
  happened.precision === 'unknown' ? createdAt : happened.value;
