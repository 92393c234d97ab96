import * as fc from 'fast-check';
import { $createTextNode, $getRoot, $isElementNode, type LexicalEditor } from 'lexical';
import { afterEach, expect, test, vi } from 'vitest';

import { parseDialect } from '#domain/text/markdown-dialect.ts';
import { fingerprint, type ProseBlock } from '#renderer/rich-text/document/prose-block.ts';
import { composeSource } from '#renderer/rich-text/markdown/compose-source.ts';
import { plainWords } from '#renderer/rich-text/markdown/plain-words.ts';
import { meaningOf } from '#renderer/rich-text/markdown/write-block.ts';
import { writeMarkdown } from '#renderer/rich-text/write-markdown.ts';
import { headlessProse } from './headless-prose.ts';

vi.mock('#domain/text/markdown-dialect.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('#domain/text/markdown-dialect.ts')>();
  return { ...real, parseDialect: vi.fn(real.parseDialect) };
});

vi.mock('#renderer/rich-text/markdown/compose-source.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('#renderer/rich-text/markdown/compose-source.ts')>();
  return { ...real, composeSource: vi.fn(real.composeSource) };
});

afterEach(() => vi.clearAllMocks());

/** Adds words to the last paragraph, as typing does. */
function type(editor: LexicalEditor, words: string): void {
  editor.update(
    () => {
      const last = $getRoot().getLastChild();
      if ($isElementNode(last)) last.append($createTextNode(words));
    },
    { discrete: true },
  );
}

const paragraph = (text: string): ProseBlock[] => [{ type: 'paragraph', runs: [{ text, marks: 0, link: null }] }];

test('plain words are written without parsing them', () => {
  const editor = headlessProse('# At night\n\nThe pager rang *twice*.\n\nNobody');
  vi.mocked(parseDialect).mockClear();
  for (const word of [' knew', ' why', ': “Who has the key?”', ' - at 10:04, 40% (or so) later']) type(editor, word);
  expect(writeMarkdown(editor)).toBe(
    '# At night\n\nThe pager rang *twice*.\n\nNobody knew why: “Who has the key?” - at 10:04, 40% (or so) later',
  );
  expect(parseDialect).not.toHaveBeenCalled();
});

test('a text is written once for each state of the editor', () => {
  const editor = headlessProse('The pager');
  type(editor, ' rang *twice*');
  const written = writeMarkdown(editor);
  expect(writeMarkdown(editor)).toBe(written);
  expect(composeSource).toHaveBeenCalledTimes(1);
  type(editor, '!');
  expect(writeMarkdown(editor)).toBe(`${written}!`);
});

const MARKS = `. ) ( - – : / " ' # + = @ ! ? * _ [ ] | \\ <b> &amp;`.split(' ');
const BITS = ['word', 'é', '漢', '1', '10', ' ', '  ', 'www.a.com', 'http://a.b', '\u00A0', '\u200B', '\n', '\t', '😀'];
const bits = fc.array(fc.constantFrom(...BITS, ...MARKS), { maxLength: 8 });

test('words that are taken for plain are read as they are, between any paragraphs', () => {
  fc.assert(
    fc.property(
      bits.map((parts) => parts.join('')),
      fc.constantFrom('', 'Above\n\n', '- a\n\n', '> a\n\n', '# a\n\n'),
      (text, above) => {
        if (plainWords(paragraph(text)) === null) return;
        expect(meaningOf(text)).toBe(fingerprint(paragraph(text)));
        expect(meaningOf(`${above}${text}\n\nBelow`)).toContain(JSON.stringify(text));
      },
    ),
    { numRuns: 3000 },
  );
});

test.each(['', ' a', 'a ', '1. a', '10) a', '# a', '- a', '+ a', '> a', '=', 'a *b*', 'a\nb', '~a', '[a](b)', 'a & b'])(
  '%j is not taken for plain words',
  (text) => expect(plainWords(paragraph(text))).toBeNull(),
);

test('plain words below what would take them in are set apart from it', () => {
  const editor = headlessProse('```\nopen');
  type(editor, ' code');
  editor.update(() => void $getRoot().getLastChild()?.selectNext(), { discrete: true });
  expect(writeMarkdown(editor)).toContain('open code');
});
