import type { NameDecision } from '#domain/sharing/name-replacer.ts';

/** The names found now, each with what was decided about it before, if anything. */
export function withEarlierDecisions(
  found: readonly NameDecision[],
  before: readonly NameDecision[] | null,
): readonly NameDecision[] {
  const decided = new Map(before?.map((decision) => [decision.name, decision]));
  return found.map((decision) => decided.get(decision.name) ?? decision);
}

/** Whether a name is to be replaced by a pseudonym that is still empty. */
export const hasEmptyPseudonym = (decisions: readonly NameDecision[] | null): boolean =>
  decisions?.some(({ as, pseudonym }) => as === 'pseudonym' && pseudonym?.trim() === '') ?? false;
