import type { Coe } from '#domain/coe/coe.ts';

import type { DraftOutside } from './draft-state.ts';

/** So soon after a change words are kept, and so often while changes go on, in milliseconds. */
const SOON_MS = 250;

/** Keeps what is not saved yet in the journal, off the path of the keys. */
export type JournalWriter = {
  readonly changed: () => void;
  /** Keeps at once what is not saved. */
  readonly keepNow: () => Promise<void>;
  readonly saved: (coeId: string) => void;
  /** Cancels the write that is due, until the next change. */
  readonly stop: () => void;
  /** Stops, and never writes again. */
  readonly dispose: () => void;
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
  let underWay: Promise<void> | null = null;
  let isDisposed = false;

  const write = async (words: { coe: Coe; base: string }): Promise<void> => {
    const result = await outside
      .keep(words.coe, words.base, (since ??= new Date(outside.now()).toISOString()))
      .catch(() => ({ ok: false }));
    underWay = null;
    if (unsaved() === null) return;
    if (result.ok) kept = words.coe;
    onKept(result.ok);
  };
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const keepNow = (): Promise<void> => {
    stop();
    if (isDisposed) return Promise.resolve();
    // One at a time; what is newest then is taken next.
    if (underWay !== null) return underWay.then(keepNow);
    outside.collectPending();
    const words = unsaved();
    if (words === null || words.coe === kept) return Promise.resolve();
    underWay = write(words);
    return underWay;
  };
  function changed(): void {
    if (isDisposed) return;
    since ??= new Date(outside.now()).toISOString();
    timer ??= setTimeout(() => void keepNow(), SOON_MS);
  }
  return {
    changed,
    keepNow,
    stop,
    dispose: () => {
      stop();
      isDisposed = true;
    },
    saved: (coeId) => {
      stop();
      since = null;
      if (isDisposed || (kept === null && underWay === null)) return;
      kept = null;
      onKept(null);
      void outside.drop(coeId).catch(() => undefined);
    },
  };
}
