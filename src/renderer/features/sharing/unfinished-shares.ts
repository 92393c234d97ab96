import type { AudienceId } from '#domain/coe/audience.ts';
import type { CopyTimesId } from '#domain/sharing/copy-times.ts';
import type { NameDecision } from '#domain/sharing/name-replacer.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';

/** What the writer chooses for one copy; the labels are in the COE itself. */
export type ShareWishes = {
  /** The key of the reader, null for anyone who has the file; undefined as long as nobody was chosen. */
  readonly to: string | null | undefined;
  readonly audience: AudienceId;
  readonly times: CopyTimesId;
  readonly asks: string;
  readonly notForRatings: boolean;
  readonly deleteAfter: CalendarDate | null;
};

/** What was decided about the names, for the reader with this key. */
export type DecidedNames = { readonly to: string | null; readonly names: readonly NameDecision[] };

/** What was chosen before the dialog was closed. */
export type UnfinishedShare = {
  readonly wishes: ShareWishes;
  /** Whether a person chose the reader. One that the dialog offered is not kept as a choice. */
  readonly isReaderChosen: boolean;
  /** Null before the names were looked for. */
  readonly decided: DecidedNames | null;
};

/**
 * By the ids of the COEs. They outlive the dialog, which Escape or a click beside it closes, until the app is locked or
 * quits.
 */
const unfinished = new Map<string, UnfinishedShare>();

/** What was chosen for a copy of a COE that was not saved; null for nothing. */
export const unfinishedShare = (coeId: string): UnfinishedShare | null => unfinished.get(coeId) ?? null;

/** Remembers what was chosen; null forgets it. */
export function rememberShare(coeId: string, share: UnfinishedShare | null): void {
  if (share === null) unfinished.delete(coeId);
  else unfinished.set(coeId, share);
}
