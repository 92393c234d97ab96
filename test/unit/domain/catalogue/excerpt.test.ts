import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { excerptOf } from '#domain/catalogue/excerpt.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { someCoe } from '#test/support/some-coe.ts';

const withTexts = (summary: string, prose: string): Coe =>
  coeSchema.parse({ ...someCoe(), summary, sections: { context: { prose } } });

describe('the excerpt of a COE', () => {
  it('shows a summary as it was typed', () => {
    const character = fc.constantFrom(...'ab _~*`|[]<>#\\-');
    fc.assert(
      fc.property(fc.string({ unit: character, minLength: 1, maxLength: 80 }), (typed) => {
        fc.pre(typed.trim() !== '');
        expect(excerptOf(withTexts(typed, ''))).toBe(typed.replace(/\s+/g, ' ').trim());
      }),
    );
  });

  it('shows prose without marks and escapes, and keeps what is no mark', () => {
    expect(excerptOf(withTexts('', 'The api_edge_v2 was *down* for ~10 minutes, a_b_c \\<script> \\[link]'))).toBe(
      'The api_edge_v2 was down for ~10 minutes, a_b_c <script> [link]',
    );
    expect(excerptOf(withTexts('', '- one\n- two\n\n> three'))).toBe('one two three');
  });

  it('is cut between words, and not inside a character', () => {
    const cut = excerptOf(withTexts('', 'word '.repeat(60)));
    expect(cut).toMatch(/^(word )+…$/);
    expect(cut.length).toBeLessThanOrEqual(162);
    expect(excerptOf(withTexts('😀'.repeat(200), ''))).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});
