import * as fc from 'fast-check';
import { $createParagraphNode, $createTextNode, $getRoot, $isElementNode, $isTextNode } from 'lexical';
import { expect, test } from 'vitest';
import { writeMarkdown } from '#renderer/rich-text/write-markdown.ts';
import { meaningOf } from '#renderer/rich-text/markdown/write-block.ts';
import { splitSource } from '#renderer/rich-text/markdown/split-source.ts';
import { someBlock } from './arbitrary-markdown.ts';
import { headlessProse } from './headless-prose.ts';

const someDocument = fc
  .tuple(
    fc.array(fc.tuple(someBlock, fc.constantFrom('\n\n', '\n\n\n', '\n \n')), { minLength: 1, maxLength: 6 }),
    fc.nat(),
  )
  .map(([blocks, pick]) => ({ text: blocks.flat().join(''), pick }));

test('editing one block keeps the bytes of all others', () => {
  fc.assert(
    fc.property(someDocument, ({ text, pick }) => {
      const { pieces } = splitSource(text);
      const at = pick % pieces.length;
      const editor = headlessProse(text);
      editor.update(
        () => {
          const node = $getRoot().getChildAtIndex(at);
          const first = $isElementNode(node) ? node.getFirstDescendant() : null;
          if (first && first !== node) first.insertBefore($createTextNode('edited '));
          else node?.replace($createParagraphNode().append($createTextNode('edited ')));
        },
        { discrete: true },
      );
      const written = writeMarkdown(editor);
      const before = pieces.slice(0, at).map((piece) => piece.lead + piece.source);
      const after = pieces.slice(at + 1).map((piece, index) => (index === 0 ? '' : piece.lead) + piece.source);
      expect(written.startsWith(before.join(''))).toBe(true);
      expect(written).toContain(after.join(''));
      expect(splitSource(written).pieces.length).toBe(pieces.length);
      expect(meaningOf(written)).toContain('edited');
    }),
    { numRuns: 200 },
  );
});

test('undoing an edit restores the bytes', () => {
  const text = 'An *odd*   __paragraph__\\\nhere\n\n* x\n';
  const editor = headlessProse(text);
  const retype = (words: string) =>
    editor.update(
      () => {
        const first = $getRoot().getFirstDescendant();
        if ($isTextNode(first)) first.setTextContent(words);
      },
      { discrete: true },
    );
  retype('Another ');
  expect(writeMarkdown(editor)).toBe('Another *odd*   **paragraph**\nhere\n\n* x\n');
  retype('An ');
  expect(writeMarkdown(editor)).toBe(text);
});
