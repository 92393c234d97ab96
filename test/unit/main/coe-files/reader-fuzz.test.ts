import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { parseStoredCoe } from '#main/coe-files/parse-stored-coe.ts';
import { arbitraryCoe } from '#test/support/arbitrary-coe.ts';

/** The number of inputs: many with `ONCE_LONG=1`, a few by default. */
const RUNS = process.env['ONCE_LONG'] === '1' ? 50_000 : 500;

/** One damage: at a position, as a fraction of the bytes from 0 to 1, replaces some bytes. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  out: fc.nat(60),
  into: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .constantFrom(
        '"',
        '{',
        ']',
        ',',
        '\\u',
        '1e999',
        'null',
        '-',
        '\0',
        '"__proto__":{"x":1},',
        '[[[[[[',
        '\uFEFF',
        '💥',
      )
      .map((text) => new TextEncoder().encode(text)),
  ),
});

/** Parses bytes as the library does, and expects a COE or a reason. */
function read(bytes: Uint8Array): void {
  const judged = parseStoredCoe(bytes, '01J9ZC4Q7W3N5V8B2M6K0XHTRD.json');
  expect(judged.ok ? typeof judged.value.coe.title : typeof judged.error.reason).toBe('string');
  expect(({} as Record<string, unknown>)['x']).toBe(undefined);
}

describe('the reader of files', { timeout: 3_600_000 }, () => {
  it('returns a COE or a reason for any damaged file', () => {
    fc.assert(
      fc.property(arbitraryCoe, fc.array(damage, { minLength: 1, maxLength: 6 }), (coe, damages) => {
        let bytes = Buffer.from(writeCoe(coe));
        for (const { at, out, into } of damages) {
          const start = Math.floor(at * bytes.length);
          bytes = Buffer.concat([bytes.subarray(0, start), into, bytes.subarray(start + out)]);
        }
        read(bytes);
      }),
      { numRuns: RUNS },
    );
  });

  it('returns a COE or a reason for any other input', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.json({ maxDepth: 6 }).map((text) => new TextEncoder().encode(text)),
          fc
            .record({
              format: fc.constant('once-coe'),
              schemaVersion: fc.constantFrom(0, 1, 2, 1e9),
              sections: fc.jsonValue(),
              tags: fc.jsonValue(),
              happened: fc.jsonValue(),
            })
            .map((json) => new TextEncoder().encode(JSON.stringify(json))),
        ),
        read,
      ),
      { numRuns: RUNS },
    );
  });
});
