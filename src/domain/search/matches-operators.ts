import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { fold } from './fold.ts';
import type { OperatorUse } from './search-query.ts';

/**
 * Tells whether a COE satisfies every `name:value` of a query. Of the same name, any may match, unless it is negated.
 * `after:` includes the day, month or year it names and `before:` does not, so `after:2024 before:2025` is the year
 * 2024.
 */
export function matchesOperators(summary: CoeSummary, operators: readonly OperatorUse[]): boolean {
  if (operators.some((use) => use.negated && holds(summary, use))) return false;
  const wanted = operators.filter((use) => !use.negated);
  return wanted.every((use) =>
    use.operator === 'before' || use.operator === 'after'
      ? holds(summary, use)
      : wanted.some((other) => other.operator === use.operator && holds(summary, other)),
  );
}

function holds(summary: CoeSummary, { operator, value }: OperatorUse): boolean {
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
