import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { fold } from './fold.ts';
import type { OperatorUse } from './search-query.ts';

/**
 * Whether a COE matches the operators of a query. No negated operator may match; of the others, one of each name must
 * match, but all `before:` and `after:`. `after:` includes the day, month or year it names and `before:` does not, so
 * `after:2024 before:2025` is the year 2024. An unknown date matches neither.
 */
export function matchesOperators(summary: CoeSummary, operators: readonly OperatorUse[]): boolean {
  if (operators.some((use) => use.negated && matches(summary, use))) return false;
  const wanted = operators.filter((use) => !use.negated);
  return wanted.every((use) =>
    use.operator === 'before' || use.operator === 'after'
      ? matches(summary, use)
      : wanted.some((other) => other.operator === use.operator && matches(summary, other)),
  );
}

function matches(summary: CoeSummary, { operator, value, ids }: OperatorUse): boolean {
  const happened = summary.happened.value;
  switch (operator) {
    case 'kind':
      return ids.includes(summary.kind);
    case 'status':
      return ids.includes(summary.status);
    case 'severity':
      return ids.includes(String(summary.severity ?? 'none'));
    case 'tag':
      return summary.tags.some((tag) => fold(tag).startsWith(value));
    case 'pattern':
      return summary.patternIds.some((id) => ids.includes(id));
    case 'owner':
      return summary.actions.some(({ owner }) => fold(owner).includes(value));
    case 'author':
      return fold(summary.author).includes(value);
    case 'title':
      return fold(summary.title).includes(value);
    case 'condition':
      return summary.conditions.some(
        ({ condition }) =>
          ids.includes(condition) ||
          fold(condition)
            .replaceAll(/[\s_]+/g, '-')
            .includes(value),
      );
    case 'before':
      return happened !== '' && happened.slice(0, value.length) < value;
    case 'after':
      return happened !== '' && happened.slice(0, value.length) >= value.slice(0, happened.length);
  }
}
