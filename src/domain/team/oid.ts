/** The id of an object of git: 40 or 64 lower-case hex digits. Only `parseOid` makes one, so it is never an option. */
export type Oid = string & { readonly __oid: true };

/** Reads an object id from what git or a file says; null when it is not one. */
export const parseOid = (text: string): Oid | null =>
  /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? (text as Oid) : null;

/** Whether an id stands for “nothing”, as in the raw lines of a difference. */
export const isNullOid = (oid: string): boolean => /^0+$/.test(oid);
