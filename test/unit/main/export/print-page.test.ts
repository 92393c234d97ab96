import { existsSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { documentOf } from '#domain/export/document/document-of.ts';
import { paperOf } from '#domain/export/paper.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { withPlainCreator } from '#main/export/print/pdf-bytes.ts';
import { fontsFor, PRINT_FONT_FILES } from '#main/export/print/print-fonts.ts';
import { footTemplate, printPage } from '#main/export/print/print-page.ts';
import { someCoe } from '#test/support/some-coe.ts';

const documentTitled = (title: string) =>
  documentOf(someCoe({ title }), { zone: 'Europe/Berlin', dates: PLAIN_DATE_STYLE });

describe('the page to print', () => {
  test('has the paper, and the title at its foot', () => {
    const { style } = printPage([documentTitled('A title')], 'letter');
    expect(style).toContain('size: Letter;');
    expect(style).toContain('content: "A title";');
  });

  test('takes a title out of neither the style sheet nor the foot', () => {
    const title = '"}</style><script>1</script>\\';
    const { html, style } = printPage([documentTitled(title)], 'a4');
    expect(html).not.toContain('<script>');
    expect(style).not.toMatch(/<\/style>|<script>/);
    expect(footTemplate(title)).not.toContain('<script>');
  });

  test('asks for the fonts of the scripts in the text, and for no others', () => {
    const subsets = (text: string) => [
      ...new Set(fontsFor(text).map(({ file }) => file.replace(/-(?:400|600)-.*/, ''))),
    ];
    expect(subsets('plain')).toEqual(['inter-latin', 'source-serif-4-latin']);
    expect(subsets('Привет')).toEqual([
      'inter-cyrillic',
      'source-serif-4-cyrillic',
      'inter-latin',
      'source-serif-4-latin',
    ]);
  });

  test('knows only fonts that the packages have', () => {
    const missing = PRINT_FONT_FILES.filter(
      (file) =>
        !['inter', 'source-serif-4'].some((name) =>
          existsSync(path.join('node_modules/@fontsource', name, 'files', file)),
        ),
    );
    expect(missing).toEqual([]);
  });
});

test('a PDF names Once as its creator, and keeps its length', () => {
  const pdf = Buffer.from('1 0 obj\n<</Title (x)\n/Creator (Mozilla/5.0 \\(X11; Linux\\) Electron/45)\n>>');
  const plain = Buffer.from(withPlainCreator(pdf)).toString();
  expect(plain).toHaveLength(pdf.length);
  expect(plain).toMatch(/^1 0 obj\n<<\/Title \(x\)\n\/Creator \(Once\) +\n>>$/);
});

test('paper is Letter where it is the usual one, and A4 elsewhere', () => {
  expect(['en-US', 'es-MX', 'en-GB', 'de', 'not a locale'].map(paperOf)).toEqual([
    'letter',
    'letter',
    'a4',
    'a4',
    'a4',
  ]);
});
