import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldPassage } from '#domain/search/fold.ts';
import { foldWithOffsets } from '#domain/search/fold-with-offsets.ts';
import { highlightMatches, highlightSnippet, type HighlightedText } from '#domain/search/highlight-matches.ts';

const shown = (marked: HighlightedText | null): string | null =>
  marked === null ? null : marked.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('');

describe('marked text', () => {
  it.each<[string, string[], string | null]>([
    ['The Café was closed', ['cafe'], 'The [Café] was closed'],
    ['Cafe\u0301 noir', ['cafe'], '[Cafe\u0301] noir'],
    ['Große Straße', ['strasse'], 'Große [Straße]'],
    ['Große Straße', ['tras'], 'Große S[traß]e'],
    ['redeployed deploys', ['deploy'], 're[deploy]ed [deploy]s'],
    ['東京都の停電', ['京都'], '東[京都]の停電'],
    ['one\n  two', ['one two'], '[one\n  two]'],
    // What two needles share is marked once, so a match may be cut, but no letter is marked twice or left out.
    ['abcabc', ['abc', 'bca'], '[abc][a][bc]'],
    ['aaa', ['a', 'aa'], '[aa][a]'],
    ['ﬁle', ['fi'], '[ﬁ]le'],
    ['nothing here', ['absent'], null],
  ])('%j with %j is %j', (text, needles, expected) => {
    expect(shown(highlightMatches(text, needles))).toBe(expected);
  });

  it('joined is the text again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(
          fc
            .string({ unit: 'grapheme', minLength: 1, maxLength: 2 })
            .map(foldPassage)
            .filter((needle) => needle !== ''),
          { maxLength: 3 },
        ),
        (text, needles) => {
          const marked = highlightMatches(text, needles);
          if (marked !== null) expect(marked.map((part) => part.text).join('')).toBe(text);
        },
      ),
    );
  });

  it('is found wherever the folded passage has it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldWithOffsets(text).folded.trim()).toBe(foldPassage(text));
      }),
      { numRuns: 500 },
    );
  });

  it('has the offset of each character, in texts of one language as in any other', () => {
    const letters = fc.constantFrom(...'aZ09 .-éÀçñÿÆßæø“’–…\n\t', 'e\u0301', '東', '😀');
    fc.assert(
      fc.property(fc.string({ unit: letters }), (text) => {
        const { folded, offsets } = foldWithOffsets(text);
        expect(offsets).toHaveLength(folded.length + 1);
        expect(offsets.at(-1)).toBe(text.length);
        for (let index = 0; index < folded.length; index += 1) {
          const character = text.slice(offsets[index], offsets[index + 1]) || text.slice(offsets[index]);
          const isSpace = folded[index] === ' ';
          expect(isSpace ? ' ' : foldPassage(character)).toContain(folded[index]);
          expect(isSpace).toBe(/^\s/.test(text.slice(offsets[index])));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a snippet', () => {
  it('shows the words around the first match, and says where it leaves some out', () => {
    const text = `${'before '.repeat(60)}needle ${'after '.repeat(60)}`;
    const snippet = shown(highlightSnippet(text, ['needle'], 100)) ?? '';
    expect(snippet).toMatch(/^… (before )+\[needle\]( after)+ …$/);
    expect(snippet.length).toBeLessThan(120);
  });

  it('never cuts a character in two', () => {
    const text = `${'😀'.repeat(100)}needle${'😀'.repeat(100)}`;
    for (let length = 40; length < 60; length += 1) {
      expect(highlightSnippet(text, ['needle'], length)?.every((part) => !/\p{Surrogate}/u.test(part.text))).toBe(true);
    }
  });
});
