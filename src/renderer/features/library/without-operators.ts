import { OPERATORS } from '#domain/search/search-query.ts';

const OPERATOR = new RegExp(`(^|\\s)-?(?:${OPERATORS.join('|')}):(?:"[^"]*"?|\\S+)`, 'giu');

/** The operators in what was typed, as they were typed, and what is left without them. */
export function withoutOperators(text: string): { rest: string; operators: string[] } {
  const operators = [...text.matchAll(OPERATOR)].map(([use]) => use.trim());
  return { rest: text.replace(OPERATOR, ' ').replace(/\s+/g, ' ').trim(), operators };
}
