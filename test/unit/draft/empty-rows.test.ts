import { describe, expect, it } from 'vitest';

import type { TimelineEntry } from '#domain/coe/sections/timeline.ts';
import { openTestDraft, type TestDraft } from '#test/support/open-test-draft.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

const EMPTY = timelineEntry('empty', undefined, { what: '' });
const WRITTEN = timelineEntry('written', undefined, { what: 'It broke' });

const setEntries = ({ draft }: TestDraft, entries: TimelineEntry[]): void =>
  draft.change((coe) => ({ ...coe, sections: { ...coe.sections, timeline: { ...coe.sections.timeline, entries } } }), {
    location: 'timeline',
  });

const shown = (test: TestDraft): string[] => test.state().coe.sections.timeline.entries.map(({ id }) => id);
const onDisk = (test: TestDraft): string[] => test.disk.file()?.coe.sections.timeline.entries.map(({ id }) => id) ?? [];

describe('an empty row', () => {
  it('stays on the screen and out of the file', async () => {
    const test = openTestDraft();
    setEntries(test, [WRITTEN, EMPTY]);
    await test.wait(1_000);
    expect(test.saved()).toBe('saved');
    expect(onDisk(test)).toEqual(['written']);
    expect(shown(test)).toEqual(['written', 'empty']);
    expect(test.disk.kept).toEqual([]);
    setEntries(test, [WRITTEN, { ...EMPTY, what: 'And again' }]);
    await test.wait(1_000);
    expect(onDisk(test)).toEqual(['written', 'empty']);
  });

  it('is no change from outside', async () => {
    const test = openTestDraft();
    setEntries(test, [WRITTEN, EMPTY]);
    await test.wait(1_000);
    void test.draft.onExternalChange(test.disk.file()?.revision ?? null);
    await test.wait(20);
    expect(test.disk.asked.opens).toBe(0);
    expect(shown(test)).toEqual(['written', 'empty']);
  });

  it('stays where it is when another program changes the file', async () => {
    const test = openTestDraft();
    setEntries(test, [EMPTY, WRITTEN]);
    await test.wait(1_000);
    const coe = test.disk.file()?.coe ?? test.disk.opened.coe;
    void test.draft.onExternalChange(test.disk.writeOutside({ ...coe, summary: 'theirs' }));
    await test.wait(1_000);
    expect(test.summary()).toBe('theirs');
    expect(shown(test)).toEqual(['empty', 'written']);
    expect(test.saved()).toBe('saved');
    expect(test.disk.writes).toHaveLength(1);
    test.type('mine after theirs');
    await test.wait(1_000);
    expect(test.summaryOnDisk()).toBe('mine after theirs');
    expect(onDisk(test)).toEqual(['written']);
  });

  it('comes back with undo without being written', async () => {
    const test = openTestDraft();
    setEntries(test, [WRITTEN, EMPTY]);
    setEntries(test, [WRITTEN]);
    await test.wait(1_000);
    test.draft.undo();
    await test.wait(1_000);
    expect(shown(test)).toEqual(['written', 'empty']);
    expect(onDisk(test)).toEqual(['written']);
  });
});
