import { CONDITIONS } from '../guide/conditions.ts';
import { COE_KINDS } from '../guide/kinds.ts';
import { SEVERITY_LEVELS, SEVERITY_NAMES } from '../guide/severity-anchors.ts';
import { STATUSES } from '../guide/statuses.ts';
import { foldPassage } from './fold.ts';
import type { Operator } from './search-query.ts';

/** A value that an operator knows, with its label on screen. */
export type OperatorValue = { readonly id: string; readonly label: string };

/** The values of the operators that have a fixed list, in the order of the screen. Other operators take any text. */
export const OPERATOR_VALUES: Readonly<Partial<Record<Operator, readonly OperatorValue[]>>> = {
  kind: COE_KINDS,
  status: STATUSES,
  severity: [
    ...SEVERITY_LEVELS.map((level) => ({ id: String(level), label: SEVERITY_NAMES[level] })),
    { id: 'none', label: 'Not judged yet' },
  ],
  condition: CONDITIONS,
};

/**
 * The ids of the values that a folded text names: by the start of the id or of the label. A condition may be named by
 * any part of its label. Empty for an empty text, and for operators without a list.
 */
export function idsNamed(operator: Operator, folded: string): string[] {
  if (folded === '') return [];
  const values = OPERATOR_VALUES[operator] ?? [];
  const named = asWords(folded);
  const isNamed = (text: string): boolean =>
    operator === 'condition' ? asWords(text).includes(named) : asWords(text).startsWith(named);
  return values.filter(({ id, label }) => isNamed(id) || isNamed(label)).map(({ id }) => id);
}

/** The same for an id and a label: `missed-event` and "Missed event" become `missed event`. */
const asWords = (text: string): string => foldPassage(text).replaceAll(/[\s_-]+/g, ' ');
