import type { Coe } from '#domain/coe/coe.ts';

import type { DraftOutside } from './draft-state.ts';

/** So soon after a change words are kept, and so often while changes go on, in milliseconds. */
const SOON_MS = 250;

/** Keeps what is not saved yet in the journal, off the path of the keys. */
export type JournalWriter = {
  readonly changed: () => void;
  readonly saved: (coeId: string) => void;
};

/** What a draft tells its journal. */
export type JournalSource = {
  /** The words that are not on disk and the revision they were made from; null when all are. */
  readonly unsaved: () => { coe: Coe; base: string } | null;
  readonly onKept: (isKept: boolean | null) => void;
};

/** Makes the writer of one draft. */
export function createJournalWriter(
  outside: Pick<DraftOutside, 'keep' | 'drop' | 'now' | 'collectPending'>,
  { unsaved, onKept }: JournalSource,
): JournalWriter {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let since: string | null = null;
  let kept: Coe | null = null;
  let isUnderWay = false;

  const keepNow = async (): Promise<void> => {
    timer = null;
    if (isUnderWay) return changed(); // one at a time; the next one takes what is newest then
    outside.collectPending();
    const words = unsaved();
    if (words === null || words.coe === kept) return;
    isUnderWay = true;
    const result = await outside
      .keep(words.coe, words.base, (since ??= new Date(outside.now()).toISOString()))
      .catch(() => ({ ok: false }));
    isUnderWay = false;
    if (unsaved() === null) return;
    if (result.ok) kept = words.coe;
    onKept(result.ok);
  };
  function changed(): void {
    since ??= new Date(outside.now()).toISOString();
    timer ??= setTimeout(() => void keepNow(), SOON_MS);
  }
  return {
    changed,
    saved: (coeId) => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      since = null;
      if (kept === null && !isUnderWay) return;
      kept = null;
      onKept(null);
      void outside.drop(coeId).catch(() => undefined);
    },
  };
}
