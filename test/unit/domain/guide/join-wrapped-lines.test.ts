import { describe, expect, it } from 'vitest';

import { joinWrappedLines } from '#domain/guide/handbook/join-wrapped-lines.ts';

describe('joining wrapped lines', () => {
  it('joins the lines of a paragraph, a list item and a quotation', () => {
    expect(joinWrappedLines('one\ntwo\n\n- three\n  four\n- five\n\n> six\n> seven\n>\n> eight')).toBe(
      'one two\n\n- three four\n- five\n\n> six seven\n>\n> eight',
    );
  });

  it('leaves headings, tables and numbered lists as they are', () => {
    const markdown = '## A heading\ntext\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n1. one\n2. two';
    expect(joinWrappedLines(markdown)).toBe(markdown);
  });
});
