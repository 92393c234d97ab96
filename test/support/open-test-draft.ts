import { onTestFinished, vi } from 'vitest';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { applyPatch } from '#domain/merge/json-patch.ts';
import { fail, ok } from '#domain/result.ts';
import { createDraft } from '#renderer/draft/draft.ts';
import type { Draft, DraftState } from '#renderer/draft/draft-state.ts';
import { peekAt, peekPendingEdits } from '#renderer/draft/pending-edits.ts';

import { type MemoryDisk, memoryDisk } from './memory-disk.ts';
import { someCoe } from './some-coe.ts';

/** A draft on a disk in memory, with fake timers, and shorthands for what a person does and sees. */
export type TestDraft = {
  readonly draft: Draft;
  readonly disk: MemoryDisk;
  /** Types the summary anew; the same key all the time, as a text field has. */
  readonly type: (summary: string, key?: string) => void;
  readonly summary: () => string;
  readonly state: () => DraftState;
  readonly saved: () => string;
  readonly summaryOnDisk: () => string | null;
  /** Lets time pass. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Text an editor holds back until it is asked. */
  pending: string | null;
  /** Types into an editor that holds the text back. */
  readonly hold: (summary: string) => void;
};

/** Opens a draft. Timers are fake until the test is over. */
export function openTestDraft({
  coe = someCoe(),
  readOnly = false,
}: { coe?: Coe; readOnly?: boolean } = {}): TestDraft {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  return draftOn(coe, readOnly);
}

/** The same for a test that sees to the timers itself. */
export function draftOn(coe: Coe = someCoe(), readOnly = false): TestDraft {
  const disk = memoryDisk(coe);
  const draft = createDraft(
    { ...disk.opened, readOnly },
    {
      save: disk.save,
      open: disk.open,
      writeToJournal: (words, base, _since, { entry }) => {
        disk.entries.set(entry, words);
        disk.kept.push({ words, base });
        return Promise.resolve(ok(null));
      },
      appendToJournal: (_coeId, patch, { entry }) => {
        const words = coeSchema.safeParse(applyPatch(disk.entries.get(entry), patch)?.value);
        if (!words.success) return Promise.resolve(fail({ kind: 'not-found' }));
        disk.additions.push(patch);
        disk.kept.push({ words: words.data, base: disk.kept.at(-1)?.base ?? 'none' });
        return Promise.resolve(ok(null));
      },
      removeFromJournal: () => Promise.resolve(disk.kept.splice(0)),
      now: () => Date.now(),
      flushPendingEdits: () => {
        const text = test.pending;
        test.pending = null;
        if (text !== null) test.type(text, 'pending');
      },
      peekPendingEdits: () => {
        peekPendingEdits();
        const text = test.pending;
        if (text !== null) peekAt(() => test.type(text, 'pending'));
      },
    },
  );
  const state = (): DraftState => draft.store.getState();
  const test: TestDraft = {
    draft,
    disk,
    state,
    pending: null,
    hold: (summary) => {
      test.pending = summary;
      draft.noteKeystroke();
    },
    type: (summary, key = 'summary') =>
      draft.change((before) => ({ ...before, summary }), { location: 'context', key }),
    summary: () => state().coe.summary,
    saved: () => state().saveState.kind,
    summaryOnDisk: () => disk.file()?.coe.summary ?? null,
    wait: async (milliseconds) => void (await vi.advanceTimersByTimeAsync(milliseconds)),
  };
  return test;
}
