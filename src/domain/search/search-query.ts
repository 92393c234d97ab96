/** Words and phrases, folded. A COE must contain every wanted one and no unwanted one. */
export type Needles = { readonly wanted: readonly string[]; readonly unwanted: readonly string[] };

/** The names allowed before a colon. */
export const OPERATORS = [
  'kind',
  'status',
  'severity',
  'condition',
  'tag',
  'pattern',
  'owner',
  'author',
  'title',
  'before',
  'after',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** One `name:value`; `negated` with a minus sign in front. The value is folded. */
export type OperatorUse = {
  readonly operator: Operator;
  readonly value: string;
  /**
   * The ids that the value names, for operators with a fixed list; for a pattern, those that main finds by its words.
   */
  readonly ids: readonly string[];
  readonly negated: boolean;
};

/** A parsed search; both lists may be empty. */
export type SearchQuery = { readonly needles: Needles; readonly operators: readonly OperatorUse[] };

/** Whether the query searches the text, and not only by operators. */
export const hasNeedles = (query: SearchQuery): boolean =>
  query.needles.wanted.length > 0 || query.needles.unwanted.length > 0;
