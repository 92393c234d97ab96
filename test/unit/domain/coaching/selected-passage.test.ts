import { expect, test } from 'vitest';

import { selectedPassage } from '#domain/coaching/selected-passage.ts';

const found = (text: string, selected: string, before = 0): string | null => {
  const span = selectedPassage(text, selected, before);
  return span === null ? null : text.slice(span.start, span.end);
};

test.each([
  ['the same words', 'The alarm was off.', 'alarm was', 'alarm was'],
  ['words across a line’s end', 'The alarm\nwas off.', 'alarm was', 'alarm\nwas'],
  ['words with Markdown between them', 'The **alarm** _was_ off.', 'alarm was', 'alarm** _was'],
  ['words across items of a list', '- The alarm\n- The pager', 'alarm\nThe pager', 'alarm\n- The pager'],
  ['words with signs that mean something in a pattern', 'Costs (about $40)?', '(about $40)?', '(about $40)?'],
  ['part of a word', 'The alarm was off.', 'larm wa', 'larm wa'],
])('a selected passage is found: %s', (_what, text, selected, expected) => {
  expect(found(text, selected)).toBe(expected);
});

test('the same words later in the text are told apart by how often they stand before', () => {
  const text = 'It failed. Then it failed again, and it failed.';
  expect(selectedPassage(text, 'it failed', 1)).toEqual({ start: 37, end: 46 });
});

test('nothing selected, or words that are not there, is no passage', () => {
  expect(found('Some text', '  ')).toBeNull();
  expect(found('Some text', 'other')).toBeNull();
  expect(found('Some text', 'text', 1)).toBeNull();
});
