import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canonicalJson } from '#domain/sharing/canonical-json.ts';

describe('canonical JSON', () => {
  it('is what another implementation of RFC 8785 writes', () => {
    const wellFormed = fc.string({ unit: 'grapheme', maxLength: 12 });
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constant(null),
        fc.boolean(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        wellFormed,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(wellFormed, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, (any) => {
        expect(canonicalJson(any)).toBe(canonicalize(any));
      }),
      { numRuns: 300 },
    );
  });

  it('is what the RFC prints for its examples', () => {
    expect(canonicalJson({ numbers: [333_333_333.333_333_3, 1e30, 4.5, 2e-3, 1e-27, -0] })).toBe(
      '{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0]}',
    );
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}');
  });

  it('does not exist for what JSON cannot hold', () => {
    for (const value of [Number.NaN, Infinity, '\ud800', { '\udc00': 1 }, [undefined], () => 1, 1n]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });
});
