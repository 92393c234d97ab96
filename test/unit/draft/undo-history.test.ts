import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { emptyHistory, stepBack, stepForward, pushStep, type UndoHistory } from '#renderer/draft/undo-history.ts';
import { openTestDraft } from '#test/support/open-test-draft.ts';
import { someCoe } from '#test/support/some-coe.ts';

describe('undo of typing', () => {
  it('undoes typing without a pause in one step', async () => {
    const test = openTestDraft();
    for (const text of ['I', 'It', 'It b', 'It broke']) {
      test.type(text);
      await test.wait(200);
    }
    test.draft.undo();
    expect(test.summary()).toBe('');
    expect(test.state().canUndo).toBe(false);
  });

  it('starts a new step after a pause', async () => {
    const test = openTestDraft();
    test.type('first');
    await test.wait(1_000);
    test.type('first second');
    test.draft.undo();
    expect(test.summary()).toBe('first');
    test.draft.undo();
    expect(test.summary()).toBe('');
  });

  it('starts a new step every few seconds of typing without a pause', async () => {
    const test = openTestDraft();
    for (let count = 1; count <= 150; count += 1) {
      test.type('x'.repeat(count));
      await test.wait(100);
    }
    test.draft.undo();
    expect(test.summary().length).toBeGreaterThan(80);
    expect(test.summary().length).toBeLessThan(150);
  });

  it('starts a new step where one was ended, with the text that an editor held back in the step before', () => {
    const test = openTestDraft();
    test.type('typed', 'pending');
    test.hold('typed more');
    test.draft.endStep();
    test.type('typed more, pasted', 'pending');
    test.draft.endStep();
    test.type('typed more, pasted, typed', 'pending');
    test.draft.undo();
    expect(test.summary()).toBe('typed more, pasted');
    test.draft.undo();
    expect(test.summary()).toBe('typed more');
    test.draft.undo();
    expect(test.summary()).toBe('');
  });

  it('undoes typing without a pause in one step that an editor held back for seconds', async () => {
    const test = openTestDraft();
    for (let count = 1; count <= 50; count += 1) {
      test.hold('x'.repeat(count));
      await test.wait(100);
    }
    test.draft.undo();
    expect(test.summary()).toBe('');
  });

  it('starts a new step after a pause in typing that an editor held back', async () => {
    const test = openTestDraft();
    test.hold('first');
    await test.wait(1_500);
    test.hold('first second');
    await test.wait(1_500);
    test.draft.undo();
    expect(test.summary()).toBe('first');
  });

  it('starts a new step after a pause that began with letters that were deleted again', async () => {
    const test = openTestDraft();
    test.type('first', 'pending');
    test.draft.noteKeystroke();
    await test.wait(5_000);
    test.hold('first second');
    test.draft.undo();
    expect(test.summary()).toBe('first');
  });

  it('keeps typing in two fields apart', () => {
    const test = openTestDraft();
    test.type('here', 'summary');
    test.draft.change((coe) => ({ ...coe, title: 'there' }), { location: 'header', key: 'title' });
    test.draft.undo();
    expect(test.state().coe).toMatchObject({ summary: 'here', title: 'Mistake 1' });
    expect(test.state().undoTarget).toEqual({ location: 'header' });
  });

  it('makes every other change a step of its own', () => {
    const test = openTestDraft();
    const choose = (severity: number): void =>
      test.draft.change((coe) => ({ ...coe, severity }), { location: 'header' });
    choose(1);
    choose(2);
    test.draft.undo();
    expect(test.state().coe.severity).toBe(1);
  });

  it('starts a new step after an undo', () => {
    const test = openTestDraft();
    test.type('one');
    test.draft.undo();
    test.type('two');
    test.draft.undo();
    expect(test.summary()).toBe('');
  });

  it('flushes the text that an editor holds back first', () => {
    const test = openTestDraft();
    test.type('before');
    test.pending = 'held back';
    test.draft.undo();
    expect(test.summary()).toBe('before');
    test.draft.redo();
    expect(test.summary()).toBe('held back');
  });

  it('reports the location of each undo and redo, as a new object', () => {
    const test = openTestDraft();
    test.type('typed');
    test.draft.undo();
    const first = test.state().undoTarget;
    test.draft.redo();
    expect(test.state().undoTarget).toEqual(first);
    expect(test.state().undoTarget).not.toBe(first);
  });

  it('returns false at either end', () => {
    const test = openTestDraft();
    expect(test.draft.undo()).toBe(false);
    expect(test.draft.redo()).toBe(false);
    expect(test.state().undoTarget).toBeNull();
  });

  it('is not changed by saving', async () => {
    const test = openTestDraft();
    test.type('one');
    await test.wait(5_000);
    test.type('one two');
    await test.wait(5_000);
    test.draft.undo();
    test.draft.undo();
    await test.wait(5_000);
    expect(test.summaryOnDisk()).toBe('');
    expect(test.state().canRedo).toBe(true);
  });
});

describe('the history', () => {
  const version = (summary: string): Coe => ({ ...someCoe(), summary });
  /** Makes the steps of versions "0", "1" … each at a second of its own, and ends at the last. */
  const made = (steps: number): { history: UndoHistory; at: Coe } => {
    let history = emptyHistory();
    for (let count = 0; count < steps; count += 1) {
      history = pushStep(history, version(String(count)), 'context', null, count * 1_000);
    }
    return { history, at: version(String(steps)) };
  };

  it('restores the same objects through any number of undos and redos', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(fc.boolean(), { maxLength: 40 }), (steps, ways) => {
        const versions = Array.from({ length: steps + 1 }, (_, index) => version(String(index)));
        let history = emptyHistory();
        for (const each of versions.slice(0, -1)) history = pushStep(history, each, 'context', null, 0);
        let at = steps;
        for (const isBack of ways) {
          const gone = (isBack ? stepBack : stepForward)(history, versions[at] as Coe);
          const to = at + (isBack ? -1 : 1);
          if (versions[to] === undefined) expect(gone).toBeNull();
          else {
            expect(gone?.coe).toBe(versions[to]);
            history = gone?.history ?? history;
            at = to;
          }
        }
      }),
    );
  });

  it('drops the redo steps after a change', () => {
    const { history, at } = made(3);
    const back = stepBack(history, at);
    const changed = pushStep(back?.history ?? history, back?.coe ?? at, 'context', null, 9_000);
    expect(stepForward(changed, version('new'))).toBeNull();
  });

  it('keeps the last 500 steps', () => {
    const { history } = made(600);
    expect(history.past.length).toBe(500);
    expect(history.past[0]?.coe.summary).toBe('100');
  });

  it('shares unchanged parts between steps', () => {
    const test = openTestDraft();
    const { sections } = test.state().coe;
    test.type('typed');
    test.draft.undo();
    expect(test.state().coe.sections).toBe(sections);
    expect(test.state().coe).toBe(test.disk.opened.coe);
  });
});
