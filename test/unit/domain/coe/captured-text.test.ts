import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { divideCapturedText } from '#domain/coe/captured-text.ts';
import { plainText } from '#domain/text/plain-text.ts';

describe('the text of a quick capture', () => {
  it('gives its first line to the title and the others to the prose', () => {
    expect(divideCapturedText('  Missed the train  ')).toEqual({ title: 'Missed the train', prose: '' });
    expect(divideCapturedText('Missed the train\r\n\r\n\r\nThe clock was wrong.\nAgain.')).toEqual({
      title: 'Missed the train',
      prose: 'The clock was wrong.\nAgain.',
    });
  });

  it('is prose as a whole when its first line is too long for a title', () => {
    const line = 'The certificate of the payment service ran out at night, and nobody was told. '.repeat(3).trim();
    const { title, prose } = divideCapturedText(`${line}\nMore`);
    expect(title.length).toBeLessThanOrEqual(120);
    expect(line.startsWith(title.slice(0, -1))).toBe(true);
    expect(title.endsWith('…')).toBe(true);
    expect(prose).toBe(`${line}\nMore`);
  });

  it('never cuts a title within a character', () => {
    expect(divideCapturedText(`${'a'.repeat(118)}${'😀'.repeat(3)}`).title).toBe(`${'a'.repeat(118)}…`);
  });

  it('is shown as it was typed, whatever Markdown it contains', () => {
    const lines = ['# no heading', '- no item', '12. no list', '> no quotation', '*a* _b_ `c` [d](e)', '---', '===', '    x', 'a | b', '- | -', '~~f~~ ~5', '<b>', '&amp;', 'api_edge_v2', '```', '+', '1)']; // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 6 }), (typed) => {
        const { prose } = divideCapturedText(`Title\n${typed.join('\n')}`);
        expect(plainText(prose)).toBe(typed.map((line) => line.trim()).join('\n'));
      }),
    );
  });
});
