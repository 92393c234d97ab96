import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { newWhy } from '#domain/whys/tree.ts';
import { ok } from '#domain/result.ts';
import { createDraft } from '#renderer/draft/draft.ts';
import type { Draft } from '#renderer/draft/draft-state.ts';
import { memoryDisk, type MemoryDisk } from '#test/support/memory-disk.ts';
import { someCoe } from '#test/support/some-coe.ts';

/** `ONCE_LONG=1` runs as many as it takes to trust it; the normal run a few of them. */
const RUNS = process.env['ONCE_LONG'] === undefined ? 400 : 10_000;

const PLACES = ['title', 'prose', 'other prose', 'tag', 'row', 'row text', 'why', 'why text', 'unknown key'] as const;
type PlaceToWrite = (typeof PLACES)[number];
const WHO = ['a', 'b'] as const;
type Who = (typeof WHO)[number];

type Step = { who: Who } & (
  | { do: 'write'; place: PlaceToWrite; number: number }
  | { do: 'settle'; choice: 'mine' | 'theirs' | 'both' }
  | { do: 'told' | 'flush' | 'undo' | 'redo' }
  | { do: 'wait'; ms: number }
);
const who = fc.constantFrom(...WHO);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      who,
      do: fc.constant('write' as const),
      place: fc.constantFrom(...PLACES),
      number: fc.nat(9),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ who, do: fc.constant('wait' as const), ms: fc.constantFrom(1, 40, 500, 2_500) }),
  },
  { weight: 3, arbitrary: fc.record({ who, do: fc.constantFrom('told' as const, 'flush') }) },
  { weight: 1, arbitrary: fc.record({ who, do: fc.constantFrom('undo' as const, 'redo') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      who,
      do: fc.constant('settle' as const),
      choice: fc.constantFrom('mine' as const, 'theirs', 'both'),
    }),
  },
);

/** Writes a mark somewhere, the way the editor does: by a function from a COE to a COE. */
function write(coe: Coe, place: PlaceToWrite, number: number, mark: string): Coe {
  const { sections } = coe;
  const { context, noticed, mitigated, whys } = sections;
  const at = <Item>(items: readonly Item[]): number => number % Math.max(1, items.length);
  const said = (text: string): string => (text === '' ? `${mark}.` : `${text} ${mark}.`);
  switch (place) {
    case 'title':
      return { ...coe, title: `${coe.title} ${mark}` };
    case 'prose':
      return { ...coe, sections: { ...sections, context: { ...context, prose: said(context.prose) } } };
    case 'other prose':
      return {
        ...coe,
        sections: { ...sections, noticed: { ...noticed, prose: `${mark}.\n\n${noticed.prose}` } },
      };
    case 'tag':
      return { ...coe, tags: [...coe.tags, mark] };
    case 'row': {
      const steps = mitigated.steps.toSpliced(at(mitigated.steps), 0, { id: `row-${mark}`, text: mark });
      return { ...coe, sections: { ...sections, mitigated: { ...mitigated, steps } } };
    }
    case 'row text': {
      const steps = mitigated.steps.map((step, index) =>
        index === at(mitigated.steps) ? { ...step, text: said(step.text) } : step,
      );
      return { ...coe, sections: { ...sections, mitigated: { ...mitigated, steps } } };
    }
    case 'why':
      return {
        ...coe,
        sections: {
          ...sections,
          whys: { ...whys, happened: [...whys.happened, { ...newWhy(`why-${mark}`), text: mark }] },
        },
      };
    case 'why text': {
      const happened = whys.happened.map((why, index) =>
        index === at(whys.happened) ? { ...why, evidence: said(why.evidence) } : why,
      );
      return { ...coe, sections: { ...sections, whys: { ...whys, happened } } };
    }
    case 'unknown key':
      return { ...coe, [`x-${number % 3}`]: mark };
  }
}

const marksIn = (value: unknown): string[] => JSON.stringify(value).match(/[ab]\d+z/g) ?? [];

/** Two copies of the app on one file. */
function twoWriters() {
  const disk: MemoryDisk = memoryDisk(someCoe());
  const open = (): Draft =>
    createDraft(disk.opened, {
      save: disk.save,
      open: disk.open,
      writeToJournal: async () => ok(null),
      appendToJournal: async () => ok(null),
      peekPendingEdits: () => undefined,
      removeFromJournal: async () => null,
      now: () => Date.now(),
      flushPendingEdits: () => {},
    });
  const drafts: Record<Who, Draft> = { a: open(), b: open() };
  const owed = new Set<string>();
  let count = 0;
  const tell = (whom: Who): void => void drafts[whom].onExternalChange(disk.file()?.revision ?? null);

  /** Every version that one of them has on the screen, undoes or redoes to, or is offered; and the file. */
  const everywhere = (): unknown[] => [disk.file()?.coe, ...WHO.flatMap((whose) => within(drafts[whose]))];

  function writeMark(whose: Who, place: PlaceToWrite, number: number): void {
    const draft = drafts[whose];
    const before = new Set(within(draft).flatMap(marksIn));
    const mark = `${whose}${(count += 1)}z`;
    const after = write(draft.store.getState().coe, place, number, mark);
    const isWritten = marksIn(after).includes(mark);
    draft.change(() => after, { location: 'context', key: place });
    if (isWritten) owed.add(mark);
    // Writing something new ends what redo would have brought back, and a word that is replaced is taken away on
    // purpose.
    const stays = new Set(within(draft).flatMap(marksIn));
    for (const gone of before) if (!stays.has(gone)) owed.delete(gone);
  }

  return {
    disk,
    drafts,
    tell,
    take: async (step: Step): Promise<void> => {
      const draft = drafts[step.who];
      switch (step.do) {
        case 'write':
          return writeMark(step.who, step.place, step.number);
        case 'settle':
          return void draft.resolveConflict(step.choice === 'both' ? () => 'both' : step.choice);
        case 'told':
          return tell(step.who);
        case 'flush':
          return void draft.flush();
        case 'undo':
        case 'redo':
          return void draft[step.do]();
        case 'wait':
          return void (await vi.advanceTimersByTimeAsync(step.ms));
      }
    },
    checkMarks: (): void => {
      const there = new Set(everywhere().flatMap(marksIn));
      expect([...owed].filter((mark) => !there.has(mark))).toEqual([]);
    },
  };
}

/** What a draft has on the screen, is offered, and undoes or redoes to. */
function within(draft: Draft): unknown[] {
  const { coe, saveState } = draft.store.getState();
  const offered = saveState.kind === 'changed-outside' ? [saveState.theirs?.coe] : [];
  return [coe, ...offered, ...reachable(draft, 'undo'), ...reachable(draft, 'redo')];
}

/** Nothing is saved meanwhile: no time passes. */
function reachable(draft: Draft, way: 'undo' | 'redo'): Coe[] {
  const found: Coe[] = [];
  while (draft[way]()) found.push(draft.store.getState().coe);
  found.forEach(() => draft[way === 'undo' ? 'redo' : 'undo']());
  return found;
}

describe('two writers on one file', () => {
  beforeAll(() => void vi.useFakeTimers());
  afterAll(() => void vi.useRealTimers());

  it(`lose no text in ${RUNS} interleavings, and both end with what is on disk`, { timeout: 1_200_000 }, async () => {
    let merges = 0;
    let questions = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 30 }), async (steps) => {
        vi.clearAllTimers();
        const { disk, drafts, tell, take, checkMarks } = twoWriters();
        for (const whose of WHO) {
          drafts[whose].store.subscribe((state, before) => {
            if (state.lastMerge !== before.lastMerge) merges += 1;
            if (state.saveState.kind === 'changed-outside' && before.saveState.kind !== 'changed-outside')
              questions += 1;
          });
        }
        for (const step of steps) {
          // oxlint-disable-next-line no-await-in-loop -- one thing after the other is the point
          await take(step);
        }
        checkMarks();
        // Main tells both until neither has anything left to say; what is asked is answered by keeping both.
        for (let round = 0; round < 6; round += 1) {
          for (const whose of WHO) {
            // oxlint-disable-next-line no-await-in-loop -- so that the one learns of what the other made of it
            await vi.advanceTimersByTimeAsync(3_000);
            tell(whose);
            // oxlint-disable-next-line no-await-in-loop
            await vi.advanceTimersByTimeAsync(3_000);
            void drafts[whose].resolveConflict(() => 'both');
          }
        }
        for (const whose of WHO) {
          const { coe, saveState } = drafts[whose].store.getState();
          expect(saveState.kind).toBe('saved');
          expect({ ...coe, minutesWriting: 0 }).toEqual({ ...disk.file()?.coe, minutesWriting: 0 });
        }
        checkMarks();
      }),
      { numRuns: RUNS },
    );
    expect(merges).toBeGreaterThan(RUNS / 4);
    expect(questions).toBeGreaterThan(RUNS / 20);
  });
});
