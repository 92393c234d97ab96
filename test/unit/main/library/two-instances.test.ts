import { describe, expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { openTestLibrary, type TestLibrary } from '#test/support/open-test-library.ts';

/** Adds a mark to whatever version is there, as a person does who is shown the other one's text and keeps both. */
async function addMark(test: TestLibrary, mark: string, start: { coe: Coe; revision: string }): Promise<void> {
  let base = start;
  for (;;) {
    const saved = await test.library.save({ ...base.coe, tags: [...base.coe.tags, mark] }, base.revision);
    if (saved.ok) return;
    if (saved.error.kind !== 'changed-outside' || saved.error.current === null) throw new Error(saved.error.kind);
    base = saved.error.current;
  }
}

describe('two copies of the app on one folder', () => {
  it('lose nothing of what either has written', async () => {
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
});
