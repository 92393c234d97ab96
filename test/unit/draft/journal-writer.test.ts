import { describe, expect, it } from 'vitest';

import { openTestDraft } from '#test/support/open-test-draft.ts';

describe('the journal of a draft', () => {
  it('has unsaved changes 100 ms after the last key, and is cleared by the save', async () => {
    const test = openTestDraft();
    test.disk.latency = 2000;
    test.type('Half a sentence');
    expect(test.disk.kept).toEqual([]);
    await test.wait(100);
    expect(test.disk.kept.at(-1)).toMatchObject({ words: { summary: 'Half a sentence' }, base: 'r1' });
    expect(test.state().isInJournal).toBe(true);
    await test.wait(5000);
    expect(test.saved()).toBe('saved');
    expect(test.disk.kept).toEqual([]);
    expect(test.state().isInJournal).toBe(null);
  });

  it('gets one whole entry during typing, and then only what was typed since', async () => {
    const test = openTestDraft();
    test.disk.fault = { error: { kind: 'disk', reason: 'full', code: 'ENOSPC' } };
    for (let key = 0; key < 100; key += 1) {
      test.type(`x${key}`);
      await test.wait(30);
    }
    expect(test.disk.entries.size).toBe(1);
    expect(test.disk.additions.length).toBeLessThan(50);
    expect(JSON.stringify(test.disk.additions.at(-1)).length).toBeLessThan(100);
    await test.wait(500);
    expect(test.disk.kept.at(-1)?.words.summary).toBe('x99');
    expect(test.saved()).toBe('failed');
    expect(test.state().isInJournal).toBe(true);
  });

  it('gets a whole entry when main has dropped the one that it added to', async () => {
    const test = openTestDraft();
    test.disk.fault = { error: { kind: 'disk', reason: 'full', code: 'ENOSPC' } };
    test.type('one');
    await test.wait(100);
    test.disk.entries.clear();
    test.type('one two');
    await test.wait(100);
    expect(test.disk.entries.size).toBe(1);
    expect(test.disk.kept.at(-1)?.words.summary).toBe('one two');
  });

  it('has text that an editor holds back 100 ms after the key, and leaves it with the editor', async () => {
    const test = openTestDraft();
    test.hold('Typed into a prose editor');
    await test.wait(100);
    expect(test.disk.kept.at(-1)?.words.summary).toBe('Typed into a prose editor');
    expect(test.summary()).toBe('');
    expect(test.pending).toBe('Typed into a prose editor');
    expect(test.state().canUndo).toBe(false);
  });

  it('gives up text that its editor gave up', async () => {
    const test = openTestDraft();
    test.hold('A time, half typed');
    await test.wait(100);
    expect(test.disk.kept).toHaveLength(1);
    test.pending = null;
    test.draft.noteKeystroke();
    await test.wait(100);
    expect(test.disk.kept).toEqual([]);
    expect(test.state().isInJournal).toBe(null);
  });

  it('includes the text that an editor still holds back', async () => {
    const test = openTestDraft();
    test.disk.fault = 'rejects';
    test.type('begun');
    test.pending = 'begun, and gone on in the editor';
    await test.wait(800);
    expect(test.disk.kept.at(-1)?.words.summary).toBe('begun, and gone on in the editor');
  });

  it('has unsaved changes while a conflict is open', async () => {
    const test = openTestDraft();
    test.type('mine');
    await test.wait(100);
    test.disk.writeOutside({ ...test.state().coe, summary: 'theirs' });
    await test.wait(3000);
    expect(test.saved()).toBe('changed-outside');
    test.type('mine, and more');
    await test.wait(800);
    expect(test.disk.kept.at(-1)?.words.summary).toBe('mine, and more');
  });

  it('is cleared when undo restores what is on disk', async () => {
    const test = openTestDraft();
    test.disk.fault = { error: { kind: 'disk', reason: 'full', code: 'ENOSPC' } };
    test.type('a slip');
    await test.wait(1500);
    expect(test.disk.kept.length).toBeGreaterThan(0);
    test.draft.undo();
    test.disk.fault = null;
    await test.wait(8000);
    expect(test.saved()).toBe('saved');
    expect(test.disk.kept).toEqual([]);
  });
});
