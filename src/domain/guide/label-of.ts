/** The label of an entry in a list of the guide; empty for null and for an id that is not in the list. */
export const labelOf = <Id extends string>(
  list: readonly { readonly id: Id; readonly label: string }[],
  id: Id | null,
): string => list.find((entry) => entry.id === id)?.label ?? '';
