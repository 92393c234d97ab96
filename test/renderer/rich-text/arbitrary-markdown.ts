import * as fc from 'fast-check';

/** Bits of Markdown, well formed and not, glued at random: most of what goes wrong hides at their seams. */
const BITS = [
  '# ',
  '## ',
  '####### ',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '1) ',
  '7. ',
  '0. ',
  '> ',
  '>',
  '- [ ] ',
  '- [x] ',
  '[ ]',
  '[x]',

  '**',
  '*',
  '_',
  '__',
  '~~',
  '~',
  '`',
  '``',
  '```',
  '```js meta\n',
  '~~~',
  '---',
  '***',
  '===',
  '--',
  '==',
  '- - ',

  '[a](b)',
  '[a](<b c>)',
  '[a](b "t")',
  '[',
  ']',
  '](',
  ')',
  '<http://x.y>',
  '![i](u)',
  '[r]: u',
  '[r]',
  '[](u)',
  '![',

  '| a | b |\n|---|:-:|\n| c | d |',
  '|',
  '\\|',
  '<br>',
  '|-|',
  ':-',
  '\\',
  '\\\\',
  '&amp;',
  '&#32;',
  '&#10;',
  '&',
  '<',
  '>',

  '<div>',
  '<!-- c -->',
  '{',
  '}',
  'a',
  'b c',
  'word',
  '1',
  'é',
  '漢字',
  '👍🏽',
  ' ',
  '  ',
  '    ',
  '\t',
  '\u00A0',
  '\u200B',

  '.',
  ',',
  '!',
  '(',
  '"',
  "'",
  ':',
  '#',
  '$',
  '@',
  '^',
];
const BREAKS = ['\n', '\n', '\n\n', '\n\n', '\n\n\n', '  \n', '\\\n', '\n  ', '\n    ', '\n   - ', '\n> ', '\n\t'];

const line = fc.array(fc.constantFrom(...BITS), { maxLength: 6 }).map((bits) => bits.join(''));

/** Markdown-like text with every construct we read, and much that only looks like one. */
export const someMarkdown: fc.Arbitrary<string> = fc
  .array(fc.tuple(line, fc.constantFrom(...BREAKS)), { maxLength: 9 })
  .map((lines) => lines.flat().join(''));

/** Whole blocks, each sound on its own, as a person would write them. */
export const someBlock: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'A *plain* paragraph with **bold** and `code`.',
    'Two lines\nof one paragraph_with_underscores.',
    '# A heading',
    'A setext heading\n---',
    '- one\n- two\n  - three',
    '* star\n\n* loose',
    '3. three\n4. four',
    '1) one\n1) one',
    '- [ ] open\n- [x] done',
    '> quoted\n> more\n>\n> - listed',
    '```ts\nconst a = `b`;\n```',
    '| a | b |\n|---|--:|\n| 1 \\| 2 | `x` |',
    '***',
    '<div>literal</div>',
    '![image](u.png)',
  ),
  fc.stringMatching(/^[a-z][a-z ,.]{0,20}[a-z]$/),
);

/** Any string at all: NUL, lone surrogates, carriage returns and the rest. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom('\0', '\r', '\r\n', '\uFEFF', '\uD800', '\uDC00', '\t', ' ', '\u2028', 'a', '- ', '#'), {
      maxLength: 20,
    })
    .map((units) => units.join('')),
);
