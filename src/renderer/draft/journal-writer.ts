import type { Coe } from '#domain/coe/coe.ts';
import { createPatch } from '#domain/merge/json-patch.ts';

import type { DraftIo } from './draft-state.ts';

/**
 * What is typed reaches the journal this long after the first change, in milliseconds. Together with the way to main
 * and to the disk it has to stay below 200. It is longer while preparing the text is slow, so that typing stays fast.
 */
const DELAY_MS = 70;
const LONGEST_DELAY_MS = 140;
/** Preparing the text may take this part of the time. */
const SHARE = 1 / 8;
/** A patch of more characters than this is replaced by a new entry. */
const LONGEST_PATCH = 50_000;

/** Writes unsaved changes to the journal, so that they survive a crash. It never delays a keystroke. */
export type JournalWriter = {
  /** Schedules a write after a change. */
  readonly schedule: () => void;
  /**
   * Writes now what is unsaved; does nothing when the journal already has it. Resolves when it survives a power cut.
   */
  readonly writeNow: () => Promise<void>;
  /** Removes the entry: everything is saved. Text that an editor still holds back stays in the journal. */
  readonly clear: () => void;
  /** Cancels the write that is due, until the next change. */
  readonly cancel: () => void;
  /** Cancels, and never writes again. */
  readonly dispose: () => void;
};

/** What the journal writer needs from its draft. */
export type JournalSource = {
  /**
   * The unsaved COE, with the text that editors hold back, and the revision it is based on; null when everything is
   * saved. `isAhead`: it has text that the draft does not have yet.
   */
  readonly unsaved: () => { coe: Coe; base: string; isAhead: boolean } | null;
  /** Whether the file has all of it. A file that another program changed or removed has not. */
  readonly isOnDisk: () => boolean;
  /** Whether the unsaved changes are in the journal; null once they are saved. */
  readonly onWritten: (isInJournal: boolean | null) => void;
};

/** The entry that additions refer to. */
type Entry = { readonly coe: Coe; readonly base: string; readonly number: number };

/** Creates the journal writer of one draft. */
export function createJournalWriter(
  io: Pick<DraftIo, 'writeToJournal' | 'appendToJournal' | 'removeFromJournal' | 'now' | 'flushPendingEdits'>,
  { unsaved, isOnDisk, onWritten }: JournalSource,
): JournalWriter {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let delay = DELAY_MS;
  let since: string | null = null;
  let entry: Entry | null = null;
  let entryCount = 0;
  /** What was sent last, and what of it survives a power cut. */
  let sent: Coe | null = null;
  let flushed: Coe | null = null;
  let isDisposed = false;

  type Unsaved = NonNullable<ReturnType<JournalSource['unsaved']>>;

  const sendEntry = async ({ coe, base, isAhead }: Unsaved): Promise<void> => {
    const current: Entry = { coe, base, number: (entryCount += 1) };
    entry = current;
    sent = coe;
    const result = await io
      .writeToJournal(coe, base, (since ??= new Date(io.now()).toISOString()), { entry: current.number, isAhead })
      .catch(() => ({ ok: false }));
    if (result.ok) flushed = coe;
    else if (entry === current) {
      entry = null;
      sent = null;
    }
    if (unsaved() !== null) onWritten(result.ok);
  };
  /** Sends only what changed since the entry. False when a new entry has to be sent. */
  const sendAddition = async ({ coe, base, isAhead }: Unsaved): Promise<boolean> => {
    const to = entry;
    if (to === null || to.base !== base) return false;
    const patch = createPatch(to.coe, coe);
    if (JSON.stringify(patch).length > LONGEST_PATCH) return false;
    sent = coe;
    const result = await io.appendToJournal(coe.id, patch, { entry: to.number, isAhead }).catch(() => ({ ok: false }));
    // A newer entry has been sent in the meantime, and has all of this.
    if (result.ok || entry !== to) return true;
    entry = null;
    return false;
  };
  const cancel = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  /** Removes the entry: all is saved, or was given up in the editor that held it back. */
  const giveUp = (): void => {
    since = null;
    if (sent === null) return;
    const coeId = sent.id;
    [entry, sent, flushed] = [null, null, null];
    onWritten(null);
    void io.removeFromJournal(coeId).catch(() => undefined);
  };
  const writeWhatIsNew = async (): Promise<void> => {
    timer = null;
    const begun = performance.now();
    const latest = unsaved();
    if (latest === null) return isOnDisk() ? giveUp() : undefined;
    if (latest.coe === sent) return;
    const adding = sendAddition(latest);
    delay = Math.min(LONGEST_DELAY_MS, Math.max(DELAY_MS, (performance.now() - begun) / SHARE));
    if (await adding) return;
    // Main took longer than the next change, or dropped the entry after a save: send all there is now.
    const newest = unsaved();
    if (!isDisposed && newest !== null) await sendEntry(newest);
  };
  const schedule = (): void => {
    if (isDisposed) return;
    since ??= new Date(io.now()).toISOString();
    timer ??= setTimeout(() => void writeWhatIsNew(), delay);
  };
  return {
    schedule,
    writeNow: async () => {
      cancel();
      if (isDisposed) return;
      io.flushPendingEdits();
      const latest = unsaved();
      if (latest !== null && latest.coe !== flushed) await sendEntry(latest);
    },
    cancel,
    dispose: () => {
      cancel();
      isDisposed = true;
    },
    clear: () => {
      if (isDisposed) return;
      cancel();
      if (unsaved() !== null) schedule();
      else giveUp();
    },
  };
}
