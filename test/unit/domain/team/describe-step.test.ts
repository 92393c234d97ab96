import { describe, expect, it } from 'vitest';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { SECTION_IDS } from '#domain/coe/vocabulary.ts';
import { describeStep } from '#domain/team/describe-step.ts';
import { someCoe } from '#test/support/some-coe.ts';

/** What Once writes by itself, or shows on this computer alone: no step of the history names it. */
const BOOKKEEPING = [
  'format',
  'schemaVersion',
  'id',
  'statusHistory',
  'depth',
  'visibility',
  'captured',
  'dismissed',
  'source',
  'minutesWriting',
  'createdAt',
  'updatedAt',
];
const HEADER = Object.keys(coeSchema.shape).filter((key) => key !== 'sections' && !BOOKKEEPING.includes(key));
const SECRET = 'A word of the text';
const coe = someCoe();
const withKey = (key: string): Coe => ({ ...coe, [key]: SECRET });

describe('a step of the history', () => {
  it.each(HEADER)('says in words that %s changed, and not to what', (key) => {
    const changes = describeStep(coe, withKey(key));
    expect(changes).toEqual([expect.stringMatching(/^[a-z]/)]);
    expect(changes.join()).not.toContain(SECRET);
  });

  it.each(SECTION_IDS)('says in words that the section %s changed', (id) => {
    const changed: Coe = { ...coe, sections: { ...coe.sections, [id]: { ...coe.sections[id], prose: SECRET } } };
    expect(describeStep(coe, changed)).toEqual([expect.stringMatching(/^[a-z]/)]);
  });

  it('says nothing of what Once writes by itself', () => {
    for (const key of BOOKKEEPING) expect([key, describeStep(coe, withKey(key))]).toEqual([key, []]);
  });

  it('says that the COE was created or deleted, and nothing else then', () => {
    expect(describeStep(null, coe)).toEqual(['created']);
    expect(describeStep(coe, null)).toEqual(['deleted']);
    expect(describeStep(null, null)).toEqual([]);
  });
});
