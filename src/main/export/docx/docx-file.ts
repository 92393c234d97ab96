import {
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';

import type {
  CoeDocument,
  DocumentBlock,
  DocumentCell,
  DocumentItem,
  DocumentTable,
  LabelledText,
} from '#domain/export/document/document.ts';
import type { Paper } from '#domain/export/paper.ts';

import { type DocxBlock, type DocxContext, docxPhrases, docxProse, firstNumbers, xmlText } from './docx-prose.ts';
import {
  BULLETS,
  DEEPEST_LEVEL,
  DOCUMENT_STYLES,
  INDENT,
  numberingFor,
  PAGE_MARGINS,
  PAGES,
  STYLES,
  textWidth,
} from './docx-styles.ts';
import { docxTable, gap } from './docx-table.ts';

/** Instead of a person's name, which nobody asked to pass on. */
const CREATOR = 'Once';

/** Documents as one DOCX file: real headings, lists, tables and links. Several documents have a table of contents. */
export async function docxFile(documents: readonly CoeDocument[], paper: Paper): Promise<Uint8Array> {
  const title = documents.length === 1 ? (documents[0]?.title ?? '') : `${documents.length} COEs`;
  let lists = 0;
  const context: DocxContext = { width: textWidth(paper), nextList: () => (lists += 1) };
  const prose = documents.flatMap(({ sections }) =>
    sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'prose' ? [...block.content] : []))),
  );
  const file = new Document({
    title: xmlText(title),
    creator: CREATOR,
    lastModifiedBy: CREATOR,
    description: '',
    styles: DOCUMENT_STYLES,
    numbering: numberingFor(firstNumbers(prose)),
    sections: [
      {
        properties: { page: { size: PAGES[paper], margin: PAGE_MARGINS } },
        footers: { default: foot(title, context.width) },
        children: [
          ...(documents.length > 1 ? contents(documents) : []),
          ...documents.flatMap((document, index) => documentBlocks(document, index, documents.length > 1, context)),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

const anchor = (index: number): string => `coe_${index + 1}`;

const contents = (documents: readonly CoeDocument[]): DocxBlock[] => [
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('Contents')] }),
  ...documents.map(
    ({ title, kind }, index) =>
      new Paragraph({
        children: [
          new InternalHyperlink({
            anchor: anchor(index),
            children: [new TextRun({ text: xmlText(title), style: 'Hyperlink' })],
          }),
          new TextRun(`  ${kind}`),
        ],
      }),
  ),
];

const foot = (title: string, width: number): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: STYLES.foot,
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun(xmlText([...title].slice(0, 80).join(''))),
          new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

function documentBlocks(
  document: CoeDocument,
  index: number,
  isOneOfSeveral: boolean,
  context: DocxContext,
): DocxBlock[] {
  const { kind, title, facts, summary, milestones, durations, zone, sections } = document;
  const head = new TextRun(xmlText(title));
  return [
    new Paragraph({ style: STYLES.kind, pageBreakBefore: isOneOfSeveral, children: [new TextRun(kind)] }),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [isOneOfSeveral ? new Bookmark({ id: anchor(index), children: [head] }) : head],
    }),
    ...pairs(facts, context.width),
    ...(summary.length === 0
      ? []
      : [new Paragraph({ spacing: { before: 120 }, children: docxPhrases(summary, { size: 24 }) })]),
    ...pairs(milestones, context.width),
    ...pairs(durations, context.width),
    ...(zone === null
      ? []
      : [
          new Paragraph({
            style: STYLES.label,
            children: [new TextRun(xmlText(`Times are in ${zone}, unless another zone is named.`))],
          }),
        ]),
    ...sections.flatMap(({ heading, blocks }) => [
      new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(heading)] }),
      ...blocks.flatMap((block) => partBlocks(block, context)),
    ]),
  ];
}

function partBlocks(block: DocumentBlock, context: DocxContext): DocxBlock[] {
  switch (block.type) {
    case 'prose':
      return docxProse(block.content, context);
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_3, children: [new TextRun(block.text)] })];
    case 'answers':
      return block.answers.flatMap(({ label, text }) => [
        new Paragraph({ style: STYLES.label, children: [new TextRun(label)] }),
        new Paragraph({ children: docxPhrases(text) }),
      ]);
    case 'list':
      return itemBlocks(block.items, 0);
    case 'table':
      return tableBlocks(block, context.width);
  }
}

/** Labels and texts in two columns; nothing for an empty list. */
function pairs(texts: readonly LabelledText[], width: number): DocxBlock[] {
  if (texts.length === 0) return [];
  const rows = texts.map(({ label, text }) => [
    [
      new Paragraph({
        style: STYLES.label,
        keepNext: false,
        spacing: { before: 20, after: 0 },
        children: [new TextRun(xmlText(label))],
      }),
    ],
    [new Paragraph({ style: STYLES.cell, children: docxPhrases(text, {}, roomIn(width, 70)) })],
  ]);
  return [docxTable(width, [30, 70], null, rows), gap()];
}

const itemBlocks = (items: readonly DocumentItem[], level: number): DocxBlock[] =>
  items.flatMap((item) => [
    new Paragraph({
      numbering: { reference: BULLETS, level: Math.min(DEEPEST_LEVEL, level) },
      spacing: { after: 60 },
      children: docxPhrases(item.text),
    }),
    ...item.details.map((detail) => detailParagraph(detail, INDENT * (Math.min(DEEPEST_LEVEL, level) + 1))),
    ...itemBlocks(item.items, level + 1),
  ]);

const detailParagraph = ({ label, text }: LabelledText, indent: number): Paragraph =>
  new Paragraph({
    style: STYLES.detail,
    ...(indent > 0 ? { indent: { left: indent } } : {}),
    children: [new TextRun({ text: `${label}: `, bold: true }), ...docxPhrases(text)],
  });

function tableBlocks({ columns, rows }: DocumentTable, width: number): DocxBlock[] {
  const head = columns.map(({ label }) => [new Paragraph({ style: STYLES.head, children: [new TextRun(label)] })]);
  const weights = columns.map((column) => column.width);
  return [
    docxTable(
      width,
      weights,
      head,
      rows.map((row) => row.map((cell, column) => cellParagraphs(cell, roomIn(width, columns[column]?.width)))),
    ),
    gap(),
  ];
}

/** The room for a picture in a column, without the space beside its text. */
const roomIn = (width: number, share = 100): number => (width * share) / 100 - CELL_SPACE;
const CELL_SPACE = 240;

const cellParagraphs = ({ text, details }: DocumentCell, room: number): Paragraph[] => [
  ...(text.length === 0 ? [] : [new Paragraph({ style: STYLES.cell, children: docxPhrases(text, {}, room) })]),
  ...details.map((detail) => detailParagraph(detail, 0)),
];
