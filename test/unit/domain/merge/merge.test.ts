import { describe, expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import type { Why } from '#domain/coe/sections/whys.ts';
import type { Choice } from '#domain/merge/conflict.ts';
import { merge } from '#domain/merge/merge.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { someWhy } from '#test/support/arbitrary-whys.ts';
import { someCoe } from '#test/support/some-coe.ts';

const withProse = (coe: Coe, prose: string): Coe => ({
  ...coe,
  sections: { ...coe.sections, context: { ...coe.sections.context, prose } },
});
const withSteps = (coe: Coe, texts: Record<string, string>): Coe => ({
  ...coe,
  sections: {
    ...coe.sections,
    mitigated: { ...coe.sections.mitigated, steps: Object.entries(texts).map(([id, text]) => ({ id, text })) },
  },
});
const withWhys = (coe: Coe, happened: Why[]): Coe => ({
  ...coe,
  sections: { ...coe.sections, whys: { ...coe.sections.whys, happened } },
});
const stepsOf = (coe: Coe): string[] => coe.sections.mitigated.steps.map(({ text }) => text);
const proseOf = (coe: Coe): string => coe.sections.context.prose;
const always = (choice: Choice) => (): Choice => choice;

/** A tree as one reads it: "1(1.1 1.2(1.2.1)) 2". */
const shape = (whys: readonly Why[]): string =>
  whys.map(({ id, whys: beneath }) => (beneath.length === 0 ? id : `${id}(${shape(beneath)})`)).join(' ');
const treeOf = (coe: Coe): string => shape(coe.sections.whys.happened);

const BASE = someCoe({ tags: ['school'] });

describe('fields', () => {
  it('that one side changed come from that side', () => {
    const { merged, conflicts } = merge(BASE, { ...BASE, title: 'Mine' }, { ...BASE, coach: 'Theirs' });
    expect(conflicts).toEqual([]);
    expect(merged).toMatchObject({ title: 'Mine', coach: 'Theirs' });
  });

  it('that both changed are asked about, with what both say and what was there', () => {
    const { conflicts } = merge(BASE, { ...BASE, title: 'Mine' }, { ...BASE, title: 'Theirs' });
    expect(conflicts).toMatchObject([{ where: 'Title', base: 'Mistake 1', mine: 'Mine', theirs: 'Theirs' }]);
  });

  it('take a moment as one thing', () => {
    const [mine, theirs] = [
      dayMoment('2026-05-13'),
      { precision: 'month' as const, value: '2026-05', approximate: true },
    ];
    const { conflicts } = merge(BASE, { ...BASE, happened: mine }, { ...BASE, happened: theirs });
    expect(conflicts).toMatchObject([{ path: ['happened'], mine, theirs }]);
  });

  it('keep the tags of both, without those that either took away', () => {
    const { merged } = merge(BASE, { ...BASE, tags: ['school', 'mine'] }, { ...BASE, tags: ['theirs'] });
    expect(merged.tags).toEqual(['mine', 'theirs']);
  });

  it('merge what nobody knows, key by key', () => {
    const base = { ...BASE, 'x-tool': { kept: 1, mine: 1, theirs: 1 } };
    const mine = { ...BASE, 'x-tool': { kept: 1, mine: 2, theirs: 1 } };
    const theirs = { ...BASE, 'x-tool': { kept: 1, mine: 1, added: true } };
    const { merged, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(merged['x-tool']).toEqual({ kept: 1, mine: 2, added: true });
  });

  it('that the app keeps for itself are never asked about', () => {
    const mine = { ...BASE, updatedAt: '2036-01-01T00:00:00.000Z', minutesWriting: 3 };
    const theirs = { ...BASE, updatedAt: '2016-01-01T00:00:00.000Z', minutesWriting: 5 };
    expect(merge(BASE, mine, theirs)).toMatchObject({ conflicts: [], merged: { minutesWriting: 5 } });
  });

  it('of audiences end in the more private one, unless only one side changed it', () => {
    const base: Coe = { ...BASE, audiences: { title: 'coaching', summary: 'coaching', tags: 'coaching' } };
    const mine: Coe = { ...BASE, audiences: { title: 'published', summary: 'published', tags: 'coaching' } };
    const theirs: Coe = { ...BASE, audiences: { title: 'me', summary: 'coaching' } };
    const { merged, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(merged.audiences).toEqual({ title: 'me', summary: 'published' });
  });

  it('of audiences count a removed or missing label as its default', () => {
    const base: Coe = { ...BASE, kind: 'career-setback', audiences: { title: 'coaching' } };
    const opened: Coe = { ...base, audiences: { title: 'published' } };
    const removed: Coe = { ...base, audiences: {} };
    expect(merge(base, opened, removed).merged.audiences).toEqual({ title: 'me' });
    expect(merge(null, opened, removed).merged.audiences).toEqual({ title: 'me' });
    expect(merge(opened, opened, removed).merged.audiences).toEqual({});
  });

  it('stay the same objects where nothing came in', () => {
    const mine = withProse(BASE, 'Mine.');
    const { merged } = merge(BASE, mine, { ...BASE, coach: 'Theirs' });
    expect(merged.sections).toBe(mine.sections);
  });
});

describe('prose', () => {
  const base = withProse(BASE, 'First. Second.\n\nThird.');

  it('is merged by sentences', () => {
    const mine = withProse(BASE, 'First, mine. Second.\n\nThird.');
    const theirs = withProse(BASE, 'First. Second.\n\nThird. And theirs.');
    const { merged, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(proseOf(merged)).toBe('First, mine. Second.\n\nThird. And theirs.');
  });

  it('is asked about where both wrote, with everything else merged on either side', () => {
    const mine = withProse(BASE, 'Mine. Second.\n\nThird. A.');
    const theirs = withProse(BASE, 'First. Second. B.\n\nThird. C.');
    const { conflicts } = merge(base, mine, theirs);
    expect(conflicts).toMatchObject([
      { kind: 'text', mine: 'Mine. Second. B.\n\nThird. A.', theirs: 'Mine. Second. B.\n\nThird. C.' },
    ]);
    expect(proseOf(merge(base, mine, theirs, always('both')).merged)).toBe('Mine. Second. B.\n\nThird. A. C.');
  });

  it('does not stand twice when one side goes on where the other stopped', () => {
    const [longer, shorter] = [withProse(BASE, 'Words before the kill.'), withProse(BASE, 'Words before the kill')];
    for (const [mine, theirs] of [
      [longer, shorter],
      [shorter, longer],
    ] as const) {
      const { merged, conflicts } = merge(BASE, mine, theirs);
      expect(conflicts).toEqual([]);
      expect(proseOf(merged)).toBe('Words before the kill.');
    }
  });

  it('keeps paragraphs of both as paragraphs', () => {
    const { merged } = merge(BASE, withProse(BASE, 'Mine.\n\nMore.'), withProse(BASE, 'Theirs.'), always('both'));
    expect(proseOf(merged)).toBe('Mine.\n\nMore.\n\nTheirs.');
  });
});

describe('rows', () => {
  const base = withSteps(BASE, { a: 'one', b: 'two', c: 'three' });

  it('that either added are all there, in the same order whoever merges', () => {
    const mine = withSteps(BASE, { a: 'one', m: 'mine', b: 'two', c: 'three' });
    const theirs = withSteps(BASE, { a: 'one', k: 'theirs', b: 'two', c: 'three', z: 'last' });
    expect(stepsOf(merge(base, mine, theirs).merged)).toEqual(['one', 'theirs', 'mine', 'two', 'three', 'last']);
    expect(stepsOf(merge(base, theirs, mine).merged)).toEqual(['one', 'theirs', 'mine', 'two', 'three', 'last']);
  });

  it('are merged field by field', () => {
    const mine = withSteps(BASE, { a: 'mine', b: 'two', c: 'three' });
    const theirs = withSteps(BASE, { a: 'one', b: 'theirs', c: 'three' });
    expect(stepsOf(merge(base, mine, theirs).merged)).toEqual(['mine', 'theirs', 'three']);
  });

  it('that one removed and the other left alone are gone', () => {
    const mine = withSteps(BASE, { a: 'one', c: 'three' });
    const theirs = withSteps(BASE, { a: 'one', b: 'two', c: 'theirs' });
    expect(merge(base, mine, theirs)).toMatchObject({ conflicts: [] });
    expect(stepsOf(merge(base, mine, theirs).merged)).toEqual(['one', 'theirs']);
  });

  it('that one removed and the other changed are asked about, with nothing lost', () => {
    const mine = withSteps(BASE, { a: 'one', c: 'three' });
    const theirs = withSteps(BASE, { a: 'one', b: 'theirs', c: 'three' });
    const { conflicts } = merge(base, mine, theirs);
    expect(conflicts).toMatchObject([{ kind: 'removed', mine: undefined, theirs: { text: 'theirs' } }]);
    expect(stepsOf(merge(base, mine, theirs, always('theirs')).merged)).toEqual(['one', 'theirs', 'three']);
    expect(stepsOf(merge(base, mine, theirs, always('mine')).merged)).toEqual(['one', 'three']);
  });

  it('take the order of whoever moved them, and ask when both did', () => {
    const moved = withSteps(BASE, { c: 'three', a: 'one', b: 'two' });
    const added = withSteps(BASE, { a: 'one', b: 'two', n: 'new', c: 'three' });
    expect(stepsOf(merge(base, moved, added).merged)).toEqual(['three', 'one', 'two', 'new']);
    const other = withSteps(BASE, { b: 'two', a: 'one', c: 'three' });
    expect(merge(base, moved, other).conflicts).toMatchObject([
      { kind: 'order', mine: [{ id: 'c' }, { id: 'a' }, { id: 'b' }], theirs: [{ id: 'b' }, { id: 'a' }, { id: 'c' }] },
    ]);
    expect(stepsOf(merge(base, moved, other, always('theirs')).merged)).toEqual(['two', 'one', 'three']);
  });
});

describe('trees of whys', () => {
  const leaf = someWhy('1.1');
  const base = withWhys(BASE, [someWhy('1', [leaf]), someWhy('2')]);

  it('take what both added, and words of either wherever the why stands', () => {
    const mine = withWhys(BASE, [someWhy('2'), someWhy('1', [leaf, someWhy('m')])]);
    const theirs = withWhys(BASE, [someWhy('1', [{ ...leaf, text: 'theirs' }]), someWhy('2', [someWhy('t')])]);
    const { merged, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(treeOf(merged)).toBe('2(t) 1(1.1 m)');
    expect(merged.sections.whys.happened[1]?.whys[0]?.text).toBe('theirs');
  });

  it('let a branch go that one side removed and the other left alone', () => {
    const { merged, conflicts } = merge(base, withWhys(BASE, [someWhy('2')]), { ...base, coach: 'Theirs' });
    expect(conflicts).toEqual([]);
    expect(treeOf(merged)).toBe('2');
  });

  it('ask about a branch that one removed while the other wrote in it', () => {
    const theirs = withWhys(BASE, [someWhy('1', [someWhy('1.1', [someWhy('t')])]), someWhy('2')]);
    const mine = withWhys(BASE, [someWhy('2')]);
    const { conflicts } = merge(base, mine, theirs);
    expect(conflicts).toMatchObject([{ kind: 'removed', mine: undefined, theirs: { id: '1' } }]);
    expect(treeOf(merge(base, mine, theirs, always('theirs')).merged)).toBe('1(1.1(t)) 2');
    expect(treeOf(merge(base, mine, theirs).merged)).toBe('2');
  });

  it('keep a why that was moved out of a branch before that was removed', () => {
    const mine = withWhys(BASE, [someWhy('2', [leaf])]);
    const theirs = withWhys(BASE, [someWhy('1', [{ ...leaf, text: 'theirs' }]), someWhy('2')]);
    const { merged, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(treeOf(merged)).toBe('2(1.1)');
  });

  it('ask about the whole tree when the moves of both make a circle', () => {
    const mine = withWhys(BASE, [someWhy('2', [someWhy('1', [leaf])])]);
    const theirs = withWhys(BASE, [someWhy('1', [leaf, someWhy('2')])]);
    const { conflicts } = merge(base, mine, theirs);
    expect(conflicts).toMatchObject([{ path: ['sections', 'whys', 'happened'] }]);
    expect(treeOf(merge(base, mine, theirs, always('theirs')).merged)).toBe('1(1.1 2)');
  });
});

describe('without a common past', () => {
  it('rows of both are kept, what only one filled in stays, and two different answers are asked about', () => {
    const mine = withSteps({ ...BASE, coach: 'Ada' }, { a: 'one', b: 'two' });
    const theirs = withSteps({ ...BASE, lifeArea: 'Home', title: 'Another' }, { b: 'two', c: 'three' });
    const { merged, conflicts } = merge(null, mine, theirs);
    expect(stepsOf(merged)).toEqual(['one', 'two', 'three']);
    expect(merged).toMatchObject({ coach: 'Ada', lifeArea: 'Home', title: 'Mistake 1' });
    expect(conflicts).toMatchObject([{ where: 'Title', base: undefined, mine: 'Mistake 1', theirs: 'Another' }]);
  });
});
