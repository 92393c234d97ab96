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

function matches(summary: CoeSummary, { operator, value }: OperatorUse): boolean {
  const happened = summary.happened.value;
  switch (operator) {
    case 'kind':
      return summary.kind.startsWith(value);
    case 'status':
      return summary.status.startsWith(value);
    case 'tag':
      return summary.tags.some((tag) => fold(tag).startsWith(value));
    case 'condition':
      return summary.conditions.some(({ condition }) =>
        fold(condition)
          .replaceAll(/[\s_]+/g, '-')
          .includes(value),
      );
    case 'severity':
      return String(summary.severity ?? 'none') === value;
    case 'before':
      return happened !== '' && happened.slice(0, value.length) < value;
    case 'after':
      return happened !== '' && happened.slice(0, value.length) >= value.slice(0, happened.length);
  }
}
