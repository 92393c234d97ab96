import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { coeSchema } from '#domain/coe/coe.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { arbitraryCoe } from '#test/support/arbitrary-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';

describe('a COE that is written and read again', () => {
  it('is the same in every field, unknown keys included', () => {
    fc.assert(
      fc.property(arbitraryCoe, (coe) => {
        expect(readCoe(writeCoe(coe))).toEqual({ ok: true, value: coe });
      }),
      { numRuns: 300 },
    );
  });

  it('has the same bytes when it is written again', () => {
    fc.assert(
      fc.property(arbitraryCoe, (coe) => {
        const text = writeCoe(coe);
        const read = readCoe(text);
        expect(read.ok && writeCoe(read.value)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('has its keys in the order of the schema, whatever order an edit left them in', () => {
    const coe = someCoe({ summary: 'One two' });
    const turned = Object.fromEntries(Object.entries(coe).toReversed());
    expect(writeCoe(coeSchema.parse(turned))).toBe(writeCoe(coe));
  });

  it('keeps unknown keys after the known ones, in the order they were in', () => {
    const text = writeCoe(someCoe()).replace('{\n', '{\n  "zulu": [1, { "b": 2, "a": 1 }],\n  "alpha": "é",\n');
    const read = readCoe(text);
    expect(read.ok && Object.keys(read.value).slice(-2)).toEqual(['zulu', 'alpha']);
    expect(read.ok && JSON.stringify(read.value['zulu'])).toBe('[1,{"b":2,"a":1}]');
  });

  it('keeps a lone surrogate, which JSON can carry and UTF-8 cannot', () => {
    const coe = someCoe({ summary: 'half \ud83d of a face' });
    const bytes = Buffer.from(writeCoe(coe));
    const read = readCoe(bytes.toString('utf8'));
    expect(read.ok && read.value.summary).toBe('half \ud83d of a face');
  });
});
