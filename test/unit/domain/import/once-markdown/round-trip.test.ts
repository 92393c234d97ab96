import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { writeMarkdown } from '#domain/export/markdown/write-markdown.ts';
import { readOnceMarkdown } from '#domain/import/once-markdown/read-once-markdown.ts';
import { arbitraryCoe } from '#test/support/arbitrary-coe.ts';
import { coeFullOf } from '#test/support/coe-full-of.ts';
import { ALL_EXAMPLES } from '#test/support/examples.ts';
import { hostileTexts } from '#test/support/hostile-texts.ts';

const FALLBACK = { id: '01JZTEST0000000000000000ZZ', now: '2026-01-01T00:00:00.000Z' };

/** What is read back of the Markdown of a COE, after it went through a file. */
function throughFile(coe: Parameters<typeof writeMarkdown>[0]) {
  const bytes = new TextEncoder().encode(writeMarkdown(coe));
  const read = readOnceMarkdown(new TextDecoder().decode(bytes), FALLBACK);
  return read.ok ? read.value : read.error;
}

describe('a COE written as Markdown and read back', () => {
  it('is the same, whatever it holds', () => {
    fc.assert(
      fc.property(arbitraryCoe, (coe) => {
        expect(throughFile(coe)).toEqual({ coe, otherKeys: {} });
      }),
      { numRuns: 300 },
    );
  });

  it('is the same when every text of it tries to run', () => {
    const coe = coeFullOf(
      hostileTexts('https://example.com/beacon').map(({ text }) => text),
      1,
    );
    expect(throughFile(coe)).toEqual({ coe, otherKeys: {} });
  });

  it.each(ALL_EXAMPLES.map((coe) => [coe.title, coe] as const))('is the same: %s', (_title, coe) => {
    expect(throughFile(coe)).toEqual({ coe, otherKeys: {} });
  });
});
