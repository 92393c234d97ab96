import type { ContactInfo, OwnCard, ShareInfo } from '#ipc/sharing.ts';
import type { UnfinishedShare } from '#ipc/unsent.ts';

/** What the writer chooses for one copy; the labels are in the COE itself. */
export type ShareWishes = UnfinishedShare['wishes'];

/** Whose cards are there, and who had a copy before. */
export type ShareHistory = { own: OwnCard | null; contacts: readonly ContactInfo[]; shares: readonly ShareInfo[] };

/**
 * The reader of the last copy, else the only person whose card is there, else anyone. With several cards nobody is
 * chosen, because a file for the wrong person cannot be taken back.
 */
function usualReader({ contacts, shares }: ShareHistory): string | null | undefined {
  const last = shares.findLast(({ withdrawnOn }) => withdrawnOn === null);
  const isKnown = last !== undefined && (last.to === null || contacts.some(({ key }) => key === last.to?.key));
  if (isKnown) return last.to?.key ?? null;
  return contacts.length > 1 ? undefined : (contacts[0]?.key ?? null);
}

const NO_WISHES: Omit<ShareWishes, 'to'> = {
  audience: 'coaching',
  times: 'day',
  asks: '',
  notForRatings: true,
  deleteAfter: null,
};

/** What was wished for in the last copy for a reader; nothing if there was none. */
export const wishesOfLastShare = (
  shares: readonly ShareInfo[],
  to: string | null | undefined,
): Partial<ShareWishes> => {
  const last = shares.findLast((share) => (share.to?.key ?? null) === to);
  return last === undefined ? {} : { times: last.times, asks: last.asks };
};

/**
 * The wishes with which the dialog opens: those that were left unfinished, if any. A reader whom nobody chose makes way
 * for the one who is usual now. Of wishes for a reader whose card is gone nothing stays.
 */
export function firstShareWishes(before: UnfinishedShare | null, history: ShareHistory): ShareWishes {
  const to = before?.wishes.to;
  const usual = usualReader(history);
  const isGone = typeof to === 'string' && history.contacts.every(({ key }) => key !== to);
  if (before === null || isGone) return { ...NO_WISHES, to: usual, ...wishesOfLastShare(history.shares, usual) };
  if (before.isReaderChosen || to === usual) return before.wishes;
  return { ...before.wishes, to: usual, ...wishesOfLastShare(history.shares, usual) };
}
