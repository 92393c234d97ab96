/** How a conflict is settled. `both` keeps one after the other, where that makes sense; elsewhere it counts as mine. */
export type Choice = 'mine' | 'theirs' | 'both';

/** A place that both sides changed, each in its own way. Absent is `undefined`. */
export type Conflict = {
  /** Names the place; the same as long as the place is there. */
  readonly key: string;
  /** Keys and row ids that lead there. */
  readonly path: readonly string[];
  /** The place as a person would name it. */
  readonly where: string;
  /** `text` can be kept both; in `removed` one side is undefined; `order` holds the rows in turn. */
  readonly kind: 'value' | 'text' | 'removed' | 'order';
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
};

/** Where the merge is: by keys and ids, and by keys and the places of rows, which is what people count. */
export type MergePath = { readonly path: readonly string[]; readonly labels: readonly string[] };

/** What the parts of a merge share. */
export type MergeContext = {
  /** Notes a conflict, and answers how it is to be settled. */
  readonly resolve: (place: MergePath, conflict: Omit<Conflict, 'key' | 'path' | 'where'>) => Choice;
  /** Merges whatever stands at a place. `undefined` stands for nothing. */
  readonly value: (place: MergePath, base: unknown, mine: unknown, theirs: unknown) => unknown;
};

/** One key further in. */
export const childPath = ({ path, labels }: MergePath, key: string): MergePath => ({
  path: [...path, key],
  labels: [...labels, key],
});

/** A row of the list at a place; people know it by its number. */
export const rowPath = ({ path, labels }: MergePath, id: string, index: number): MergePath => ({
  path: [...path, id],
  labels: [...labels.slice(0, -1), `${labels.at(-1) ?? ''} ${index + 1}`],
});
