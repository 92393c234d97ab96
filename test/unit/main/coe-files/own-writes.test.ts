import { describe, expect, it } from 'vitest';

import { createOwnWrites } from '#main/coe-files/own-writes.ts';

describe('unacknowledged writes', () => {
  it('are recognised as ours when saving again from the same base', () => {
    const ours = createOwnWrites();
    ours.begin('a', 'base', 'first');
    ours.begin('a', 'base', 'second');
    expect([ours.has('a', 'base', 'first'), ours.has('a', 'base', 'second')]).toEqual([true, true]);
  });

  it('are not recognised for another base, COE or version, nor after a save was acknowledged', () => {
    const ours = createOwnWrites();
    ours.begin('a', 'base', 'first');
    expect(ours.has('a', 'other', 'first')).toBe(false);
    expect(ours.has('b', 'base', 'first')).toBe(false);
    expect(ours.has('a', 'base', 'theirs')).toBe(false);
    expect(ours.has('a', 'base', null)).toBe(false);
    ours.begin('a', 'other', 'second');
    expect(ours.has('a', 'base', 'first')).toBe(false);
    ours.acknowledge('a');
    expect(ours.has('a', 'other', 'second')).toBe(false);
  });
});
