import { describe, expect, it } from 'vitest';

import { openTestDraft, type TestDraft } from '#test/support/open-test-draft.ts';

/** Another program writes the file, and main tells of it. */
async function writtenOutside(test: TestDraft, summary: string): Promise<void> {
  const coe = test.disk.file()?.coe ?? test.disk.opened.coe;
  void test.draft.onExternalChange(test.disk.writeOutside({ ...coe, summary }));
  await test.wait(20);
}

async function vanished(test: TestDraft): Promise<void> {
  void test.draft.onExternalChange(test.disk.writeOutside(null));
  await test.wait(20);
}

describe('an external change without unsaved changes', () => {
  it('is shown at once and can be undone', async () => {
    const test = openTestDraft();
    test.type('mine');
    await test.wait(1_000);
    await writtenOutside(test, 'theirs');
    expect(test.summary()).toBe('theirs');
    expect(test.saved()).toBe('saved');
    expect(test.draft.undo()).toBe(true);
    expect(test.state().undoTarget).toEqual({ location: 'outside' });
    await test.wait(1_000);
    expect(test.summaryOnDisk()).toBe('mine');
    test.draft.redo();
    await test.wait(1_000);
    expect(test.summaryOnDisk()).toBe('theirs');
  });

  it('keeps the redo steps', async () => {
    const test = openTestDraft();
    test.type('thought better of');
    await test.wait(1_000);
    test.draft.undo();
    await test.wait(1_000);
    await writtenOutside(test, 'theirs');
    expect(test.draft.redo()).toBe(true);
    expect(test.summary()).toBe('thought better of');
    test.draft.undo();
    expect(test.summary()).toBe('theirs');
    test.draft.undo();
    expect(test.summary()).toBe('');
  });

  it('becomes the base of the next save', async () => {
    const test = openTestDraft();
    await writtenOutside(test, 'theirs');
    test.type('theirs and mine');
    await test.wait(1_000);
    expect(test.summaryOnDisk()).toBe('theirs and mine');
  });

  it('is ignored when it is our own save', async () => {
    const test = openTestDraft();
    test.type('mine');
    await test.wait(1_000);
    void test.draft.onExternalChange(test.disk.file()?.revision ?? null);
    await test.wait(20);
    expect(test.disk.asked.opens).toBe(0);
    expect(test.saved()).toBe('saved');
  });

  it('is ignored when it is our own save, reported before its acknowledgement', async () => {
    const test = openTestDraft();
    test.disk.latency = 200;
    test.type('mine');
    await test.wait(450 + 150);
    expect(test.summaryOnDisk()).toBe('mine');
    void test.draft.onExternalChange(test.disk.file()?.revision ?? null);
    const seen: string[] = [];
    test.draft.store.subscribe(({ saveState }) => seen.push(saveState.kind));
    await test.wait(2_000);
    expect(seen).not.toContain('changed-outside');
    expect(test.saved()).toBe('saved');
  });

  it('conflicts with text that an editor held back or that was typed while the file was read', async () => {
    const test = openTestDraft();
    test.disk.latency = 100;
    void test.draft.onExternalChange(test.disk.writeOutside({ ...test.disk.opened.coe, summary: 'theirs' }));
    await test.wait(50);
    test.pending = 'typed just now';
    await test.wait(100);
    expect(test.saved()).toBe('changed-outside');
    expect(test.summary()).toBe('typed just now');
  });

  it('is ignored while the library is missing', async () => {
    const test = openTestDraft();
    test.disk.away = true;
    void test.draft.onExternalChange(null);
    await test.wait(20);
    expect(test.saved()).toBe('saved');
  });
});

describe('an external change in conflict with unsaved changes', () => {
  it('stops saving until the person decides, and loses neither version', async () => {
    const test = openTestDraft();
    test.type('mine');
    await writtenOutside(test, 'theirs');
    expect(test.state().saveState).toMatchObject({ kind: 'changed-outside', theirs: { coe: { summary: 'theirs' } } });
    test.type('mine goes on');
    await test.wait(20_000);
    expect(test.summary()).toBe('mine goes on');
    expect(test.summaryOnDisk()).toBe('theirs');
  });

  it('does the same when a save finds it', async () => {
    const test = openTestDraft();
    test.disk.writeOutside({ ...test.disk.opened.coe, summary: 'theirs' });
    test.type('mine');
    await test.wait(20_000);
    expect(test.state().saveState).toMatchObject({ kind: 'changed-outside', theirs: { coe: { summary: 'theirs' } } });
    expect(test.summary()).toBe('mine');
    expect(test.summaryOnDisk()).toBe('theirs');
  });

  it('is updated when the file changes again', async () => {
    const test = openTestDraft();
    test.type('mine');
    await writtenOutside(test, 'theirs');
    await writtenOutside(test, 'theirs again');
    expect(test.state().saveState).toMatchObject({ theirs: { coe: { summary: 'theirs again' } } });
  });

  it('resolved as theirs shows theirs; undo restores mine', async () => {
    const test = openTestDraft();
    test.type('mine');
    await writtenOutside(test, 'theirs');
    test.pending = 'mine to the last letter';
    await test.draft.resolveConflict('theirs');
    expect(test.summary()).toBe('theirs');
    expect(test.saved()).toBe('saved');
    test.draft.undo();
    expect(test.summary()).toBe('mine to the last letter');
    await test.wait(1_000);
    expect(test.summaryOnDisk()).toBe('mine to the last letter');
  });

  it('resolved as mine saves mine; undo restores theirs', async () => {
    const test = openTestDraft();
    test.type('mine');
    await writtenOutside(test, 'theirs');
    void test.draft.resolveConflict('mine');
    await test.wait(20);
    expect(test.summaryOnDisk()).toBe('mine');
    expect(test.saved()).toBe('saved');
    test.draft.undo();
    expect(test.summary()).toBe('theirs');
    await test.wait(1_000);
    expect(test.summaryOnDisk()).toBe('theirs');
    test.draft.redo();
    expect(test.summary()).toBe('mine');
  });

  it('asks again when the file changed after the person decided for mine', async () => {
    const test = openTestDraft();
    test.type('mine');
    await writtenOutside(test, 'theirs');
    test.disk.writeOutside({ ...test.disk.opened.coe, summary: 'newer than shown' });
    void test.draft.resolveConflict('mine');
    await test.wait(20);
    expect(test.summaryOnDisk()).toBe('newer than shown');
    expect(test.state().saveState).toMatchObject({
      kind: 'changed-outside',
      theirs: { coe: { summary: 'newer than shown' } },
    });
    expect(test.summary()).toBe('mine');
  });

  it('cannot be resolved when there is none', async () => {
    const test = openTestDraft();
    test.type('mine');
    await test.draft.resolveConflict('theirs');
    expect(test.summary()).toBe('mine');
    expect(test.state().saveState.kind).toBe('edited');
  });

  it('ends when the file is the known version again', async () => {
    const test = openTestDraft();
    const before = { coe: test.disk.opened.coe, revision: test.disk.opened.revision };
    test.type('mine');
    await writtenOutside(test, 'theirs');
    test.disk.putBack(before);
    void test.draft.onExternalChange(before.revision);
    await test.wait(1_000);
    expect(test.saved()).toBe('saved');
    expect(test.summaryOnDisk()).toBe('mine');
  });
});

describe('an external change of another part than the unsaved changes', () => {
  /** Another program writes the coach, and main tells of it. */
  async function coachedOutside(test: TestDraft, coach = 'theirs'): Promise<void> {
    const coe = test.disk.file()?.coe ?? test.disk.opened.coe;
    void test.draft.onExternalChange(test.disk.writeOutside({ ...coe, coach }));
    await test.wait(20);
  }

  it('is merged, and both are saved', async () => {
    const test = openTestDraft();
    test.type('mine');
    await coachedOutside(test);
    expect(test.state().coe).toMatchObject({ summary: 'mine', coach: 'theirs' });
    expect(test.state().lastMerge).toMatchObject({ before: { coach: '' }, after: { coach: 'theirs' } });
    await test.wait(1_000);
    expect(test.saved()).toBe('saved');
    expect(test.disk.file()?.coe).toMatchObject({ summary: 'mine', coach: 'theirs' });
  });

  it('is one undo step, which restores mine', async () => {
    const test = openTestDraft();
    test.type('mine');
    await coachedOutside(test);
    test.draft.undo();
    expect(test.state().coe).toMatchObject({ summary: 'mine', coach: '' });
    test.draft.undo();
    expect(test.state().coe).toMatchObject({ summary: '', coach: '' });
  });

  it('is merged as well when a refused save finds it', async () => {
    const test = openTestDraft();
    test.disk.writeOutside({ ...test.disk.opened.coe, coach: 'theirs' });
    test.type('mine');
    expect(await Promise.race([test.draft.flush(), test.wait(2_000)])).toBe(true);
    expect(test.disk.file()?.coe).toMatchObject({ summary: 'mine', coach: 'theirs' });
  });

  it('includes the text that an editor still held back', async () => {
    const test = openTestDraft();
    test.type('mine');
    test.pending = 'mine to the last letter';
    await coachedOutside(test);
    expect(test.state().coe).toMatchObject({ summary: 'mine to the last letter', coach: 'theirs' });
  });

  it('is merged from the version last saved', async () => {
    const test = openTestDraft();
    for (const words of ['one', 'two', 'three']) {
      test.type(words);
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      await test.wait(1_000);
      test.type(`${words} more`);
      // oxlint-disable-next-line no-await-in-loop
      await coachedOutside(test, `theirs at ${words}`);
      // oxlint-disable-next-line no-await-in-loop
      await test.wait(1_000);
      expect(test.disk.file()?.coe).toMatchObject({ summary: `${words} more`, coach: `theirs at ${words}` });
    }
  });

  it('is merged when the conflicts are resolved one by one', async () => {
    const test = openTestDraft();
    test.type('mine');
    test.draft.change((coe) => ({ ...coe, title: 'mine' }), { location: 'context' });
    const coe = { ...test.disk.opened.coe, summary: 'theirs', title: 'theirs', coach: 'theirs' };
    void test.draft.onExternalChange(test.disk.writeOutside(coe));
    await test.wait(20);
    expect(test.saved()).toBe('changed-outside');
    expect(test.state().coe.coach).toBe('');
    void test.draft.resolveConflict(({ path }) => (path[0] === 'title' ? 'theirs' : 'both'));
    await test.wait(1_000);
    expect(test.disk.file()?.coe).toMatchObject({ summary: 'mine theirs', title: 'theirs', coach: 'theirs' });
    test.draft.undo();
    expect(test.state().coe).toMatchObject(coe);
    test.draft.undo();
    expect(test.state().coe).toMatchObject({ summary: 'mine', title: 'mine', coach: '' });
  });
});

describe('a file that was deleted', () => {
  it('leaves the COE on screen and is not recreated without a decision', async () => {
    const test = openTestDraft();
    test.type('mine');
    await test.wait(1_000);
    await vanished(test);
    expect(test.state().saveState).toEqual({ kind: 'changed-outside', theirs: null });
    test.type('mine goes on');
    await test.wait(20_000);
    expect(test.disk.file()).toBeNull();
    expect(test.summary()).toBe('mine goes on');
  });

  it('is recreated when the person decides so', async () => {
    const test = openTestDraft();
    test.type('mine');
    await test.wait(1_000);
    await vanished(test);
    void test.draft.resolveConflict('mine');
    await test.wait(20);
    expect(test.summaryOnDisk()).toBe('mine');
    expect(test.saved()).toBe('saved');
  });

  it('is not overwritten when another file has taken its name', async () => {
    const test = openTestDraft();
    test.type('mine');
    await test.wait(1_000);
    await vanished(test);
    test.disk.writeOutside({ ...test.disk.opened.coe, summary: 'theirs' });
    void test.draft.resolveConflict('mine');
    await test.wait(20);
    expect(test.summaryOnDisk()).toBe('theirs');
    expect(test.saved()).toBe('changed-outside');
  });

  it('cannot be resolved as theirs', async () => {
    const test = openTestDraft();
    test.type('mine');
    await test.wait(1_000);
    await vanished(test);
    void test.draft.resolveConflict('theirs');
    await test.wait(20);
    expect(test.summary()).toBe('mine');
  });

  it('needs no decision when a sync program puts it back unchanged', async () => {
    const test = openTestDraft();
    test.type('mine');
    await test.wait(1_000);
    const file = test.disk.file();
    await vanished(test);
    if (file !== null) test.disk.putBack(file);
    void test.draft.onExternalChange(file?.revision ?? null);
    await test.wait(20);
    expect(test.state().saveState).toMatchObject({ kind: 'saved' });
  });
});
