import { quantity } from '#domain/text/format.ts';

/** How long ago something changed, as words: "today", "yesterday", "3 days ago". */
export const lastChanged = (idleDays: number): string =>
  idleDays === 0 ? 'today' : idleDays === 1 ? 'yesterday' : `${quantity(idleDays, 'day')} ago`;
