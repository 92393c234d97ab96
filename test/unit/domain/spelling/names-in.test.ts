import { describe, expect, it } from 'vitest';

import { asName, namesIn } from '#domain/spelling/names-in.ts';

describe('the names in texts', () => {
  it('are the words with a capital, without the ending of a possessive', () => {
    expect([...namesIn(['Zrinka’s deploy and the outage', 'Émile Okonkwo', ''])]).toEqual([
      'Zrinka',
      'Émile',
      'Okonkwo',
    ]);
  });

  it('are met again in a possessive', () => {
    expect(asName("Zrinka's")).toBe('Zrinka');
    expect(asName('Zrinka')).toBe('Zrinka');
  });
});
