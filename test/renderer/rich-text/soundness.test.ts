import * as fc from 'fast-check';
import type { LexicalEditor } from 'lexical';
import { expect, test } from 'vitest';
import { writeCanonicalMarkdown } from '#renderer/rich-text/write-markdown.ts';
import { someMarkdown } from './arbitrary-markdown.ts';
import { headlessProse } from './headless-prose.ts';

/** The document without how its lists were written: a bullet may have to give way to a neighbour's. */
function documentOf(editor: LexicalEditor): unknown {
  const text = JSON.stringify(editor.getEditorState(), (key, value: unknown) => (key === '$' ? undefined : value));
  return JSON.parse(text);
}

/** Written without remembering its source, a text must read as the same document, and be written the same again. */
function isSound(text: string): void {
  const first = headlessProse(text);
  const written = writeCanonicalMarkdown(first);
  const second = headlessProse(written);
  expect(documentOf(second), JSON.stringify(written)).toEqual(documentOf(first));
  expect(writeCanonicalMarkdown(second)).toBe(written);
}

test('canonical Markdown reads back as the same document', () => {
  fc.assert(fc.property(someMarkdown, isSound), { numRuns: 700 });
});

test.each([
  ['emphasis beside blanks', '**a&#32;**b *&#32;c*'],
  ['emphasis inside a word', 'un*believ*able and __un__able'],
  ['nested formats', '***both** italic* ~~gone **bold gone**~~'],
  ['code that holds backticks', '`` a ` b `` and ``` `` ```'],
  ['a pipe, a brace and a break in a table', '| a \\| b | {x} |\n|--|--|\n| one<br>two | `c \\| d` |'],
  ['lists with parentheses and a start', '7) seven\n8) eight'],
  ['a loose list', '- a\n\n- b\n\n  more of b\n- c'],
  ['text that looks like blocks', '\\# a\n\\- b\n1\\. c\n\\> d\n\\---\n\\==='],
  ['links with blanks and parentheses', '[a](<b c>) [d](e\\(f "t") <https://x.y>'],
  ['checks in bullets', '- a\n  - [ ] b\n  - [x] c\n- d'],
  ['boxes among bullets', '- [x] a\n- b'],
  ['boxes in numbers', '1. [ ] a\n2. [x] b'],
  ['empty items', '-\n- a\n-\n\n1.\n2. b'],
  ['an empty task', '- [ ]\n- [x] b'],
  ['code in a list item', '- a\n\n  ```\n  b\n  ```\n\n  c'],
  ['a no-break space as a paragraph after a nested list', '- - a\n\n  \u00A0\n'],
  ['a quoted list that ends in an empty item, before another list', '> - a\n> -\n> + [x] b'],
  ['a dash that is text only below a paragraph', 'a\n- - \nb\n   - c\n\n  d'],
  ['an open code fence that ends a literal block', '- > a\n\n\t1. b\n    ~~~\n    c\n> d'],
  ['a ragged table', '| a |\n|--|\n| b | c |'],
])('%s', (_, text) => isSound(text));
