import { describe, expect, it } from 'vitest';

import { orderFault, SHARE_FAULTS, type ShareFault, shareFaultSentence } from '#domain/sharing/share-fault.ts';

it('every fault says in plain sentences what happened, what is safe and what to do', () => {
  for (const fault of Object.keys(SHARE_FAULTS) as ShareFault[]) {
    expect(shareFaultSentence(fault)).toMatch(/^[A-Z][^!]*\. [A-Z][^!]*\.$/);
    expect(shareFaultSentence(fault)).not.toContain('else than');
  }
});

describe('the order of the files of a share', () => {
  const last = { seq: 2, hash: 'b' };

  it('lets the first, a newer and the same file in', () => {
    expect(orderFault({ seq: 1, hash: 'a' }, null)).toBeNull();
    expect(orderFault({ seq: 3, hash: 'c' }, last)).toBeNull();
    expect(orderFault({ seq: 2, hash: 'b' }, last)).toBeNull();
  });

  it('refuses an older file, and another one with the same number', () => {
    expect(orderFault({ seq: 1, hash: 'a' }, last)).toBe('older');
    expect(orderFault({ seq: 2, hash: 'x' }, last)).toBe('conflicting-copy');
  });
});
