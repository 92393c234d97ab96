import { AlignmentType, type IStylesOptions, type INumberingOptions, LevelFormat, LineRuleType } from 'docx';

import type { Paper } from '#domain/export/paper.ts';

/**
 * Fonts that Word, Pages and LibreOffice have or replace well: a serif for the person's words, a sans for the labels.
 */
const SERIF = 'Georgia';
const SANS = 'Arial';
/** The font of code. */
export const MONO = 'Consolas';
const INK = '1A1815';
const SOFT = '57514A';

/** The widths and margins of a page, in twentieths of a point (DXA). */
export const PAGES = {
  a4: { width: 11_906, height: 16_838 },
  letter: { width: 12_240, height: 15_840 },
} as const satisfies Record<Paper, { width: number; height: number }>;
const MARGIN = 1134;
/** The margins of every page, in DXA. */
export const PAGE_MARGINS = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN };

/** The width of the text on a page, in DXA. */
export const textWidth = (paper: Paper): number => PAGES[paper].width - 2 * MARGIN;

/** How far a level of a list or a quotation is indented, in DXA. */
export const INDENT = 360;
/** The deepest level of a list in DOCX. */
export const DEEPEST_LEVEL = 8;

/** The names of our own paragraph styles. */
export const STYLES = {
  kind: 'Kind',
  label: 'Label',
  detail: 'Detail',
  cell: 'Cell',
  head: 'TableHead',
  code: 'Code',
  foot: 'Foot',
  gap: 'Gap',
} as const;

const heading = (size: number, before: number, font = SANS) => ({
  run: { font, size, bold: true, color: INK },
  paragraph: {
    spacing: { before, after: 100, line: 264, lineRule: LineRuleType.AUTO },
    keepNext: true,
    keepLines: true,
  },
});

/** The styles of a document. Sizes are half points. */
export const DOCUMENT_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: SERIF, size: 21, color: INK },
      paragraph: { spacing: { after: 140, line: 288, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(44, 0, SERIF),
    heading2: heading(27, 400),
    heading3: heading(21, 260),
    heading4: heading(21, 220, SERIF),
    heading5: heading(21, 200, SERIF),
    heading6: heading(21, 200, SERIF),
    hyperlink: { run: { color: '1B555F', underline: {} } },
  },
  paragraphStyles: [
    {
      id: STYLES.kind,
      name: 'Kind',
      basedOn: 'Normal',
      run: { font: SANS, size: 18, color: '1B555F' },
      paragraph: { keepNext: true, spacing: { after: 60 } },
    },
    {
      id: STYLES.label,
      name: 'Label',
      basedOn: 'Normal',
      run: { font: SANS, size: 16, color: SOFT },
      paragraph: { keepNext: true, spacing: { before: 100, after: 20 } },
    },
    {
      id: STYLES.detail,
      name: 'Detail',
      basedOn: 'Normal',
      run: { size: 17, color: SOFT },
      paragraph: { spacing: { before: 20, after: 40, line: 252, lineRule: LineRuleType.AUTO } },
    },
    {
      id: STYLES.cell,
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { after: 40, line: 252, lineRule: LineRuleType.AUTO } },
    },
    {
      id: STYLES.head,
      name: 'Table head',
      basedOn: 'Normal',
      run: { font: SANS, size: 16, bold: true, color: SOFT },
      paragraph: { keepNext: true, spacing: { after: 40 } },
    },
    {
      id: STYLES.code,
      name: 'Code',
      basedOn: 'Normal',
      run: { font: MONO, size: 16 },
      paragraph: { spacing: { line: 252, lineRule: LineRuleType.AUTO } },
    },
    {
      id: STYLES.foot,
      name: 'Foot',
      basedOn: 'Normal',
      run: { font: SANS, size: 15, color: SOFT },
      paragraph: { spacing: { after: 0 } },
    },
    { id: STYLES.gap, name: 'Gap', basedOn: 'Normal', run: { size: 8 }, paragraph: { spacing: { after: 0 } } },
  ],
};

/** The bullets of lists without numbers. */
export const BULLETS = 'bullets';
/** The name of the numbering of lists that begin with a number. */
export const numbersFrom = (start: number): string => `numbers-from-${start}`;

/** The bullets, and a numbering for each first number that lists in the document have. */
export function numberingFor(starts: Iterable<number>): INumberingOptions {
  const levels = (
    format: (typeof LevelFormat)[keyof typeof LevelFormat],
    text: (level: number) => string,
    start: number,
  ) =>
    Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => ({
      level,
      format,
      text: text(level),
      start,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
    }));
  return {
    config: [
      { reference: BULLETS, levels: levels(LevelFormat.BULLET, (level) => '•◦▪'.charAt(level % 3), 1) },
      ...[...new Set(starts)].map((start) => ({
        reference: numbersFrom(start),
        levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`, start),
      })),
    ],
  };
}
