import { OPERATORS } from '#domain/search/search-query.ts';

const OPERATOR = new RegExp(`(^|\\s)-?(?:${OPERATORS.join('|')}):(?:"[^"]*"?|\\S+)`, 'giu');

/** Splits a search into its operators, as typed, and the rest. */
export function withoutOperators(text: string): { rest: string; operators: string[] } {
  const operators = [...text.matchAll(OPERATOR)].map(([use]) => use.trim());
  return { rest: text.replace(OPERATOR, ' ').replace(/\s+/g, ' ').trim(), operators };
}
