/**
 * How to resolve a conflict. `both` joins two texts; for other conflicts it means mine, or the side that still exists.
 */
export type Choice = 'mine' | 'theirs' | 'both';

/** A value that both sides changed differently. `undefined` means absent. */
export type Conflict = {
  /** Identifies the conflict; stable between merges. */
  readonly key: string;
  /** The keys and row ids that lead to the value. */
  readonly path: readonly string[];
  /** The path as people read it. */
  readonly where: string;
  /** For `text`, both can be kept; for `removed`, one side is undefined; `order` has the rows in order. */
  readonly kind: 'value' | 'text' | 'removed' | 'order';
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
};

/** The path of a value: by keys and row ids, and by keys and row numbers for people. */
export type MergePath = { readonly path: readonly string[]; readonly labels: readonly string[] };

/** What all parts of a merge share. */
export type MergeContext = {
  /** Records a conflict and returns how to resolve it. */
  readonly resolve: (at: MergePath, conflict: Omit<Conflict, 'key' | 'path' | 'where'>) => Choice;
  /** Merges three values at a path. `undefined` means absent. */
  readonly value: (at: MergePath, base: unknown, mine: unknown, theirs: unknown) => unknown;
};

/** The path one key further. */
export const childPath = ({ path, labels }: MergePath, key: string): MergePath => ({
  path: [...path, key],
  labels: [...labels, key],
});

/** The path of a row in a list; for people it has the number of the row. */
export const rowPath = ({ path, labels }: MergePath, id: string, index: number): MergePath => ({
  path: [...path, id],
  labels: [...labels.slice(0, -1), `${labels.at(-1) ?? ''} ${index + 1}`],
});
