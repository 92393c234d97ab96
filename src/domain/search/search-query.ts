/** Words and phrases, folded: each wanted one must stand somewhere in the COE, no unwanted one may. */
export type Needles = { readonly wanted: readonly string[]; readonly unwanted: readonly string[] };

/** The names that may stand before a colon. */
export const OPERATORS = ['kind', 'status', 'tag', 'condition', 'severity', 'before', 'after'] as const;
export type Operator = (typeof OPERATORS)[number];

/** One `name:value`; `negated` when a minus sign stands before it. The value is folded. */
export type OperatorUse = { readonly operator: Operator; readonly value: string; readonly negated: boolean };

/** What was typed into the search box. */
export type SearchQuery = { readonly needles: Needles; readonly operators: readonly OperatorUse[] };

/** Tells whether there is anything to look for in the text itself. */
export const hasNeedles = (query: SearchQuery): boolean =>
  query.needles.wanted.length > 0 || query.needles.unwanted.length > 0;
