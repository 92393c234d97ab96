import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { draftOn, type TestDraft } from '#test/support/open-test-draft.ts';

/** Every word that is typed, here or elsewhere, is a mark of its own, so that a lost one is missed. */
const marksIn = (coe: Coe | null): string[] => coe?.summary.split(' ').filter((mark) => mark !== '') ?? [];

type Step =
  | { do: 'type'; key: string }
  | { do: 'undo' | 'redo' | 'settle theirs' | 'settle mine' | 'flush' | 'notice' }
  | { do: 'outside'; told: boolean }
  | { do: 'vanish'; told: boolean }
  | { do: 'fault'; fault: 'full' | 'lost answer' | 'rejects' | 'away' | 'none' }
  | { do: 'wait'; ms: number; latency: number };

const told = fc.boolean();
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), key: fc.constantFrom('a', 'b') }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('undo' as const, 'redo', 'settle theirs', 'settle mine', 'flush', 'notice'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('outside' as const), told }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('vanish' as const), told }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom('full' as const, 'lost answer', 'rejects', 'away', 'none'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(1, 30, 120, 500, 1_500, 6_000),
      latency: fc.constantFrom(2, 60, 700),
    }),
  },
);

/** A person, another program and a disk that fails, on one draft. */
function world() {
  const test = draftOn();
  let count = 0;
  const next = (whose: string): string => `${whose}${(count += 1)}`;
  /** Marks that must still be somewhere, and what the person has been shown or has chosen to write over. */
  const owed = new Set<string>();
  const known = new Set<string>([test.disk.opened.revision]);
  /** What other programs wrote, and words that a flush called saved that never were. */
  const elsewhere: Coe[] = [];
  const untrue: string[] = [];
  const shown = new WeakSet<Coe>([test.disk.opened.coe]);
  test.draft.store.subscribe(({ coe }) => shown.add(coe));

  const within = (coes: readonly Coe[]): Set<string> => new Set(coes.flatMap(marksIn));
  const tell = (): void => void test.draft.onExternalChange(test.disk.file()?.revision ?? null);

  function type(key: string): void {
    // What redo would have brought back goes when something new is written: that is what everyone expects of it.
    if (test.state().canRedo) {
      const gone = within(reachable(test, 'redo'));
      const stays = within([...reachable(test, 'undo'), test.state().coe]);
      for (const mark of gone) if (!stays.has(mark)) owed.delete(mark);
    }
    const mark = next('m');
    owed.add(mark);
    test.type(`${test.summary()} ${mark}`.trim(), key);
  }

  function outside(coe: Coe | null): void {
    const lost = within(test.disk.file() === null ? [] : [test.disk.file()?.coe ?? test.disk.opened.coe]);
    test.disk.writeOutside(coe);
    // What another program takes away again before it was taken over here is not ours to keep.
    const stays = within([...held(test), ...(coe === null ? [] : [coe])]);
    for (const mark of lost) if (mark.startsWith('o') && !stays.has(mark)) owed.delete(mark);
    // Words of the person that it still had are owed no more when the person took them back meanwhile.
    for (const mark of marksIn(coe)) if (mark.startsWith('o')) owed.add(mark);
    if (coe !== null) elsewhere.push(coe);
  }

  const steps: { [Kind in Step['do']]: (step: Extract<Step, { do: Kind }>) => void | Promise<void> } = {
    type: ({ key }) => type(key),
    undo: () => void test.draft.undo(),
    redo: () => void test.draft.redo(),
    'settle theirs': () => void test.draft.resolveConflict('theirs'),
    'settle mine': () => {
      const { saveState } = test.state();
      if (saveState.kind === 'changed-outside' && saveState.theirs !== null) known.add(saveState.theirs.revision);
      void test.draft.resolveConflict('mine');
    },
    flush: () => {
      const asked = marksIn(test.state().coe);
      void test.draft.flush().then((isSaved) => {
        const onDisk = within([test.disk.opened.coe, ...test.disk.writes.map(({ coe }) => coe), ...elsewhere]);
        const still = new Set(marksIn(test.state().coe));
        if (isSaved) untrue.push(...asked.filter((mark) => still.has(mark) && !onDisk.has(mark)));
      });
    },
    notice: tell,
    outside: (step) => {
      const coe = test.disk.file()?.coe ?? test.disk.opened.coe;
      outside({ ...coe, summary: `${coe.summary} ${next('o')}`.trim() });
      if (step.told) tell();
    },
    vanish: (step) => {
      outside(null);
      if (step.told) tell();
    },
    fault: ({ fault }) => {
      test.disk.away = fault === 'away';
      const error = { kind: 'disk', reason: 'input-output', code: 'EIO' } as const;
      test.disk.fault =
        fault === 'rejects'
          ? 'rejects'
          : fault === 'none' || fault === 'away'
            ? null
            : { error, written: fault === 'lost answer' };
    },
    wait: async ({ ms, latency }) => {
      test.disk.latency = latency;
      await test.wait(ms);
    },
  };

  return {
    test,
    tell,
    untrue,
    take: (step: Step) => (steps[step.do] as (step: Step) => void | Promise<void>)(step),
    /** No write went over a version that had not been on the screen, unless the person chose to. */
    checkWrites: () => {
      for (const { over } of test.disk.writes) {
        if (over === null || known.has(over.revision)) continue;
        const isOurs = test.disk.writes.some(({ coe }) => coe === over.coe);
        expect(isOurs || shown.has(over.coe), `${over.coe.summary} was written over unseen`).toBe(true);
      }
    },
    checkMarks: () => {
      const here = within(everything(test));
      expect([...owed].filter((mark) => !here.has(mark))).toEqual([]);
    },
  };
}

/** Every version that undo or redo leads to. Nothing is saved meanwhile: no time passes. */
function reachable(test: TestDraft, way: 'undo' | 'redo'): Coe[] {
  const found: Coe[] = [];
  while (test.draft[way]()) found.push(test.state().coe);
  found.forEach(() => test.draft[way === 'undo' ? 'redo' : 'undo']());
  return found;
}

/** What is on the screen or a few steps away from it. */
const held = (test: TestDraft): Coe[] => [test.state().coe, ...reachable(test, 'undo'), ...reachable(test, 'redo')];

/** The same, and what is on disk or offered for a decision. */
function everything(test: TestDraft): Coe[] {
  const { saveState } = test.state();
  const offered = saveState.kind === 'changed-outside' ? saveState.theirs : null;
  return [offered, test.disk.file()].flatMap((version) => (version === null ? [] : [version.coe])).concat(held(test));
}

describe('random edits, external changes and disk errors', () => {
  beforeAll(() => void vi.useFakeTimers());
  afterAll(() => void vi.useRealTimers());

  it('lose no text, overwrite nothing unseen, and end in a saved state', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 30 }), async (steps) => {
        vi.clearAllTimers();
        const { test, tell, take, untrue, checkMarks, checkWrites } = world();
        for (const step of steps) {
          // oxlint-disable-next-line no-await-in-loop -- one thing after the other is the point
          await take(step);
        }
        checkMarks();
        checkWrites();
        expect(test.disk.asked.together).toBeLessThanOrEqual(1);

        // The disk recovers, main tells what is on it, and the person decides what is left to decide.
        test.disk.fault = null;
        test.disk.away = false;
        test.disk.latency = 2;
        await test.wait(20_000);
        tell();
        await test.wait(20_000);
        await take({ do: 'settle mine' });
        await test.wait(20_000);
        expect(test.saved()).toBe('saved');
        expect(test.summaryOnDisk()).toBe(test.summary());
        expect(untrue).toEqual([]);
        checkMarks();
        checkWrites();
      }),
      { numRuns: 2_500 },
    );
  });
});
