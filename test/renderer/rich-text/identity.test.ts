import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { $getRoot } from 'lexical';
import { $blockFromPicture, $createPictureNode, $isPictureNode } from '#renderer/rich-text/nodes/picture-node.tsx';
import { writeMarkdown } from '#renderer/rich-text/write-markdown.ts';
import { anyText, someMarkdown } from './arbitrary-markdown.ts';
import { headlessProse } from './headless-prose.ts';

function comesBack(text: string): void {
  expect(writeMarkdown(headlessProse(text))).toBe(text);
}

test('unedited Markdown is written back byte for byte', () => {
  fc.assert(fc.property(someMarkdown, comesBack), { numRuns: 700 });
});

test('any unedited text is written back byte for byte', () => {
  fc.assert(fc.property(anyText, comesBack), { numRuns: 600 });
});

test.each([
  ['Windows line endings', 'a\r\nb\r\n\r\n- c\r\n'],
  ['a byte order mark', '\uFEFF# Title\n\ntext'],
  ['blank lines and spaces at both ends', '\n \n\ntext  \n\n   \n'],
  ['nothing but blanks', ' \n\n\t\n'],
  ['nothing', ''],
  ['a fence that is never closed', 'a\n\n```\ncode'],
  ['neighbouring lists of one kind', '- a\n\n* b\n\n+ c'],
  ['a list item that goes on after a nested list', '- a\n  - b\n\n  c\n- d'],
  ['a very long line', `${'word '.repeat(20_000)}end`],
  ['HTML, images, definitions and footnotes', '<p>x</p>\n\n![a](b)\n\n[r]: http://x\n\n[r][r] [^1]\n\n[^1]: note'],
  ['a picture of the library', `![*a* \\[b\\]](attachments/${'0'.repeat(64)}.png "title")\n\ntext`],
  ['a picture among words', `see ![a](attachments/${'0'.repeat(64)}.png) here`],
  ['a file of the library', `[log.txt](attachments/${'0'.repeat(64)}.txt)`],
])('%s', (_, text) => comesBack(text));

test('a picture is a block of its own, and its description can be edited', () => {
  const editor = headlessProse(`before\n\n![graph](attachments/${'0'.repeat(64)}.png)\n\nafter`);
  editor.update(
    () => {
      const picture = $getRoot().getChildren().find($isPictureNode);
      if (picture === undefined) throw new Error('There is no picture');
      picture.replace($createPictureNode({ ...$blockFromPicture(picture), alt: 'a [new] graph' }));
    },
    { discrete: true },
  );
  expect(writeMarkdown(editor)).toBe(`before\n\n![a \\[new\\] graph](attachments/${'0'.repeat(64)}.png)\n\nafter`);
});
