import type { Coe } from '#domain/coe/coe.ts';

import type { DraftIo } from './draft-state.ts';

/** Unsaved changes are written to the journal this long after a change, and this often while changes go on. */
const DELAY_MS = 250;

/** Writes unsaved changes to the journal, so that they survive a crash. It never delays a keystroke. */
export type JournalWriter = {
  /** Schedules a write after a change. */
  readonly schedule: () => void;
  /** Writes now what is unsaved; does nothing when the journal already has it. */
  readonly writeNow: () => Promise<void>;
  /** Removes the entry: everything is saved. */
  readonly clear: (coeId: string) => void;
  /** Cancels the write that is due, until the next change. */
  readonly cancel: () => void;
  /** Cancels, and never writes again. */
  readonly dispose: () => void;
};

/** What the journal writer needs from its draft. */
export type JournalSource = {
  /** The unsaved COE and the revision it is based on; null when everything is saved. */
  readonly unsaved: () => { coe: Coe; base: string } | null;
  /** Whether the unsaved changes are in the journal; null once they are saved. */
  readonly onWritten: (isInJournal: boolean | null) => void;
};

/** Creates the journal writer of one draft. */
export function createJournalWriter(
  io: Pick<DraftIo, 'writeToJournal' | 'removeFromJournal' | 'now' | 'flushPendingEdits'>,
  { unsaved, onWritten }: JournalSource,
): JournalWriter {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let since: string | null = null;
  let written: Coe | null = null;
  let current: Promise<void> | null = null;
  let isDisposed = false;

  const write = async ({ coe, base }: { coe: Coe; base: string }): Promise<void> => {
    const result = await io
      .writeToJournal(coe, base, (since ??= new Date(io.now()).toISOString()))
      .catch(() => ({ ok: false }));
    current = null;
    if (unsaved() === null) return;
    if (result.ok) written = coe;
    onWritten(result.ok);
  };
  const cancel = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const writeNow = (): Promise<void> => {
    cancel();
    if (isDisposed) return Promise.resolve();
    // One write at a time; the next takes the newest text.
    if (current !== null) return current.then(writeNow);
    io.flushPendingEdits();
    const latest = unsaved();
    if (latest === null || latest.coe === written) return Promise.resolve();
    current = write(latest);
    return current;
  };
  return {
    schedule: () => {
      if (isDisposed) return;
      since ??= new Date(io.now()).toISOString();
      timer ??= setTimeout(() => void writeNow(), DELAY_MS);
    },
    writeNow,
    cancel,
    dispose: () => {
      cancel();
      isDisposed = true;
    },
    clear: (coeId) => {
      cancel();
      since = null;
      if (isDisposed || (written === null && current === null)) return;
      written = null;
      onWritten(null);
      void io.removeFromJournal(coeId).catch(() => undefined);
    },
  };
}
