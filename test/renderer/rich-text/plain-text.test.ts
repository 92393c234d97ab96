import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { plainText } from '#domain/text/plain-text.ts';
import type { ProseBlock, Run } from '#renderer/rich-text/document/prose-block.ts';
import { splitSource } from '#renderer/rich-text/markdown/split-source.ts';
import { canonical } from '#renderer/rich-text/markdown/canonical.ts';
import { writeCanonicalMarkdown } from '#renderer/rich-text/write-markdown.ts';
import { someBlock } from './arbitrary-markdown.ts';
import { headlessProse } from './headless-prose.ts';

const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** The text that the editor shows. */
function shownText(block: ProseBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return textOfRuns(block.runs);
    case 'quote':
      return block.blocks.map(shownText).join('\n');
    case 'code':
    case 'literal':
      return block.text;
    case 'picture':
      return block.alt;
    case 'rule':
      return '';
    case 'list':
      return block.items.flatMap((item) => item.blocks.map(shownText)).join('\n');
    case 'table':
      return block.rows.map((row) => row.map(textOfRuns).join(' · ')).join('\n');
  }
}

/** Boxes of tasks are left out: in a list with other items the editor shows them as text. */
const squeezed = (text: string): string =>
  text
    .replaceAll(/(?:^|(?<=\s))\[[ x]\](?=\s|$)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

const shown = (markdown: string): string =>
  squeezed(
    splitSource(markdown)
      .pieces.map((piece) => shownText(piece.block))
      .join('\n'),
  );

const CHARACTERS = [...'ab  \n.,-+*_~`[]()<>#!|&\\1:=é漢'];
const typed = fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 30 });

describe('the plain text of prose', () => {
  it('is what was typed, whatever had to be escaped to write it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(typed, fc.constantFrom(0, 0, 0, 1, 2, 4, 16)), { maxLength: 4 }), (parts) => {
        const runs = parts.map(([text, marks]) => ({ text: text.replaceAll('\n', ' '), marks, link: null }));
        const markdown = canonical([{ type: 'paragraph', runs }], '\n');
        expect(squeezed(plainText(markdown)), JSON.stringify(markdown)).toBe(shown(markdown));
      }),
      { numRuns: 1500 },
    );
  });

  it('is what the editor shows, for everything it writes', () => {
    fc.assert(
      fc.property(fc.array(someBlock, { minLength: 1, maxLength: 5 }), (blocks) => {
        const markdown = writeCanonicalMarkdown(headlessProse(blocks.join('\n\n')));
        expect(squeezed(plainText(markdown)), JSON.stringify(markdown)).toBe(shown(markdown));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['**:*a**~~a~~', ':*aa'],
    ['The api_edge_v2 and a_b_c, ~10 minutes', 'The api_edge_v2 and a_b_c, ~10 minutes'],
    ['5 * 3 * 2 and 2*3', '5 * 3 * 2 and 2*3'],
    ['\\<script>alert(1)\\</script> \\*\\*bold\\*\\* \\[link]', '<script>alert(1)</script> **bold** [link]'],
    ['It was *down*, **really** ~~up~~ `a_b`', 'It was down, really up a_b'],
    ['[the page](https://x.y/a_(b) "t") and ![i](u)', 'the page and ![i](u)'],
    ['- one\n- two\n  - [x] three\n\n3. four', 'one\ntwo\nthree\nfour'],
    ['Born in\n2019. Then more', 'Born in\n2019. Then more'],
    ['> quoted *words*\n> more', 'quoted words\nmore'],
    ['| a | b |\n|---|---|\n| c \\| d | `e` |', 'a · b\nc | d · e'],
    ['```\n*kept*\n```', '*kept*'],
    ['un*believ*able snake_case_name __init__', 'unbelievable snake_case_name init'],
    ['&amp; &lt; &#42; &copy', '& < * &copy'],
  ])('of %j is %j', (markdown, text) => expect(plainText(markdown)).toBe(text));

  it('takes no longer than linear time on hostile text', () => {
    // Quadratic work on these would take minutes, far beyond the time limit of a test.
    for (const bit of [
      '[',
      '[a](',
      '*a_ ',
      '`a``',
      '> ',
      '- ',
      '![',
      '<a',
      '[a](<',
      '[a](b "',
      '**a __b ',
      '|a',
      '\\',
      '~~a ',
    ])
      expect(plainText(bit.repeat(40_000))).toBeTypeOf('string');
  });
});
