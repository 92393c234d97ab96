import { describe, expect, it } from 'vitest';

import { CURRENT_SCHEMA_VERSION } from '#domain/coe/coe.ts';
import { migrate, type Migration, MIGRATIONS } from '#domain/file/migrations.ts';

const chain: Migration[] = [
  { from: 1, name: 'rename-title', migrate: ({ title, ...rest }) => ({ ...rest, heading: title }) },
  {
    from: 2,
    name: 'split-heading',
    migrate: ({ heading, ...rest }) => ({ ...rest, words: String(heading).split(' ') }),
  },
  { from: 3, name: 'count-words', migrate: (raw) => ({ ...raw, count: (raw['words'] as unknown[]).length }) },
];

describe('migrations', () => {
  it('take a file through every step from its version to the current one', () => {
    expect(migrate({ schemaVersion: 1, title: 'a b c', extra: 1 }, chain, 4)).toEqual({
      schemaVersion: 4,
      words: ['a', 'b', 'c'],
      count: 3,
      extra: 1,
    });
  });

  it('leave out the steps that are behind a file', () => {
    expect(migrate({ schemaVersion: 3, words: ['a'] }, chain, 4)).toEqual({ schemaVersion: 4, words: ['a'], count: 1 });
  });

  it('stop at the version that is asked for', () => {
    expect(migrate({ schemaVersion: 1, title: 'a' }, chain, 2)).toEqual({ schemaVersion: 2, heading: 'a' });
  });

  it('leave a file of the current version as it is', () => {
    const raw = { schemaVersion: 4, anything: true };
    expect(migrate(raw, chain, 4)).toBe(raw);
  });

  it('do not change what they are given', () => {
    const raw = Object.freeze({ schemaVersion: 1, title: 'a' });
    expect(() => migrate(raw, chain, 4)).not.toThrow();
  });

  it('that ship lead from version 1 to the current one without a gap', () => {
    expect(MIGRATIONS.map((step) => step.from)).toEqual(
      Array.from({ length: CURRENT_SCHEMA_VERSION - 1 }, (_, index) => index + 1),
    );
  });
});
