import { expect, test } from 'vitest';

import { findReferences, referenceTo, splitFiles, withFiles, withWords } from '#domain/attachments/find-references.ts';

const NAME = `${'a'.repeat(64)}.png`;
const PICTURE = referenceTo(NAME, 'A [small]\ngraph', true);

test('a reference has no brackets or line breaks in its label', () => {
  expect(PICTURE).toBe(`![A  small  graph](attachments/${NAME})`);
});

test('the parts of a text are the whole text', () => {
  const text = `One ${PICTURE} two [x](https://example.org) ![y](other.png)`;
  const parts = findReferences(text);
  expect(parts.map((part) => (part.is === 'text' ? part.text : part.source)).join('')).toBe(text);
  expect(parts.filter((part) => part.is === 'attachment')).toHaveLength(1);
});

test.each([
  ['no file', 'It peaked', 'It peaked', 0],
  ['a file at its end', `It peaked\n${PICTURE}`, 'It peaked', 1],
  ['a space that was just typed', `It peaked \n${PICTURE}`, 'It peaked ', 1],
  ['two files on one line', `It peaked\n${PICTURE} ${PICTURE}`, 'It peaked', 2],
  ['a file alone', PICTURE, '', 1],
  ['a file amid its words', `See ${PICTURE} there`, `See ${PICTURE} there`, 0],
])('a row with %s', (_name, text, words, count) => {
  const split = splitFiles(text);
  expect(split.words).toBe(words);
  expect(split.files).toHaveLength(count);
  expect(withWords(text, words)).toBe(text);
  expect(splitFiles(withWords(text, 'Other words')).files).toEqual(split.files);
});

test('files are added one a line, and taken out without a trace', () => {
  const added = withFiles('It peaked ', [{ source: PICTURE }]);
  expect(added).toBe(`It peaked\n${PICTURE}`);
  expect(withFiles(added, [])).toBe('It peaked');
});
