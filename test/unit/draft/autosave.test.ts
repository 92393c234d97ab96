import { describe, expect, it } from 'vitest';

import type { AppError } from '#ipc/app-error.ts';
import { openTestDraft } from '#test/support/open-test-draft.ts';

const diskFull: AppError = { kind: 'disk', reason: 'full', code: 'ENOSPC' };

describe('autosave', () => {
  it('saves within a second of the last key', async () => {
    const test = openTestDraft();
    test.type('It broke');
    expect(test.saved()).toBe('edited');
    await test.wait(1_000);
    expect(test.summaryOnDisk()).toBe('It broke');
    expect(test.state().saveState).toMatchObject({ kind: 'saved', at: expect.any(String) });
  });

  it('waits for a pause in typing', async () => {
    const test = openTestDraft();
    for (const text of ['I', 'It', 'It ', 'It b']) {
      test.type(text);
      await test.wait(100);
    }
    expect(test.disk.asked.saves).toBe(0);
    await test.wait(1_000);
    expect(test.disk.writes.map(({ coe }) => coe.summary)).toEqual(['It b']);
  });

  it('saves at least every two seconds while typing goes on', async () => {
    const test = openTestDraft();
    const typedAt: number[] = [];
    for (let count = 0; count < 100; count += 1) {
      typedAt.push(Date.now());
      test.type(String(count));
      await test.wait(100);
      const onDisk = Number(test.summaryOnDisk() === '' ? -1 : test.summaryOnDisk());
      const oldestUnsaved = typedAt[onDisk + 1];
      if (oldestUnsaved !== undefined) expect(Date.now() - oldestUnsaved).toBeLessThanOrEqual(2_200);
    }
    expect(test.disk.writes.length).toBeLessThanOrEqual(6);
  });

  it('saves only every two seconds while an editor holds back what is typed', async () => {
    const test = openTestDraft();
    for (let count = 1; count <= 100; count += 1) {
      test.hold('x'.repeat(count));
      // As prose does, which reaches the draft in parts.
      if (count % 9 === 0) test.type('x'.repeat(count), 'pending');
      await test.wait(100);
    }
    expect(test.disk.asked.saves).toBeGreaterThanOrEqual(4);
    expect(test.disk.asked.saves).toBeLessThanOrEqual(6);
    await test.wait(1_000);
    expect(test.summaryOnDisk()).toBe('x'.repeat(100));
  });

  it('counts the two seconds anew after an undo restored what is on disk', async () => {
    const test = openTestDraft();
    test.type('a slip');
    test.draft.undo();
    await test.wait(5_000);
    test.type('b');
    await test.wait(100);
    expect(test.disk.asked.saves).toBe(0);
  });

  it('saves again after typing during a save, and never runs two saves at once', async () => {
    const test = openTestDraft();
    test.disk.latency = 3_000;
    test.type('first');
    await test.wait(500);
    expect(test.saved()).toBe('saving');
    test.type('second');
    await test.wait(1_000);
    test.type('third');
    await test.wait(10_000);
    expect(test.summaryOnDisk()).toBe('third');
    expect(test.saved()).toBe('saved');
    expect(test.disk.asked.together).toBe(1);
  });

  it('is not in state saved when text was typed during the save', async () => {
    const test = openTestDraft();
    test.disk.latency = 300;
    test.type('first');
    await test.wait(500);
    test.type('second');
    await test.wait(260);
    expect(test.summaryOnDisk()).toBe('first');
    expect(test.saved()).toBe('edited');
  });

  it('gives no log reference when main did not answer', async () => {
    const test = openTestDraft();
    test.disk.fault = 'rejects';
    test.type('It broke');
    await test.wait(1_000);
    expect(test.state().saveState).toMatchObject({ kind: 'failed', error: { kind: 'unexpected', reference: null } });
  });

  it('does not save a change that changes nothing', async () => {
    const test = openTestDraft();
    test.draft.change((coe) => coe, { location: 'context' });
    await test.wait(5_000);
    expect(test.disk.asked.saves).toBe(0);
    expect(test.state()).toMatchObject({ canUndo: false, saveState: { kind: 'saved', at: null } });
  });

  it('is in state saved without a write when undo restores what is on disk', async () => {
    const test = openTestDraft();
    test.type('a slip');
    test.draft.undo();
    await test.wait(1_000);
    expect(test.saved()).toBe('saved');
    expect(test.disk.asked.saves).toBe(0);
  });

  it('saves an undo made during the save of the undone text', async () => {
    const test = openTestDraft();
    test.disk.latency = 300;
    test.type('taken back');
    await test.wait(500);
    test.draft.undo();
    await test.wait(2_000);
    expect(test.summaryOnDisk()).toBe('');
    expect(test.saved()).toBe('saved');
  });

  it('never changes or saves a read-only COE', async () => {
    const test = openTestDraft({ readOnly: true });
    test.type('not mine to change');
    await test.wait(5_000);
    expect(await test.draft.flush()).toBe(true);
    expect(test.draft.undo()).toBe(false);
    expect(test.summary()).toBe('');
    expect(test.disk.asked.saves).toBe(0);
  });

  it('saves again once a read-only COE becomes editable', async () => {
    const test = openTestDraft({ readOnly: true });
    test.draft.setReadOnly(false);
    test.type('now it is mine');
    await test.wait(5_000);
    expect(test.summaryOnDisk()).toBe('now it is mine');
  });

  it('makes a COE read-only only once it has no unsaved changes', async () => {
    const test = openTestDraft();
    test.disk.fault = { error: { kind: 'library-open-elsewhere' } };
    test.pending = 'held back by an editor';
    test.draft.setReadOnly(true);
    await test.wait(5_000);
    expect(test.state()).toMatchObject({ readOnly: false, saveState: { kind: 'failed' } });
    test.disk.fault = null;
    await test.wait(60_000);
    expect(test.summaryOnDisk()).toBe('held back by an editor');
    test.draft.setReadOnly(true);
    expect(test.state().readOnly).toBe(true);
  });
});

describe('a save that fails', () => {
  it('keeps the text and shows the error', async () => {
    const test = openTestDraft();
    test.disk.fault = { error: diskFull };
    test.type('kept');
    await test.wait(1_000);
    expect(test.summary()).toBe('kept');
    expect(test.state().saveState).toEqual({ kind: 'failed', error: diskFull });
  });

  it('is retried until the disk is back, and stays visible meanwhile', async () => {
    const test = openTestDraft();
    const seen = new Set<string>();
    test.disk.fault = { error: diskFull };
    test.type('kept');
    await test.wait(1_000);
    const stop = test.draft.store.subscribe(({ saveState }) => seen.add(saveState.kind));
    await test.wait(30_000);
    expect(test.disk.asked.saves).toBeGreaterThan(4);
    expect([...seen]).toEqual(['failed']);
    stop();
    test.disk.fault = null;
    await test.wait(6_000);
    expect(test.summaryOnDisk()).toBe('kept');
    expect(test.saved()).toBe('saved');
  });

  it('is retried soon when typing goes on', async () => {
    const test = openTestDraft();
    test.disk.fault = { error: diskFull };
    test.type('kept');
    await test.wait(1_000);
    test.disk.fault = null;
    test.type('kept and more');
    await test.wait(1_000);
    expect(test.summaryOnDisk()).toBe('kept and more');
  });

  it('whose answer was lost is not mistaken for an external change', async () => {
    const test = openTestDraft();
    test.disk.fault = { error: diskFull, written: true };
    test.type('kept');
    await test.wait(1_000);
    expect(test.saved()).toBe('failed');
    test.disk.fault = null;
    await test.wait(6_000);
    expect(test.saved()).toBe('saved');
    expect(test.disk.writes.length).toBe(1);
  });

  it('does not stop later saves when it was unexpected', async () => {
    const test = openTestDraft();
    test.disk.fault = 'rejects';
    test.type('kept');
    await test.wait(1_000);
    expect(test.saved()).toBe('failed');
    test.disk.fault = null;
    await test.wait(6_000);
    expect(test.summaryOnDisk()).toBe('kept');
    expect(await test.draft.flush()).toBe(true);
  });
});

describe('flush', () => {
  it('saves without waiting for a pause, and resolves when everything is on disk', async () => {
    const test = openTestDraft();
    test.type('last words');
    const flushed = test.draft.flush();
    await test.wait(10);
    expect(await flushed).toBe(true);
    expect(test.summaryOnDisk()).toBe('last words');
  });

  it('includes the text that an editor still holds back', async () => {
    const test = openTestDraft();
    test.pending = 'held back';
    const flushed = test.draft.flush();
    await test.wait(10);
    expect(await flushed).toBe(true);
    expect(test.summaryOnDisk()).toBe('held back');
  });

  it('waits for a running save and saves what was typed during it', async () => {
    const test = openTestDraft();
    test.disk.latency = 400;
    test.type('first');
    await test.wait(500);
    test.type('second');
    const flushed = test.draft.flush();
    await test.wait(900);
    expect(await flushed).toBe(true);
    expect(test.summaryOnDisk()).toBe('second');
  });

  it('resolves to false when the disk fails', async () => {
    const test = openTestDraft();
    test.disk.fault = { error: diskFull };
    test.type('kept');
    const flushed = test.draft.flush();
    await test.wait(10);
    expect(await flushed).toBe(false);
  });

  it('resolves to false during a conflict', async () => {
    const test = openTestDraft();
    test.type('mine');
    test.disk.writeOutside({ ...test.disk.opened.coe, summary: 'theirs' });
    const flushed = test.draft.flush();
    await test.wait(10);
    expect(await flushed).toBe(false);
    test.draft.undo();
    expect(await test.draft.flush()).toBe(false);
    expect(test.summaryOnDisk()).toBe('theirs');
  });

  it('resolves to false when the file was deleted', async () => {
    const test = openTestDraft();
    test.disk.writeOutside(null);
    void test.draft.onExternalChange(null);
    await test.wait(10);
    expect(await test.draft.flush()).toBe(false);
  });
});
