import { describe, expect, it, vi } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { createDraft } from '#renderer/draft/draft.ts';
import type { Draft } from '#renderer/draft/draft-state.ts';
import { openTestLibrary, type TestLibrary } from '#test/support/open-test-library.ts';

/** Adds a marker to the version on disk, like a person who keeps both texts after a conflict. */
async function addMark(test: TestLibrary, mark: string, start: { coe: Coe; revision: string }): Promise<void> {
  let base = start;
  for (;;) {
    const saved = await test.library.save({ ...base.coe, tags: [...base.coe.tags, mark] }, base.revision);
    if (saved.ok) return;
    if (saved.error.kind !== 'changed-outside' || saved.error.current === null) throw new Error(saved.error.kind);
    base = saved.error.current;
  }
}

describe('two instances on one folder', () => {
  it('lose no saved text of either', async () => {
    const one = await openTestLibrary();
    const made = await one.library.create({ kind: 'outage', title: 'Shared', happened: dayMoment('2026-05-14') });
    if (!made.ok) throw new Error('not created');
    const two = await openTestLibrary({ folder: one.folder });
    const marks: string[] = [];
    for (let round = 0; round < 40; round += 1) {
      const pair = [`one-${round}`, `two-${round}`] as const;
      marks.push(...pair);
      await addMark(one, pair[0], made.value);
      await addMark(two, pair[1], made.value);
    }
    const opened = await one.library.open(made.value.coe.id);
    expect(opened.ok && opened.value.coe.tags.toSorted()).toEqual(marks.toSorted());
  });

  it('lose nothing when both write at once, and end with the same text', async () => {
    const one = await openTestLibrary();
    const made = await one.library.create({ kind: 'outage', title: 'Shared', happened: dayMoment('2026-05-14') });
    if (!made.ok) throw new Error('not created');
    const two = await openTestLibrary({ folder: one.folder });
    const open = async ({ library }: TestLibrary): Promise<Draft> => {
      const opened = await library.open(made.value.coe.id);
      if (!opened.ok) throw new Error(opened.error.kind);
      const { save } = library;
      return createDraft(opened.value, {
        save,
        open: library.open,
        writeToJournal: library.journal.write,
        appendToJournal: library.journal.append,
        peekPendingEdits: () => undefined,
        removeFromJournal: library.journal.remove,
        now: () => Date.now(),
        flushPendingEdits: () => {},
      });
    };
    const drafts = [await open(one), await open(two)] as const;
    const marks: string[] = [];
    for (let round = 0; round < 25; round += 1) {
      drafts.forEach((draft, whose) => {
        const mark = `${whose}-${round}`;
        marks.push(mark);
        draft.change((coe) => write(coe, round, mark), { location: 'context' });
      });
      // oxlint-disable-next-line no-await-in-loop -- both at once, and then the next words
      await Promise.all(drafts.map((draft) => draft.flush()));
      // oxlint-disable-next-line no-await-in-loop
      for (const draft of drafts) await draft.resolveConflict(() => 'both');
    }
    const words = async (): Promise<Coe | null> => {
      const opened = await one.library.open(made.value.coe.id);
      return opened.ok ? opened.value.coe : null;
    };
    await vi.waitFor(async () => {
      for (const draft of drafts) {
        // oxlint-disable-next-line no-await-in-loop -- one learns of what the other made of it
        await draft.onExternalChange('another');
        // oxlint-disable-next-line no-await-in-loop
        await draft.flush();
        // oxlint-disable-next-line no-await-in-loop
        await draft.resolveConflict(() => 'both');
      }
      const text = JSON.stringify(await words());
      expect(marks.filter((mark) => !text.includes(mark))).toEqual([]);
      for (const draft of drafts) {
        const { coe, saveState } = draft.store.getState();
        expect(saveState.kind).toBe('saved');
        expect(coe.sections).toEqual((await words())?.sections);
      }
    }, 250_000);
  });
});

/** Writes a marker in a field that depends on the round, so that the two sometimes edit the same field. */
function write(coe: Coe, round: number, mark: string): Coe {
  const { context, learned } = coe.sections;
  if (round % 3 === 0) return { ...coe, tags: [...coe.tags, mark] };
  if (round % 3 === 1) {
    return { ...coe, sections: { ...coe.sections, context: { ...context, prose: `${context.prose} ${mark}.` } } };
  }
  const wentWell = [...learned.wentWell, { id: `row-${mark}`, text: mark }];
  return { ...coe, sections: { ...coe.sections, learned: { ...learned, wentWell } } };
}
