import {
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TextRun,
} from 'docx';
import type { Image, List, PhrasingContent, RootContent, Table as MdastTable } from 'mdast';

import { pictureSize } from '#domain/attachments/picture-size.ts';
import { pictureTypeOf } from '#domain/attachments/picture-type.ts';

import { BULLETS, DEEPEST_LEVEL, INDENT, MONO, numbersFrom, STYLES } from './docx-styles.ts';
import { docxTable, gap } from './docx-table.ts';

/** What a block may be. */
export type DocxBlock = Paragraph | Table;

/** What the blocks of one document share. */
export type DocxContext = {
  /** The width of the text in DXA. */
  readonly width: number;
  /** The number of the next numbered list, so that each counts for itself. */
  readonly nextList: () => number;
};

/** Where a block is: the level of its list (-1 outside), and how far it is indented in DXA. */
type Nesting = { readonly level: number; readonly indent: number; readonly isQuoted: boolean };
const AT_THE_TOP: Nesting = { level: -1, indent: 0, isQuoted: false };

/** Headings within prose begin below those of the COE and its sections. */
const HEADINGS_BELOW = 2;
const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** Characters that XML cannot contain: Word refuses a file with one of them. */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu; // oxlint-disable-line no-control-regex

/** A text that XML can contain; what it cannot becomes a replacement character. */
export const xmlText = (text: string): string => text.replaceAll(NOT_IN_XML, '\ufffd');

/** The lists of a document that have numbers, by their first number. */
export function firstNumbers(blocks: readonly RootContent[]): number[] {
  return blocks.flatMap((block): number[] => [
    ...(block.type === 'list' && block.ordered === true ? [startOf(block)] : []),
    ...('children' in block ? firstNumbers(block.children as RootContent[]) : []),
  ]);
}

const startOf = ({ start }: List): number => start ?? 1;

/** Phrases as runs and links. `width` is the room for pictures in DXA. */
export function docxPhrases(
  nodes: readonly PhrasingContent[],
  style: IRunOptions = {},
  width = Number.POSITIVE_INFINITY,
): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    switch (node.type) {
      case 'text':
      case 'html':
        return [new TextRun({ ...style, text: xmlText(node.value) })];
      case 'inlineCode':
        return [new TextRun({ ...style, text: xmlText(node.value), font: MONO })];
      case 'image':
        return [docxPicture(node, style, width)];
      case 'break':
        return [new TextRun({ ...style, break: 1 })];
      case 'strong':
        return docxPhrases(node.children, { ...style, bold: true }, width);
      case 'emphasis':
        return docxPhrases(node.children, { ...style, italics: true }, width);
      case 'delete':
        return docxPhrases(node.children, { ...style, strike: true }, width);
      case 'link':
        return [
          new ExternalHyperlink({
            link: xmlText(node.url),
            children: docxPhrases(node.children, { ...style, style: 'Hyperlink' }, width),
          }),
        ];
      default:
        return 'children' in node ? docxPhrases(node.children, style, width) : [];
    }
  });
}

/** The largest size of a picture in pixels of 1/96 inch, so that it fits on a page with text beside it. */
const MOST = { width: 600, height: 640 };
const DXA_A_PIXEL = 15;
const PICTURES = { png: 'png', jpg: 'jpg', gif: 'gif' } as const;

/** A picture, or its description where DOCX does not know its type. */
function docxPicture({ url, alt }: Image, style: IRunOptions, width: number): ParagraphChild {
  const data = Buffer.from(url.startsWith('data:image/') ? url.slice(url.indexOf(',') + 1) : '', 'base64');
  const type = pictureTypeOf(data);
  const size = pictureSize(data);
  if (type === null || !(type in PICTURES) || size === null) return new TextRun({ ...style, text: xmlText(alt ?? '') });
  const scale = Math.min(1, Math.min(MOST.width, width / DXA_A_PIXEL) / size.width, MOST.height / size.height);
  return new ImageRun({
    type: PICTURES[type as keyof typeof PICTURES],
    data,
    transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) },
    altText: { name: 'Picture', description: xmlText(alt ?? ''), title: '' },
  });
}

/** Blocks of prose. */
export const docxProse = (nodes: readonly RootContent[], context: DocxContext): DocxBlock[] =>
  nodes.flatMap((node) => proseBlock(node, context, AT_THE_TOP));

function proseBlock(node: RootContent, context: DocxContext, nesting: Nesting): DocxBlock[] {
  const nestedOptions: IParagraphOptions = {
    ...(nesting.indent > 0 ? { indent: { left: nesting.indent } } : {}),
    ...(nesting.isQuoted
      ? { border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: 'CFC8BE' } } }
      : {}),
  };
  switch (node.type) {
    case 'heading':
      return [
        new Paragraph({
          ...nestedOptions,
          heading: HEADINGS[Math.min(HEADINGS.length, node.depth + HEADINGS_BELOW) - 1],
          children: docxPhrases(node.children),
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ ...nestedOptions, children: docxPhrases(node.children) })];
    case 'blockquote':
      return node.children.flatMap((child) =>
        proseBlock(child, context, { ...nesting, indent: nesting.indent + INDENT, isQuoted: true }),
      );
    case 'list':
      return listBlocks(node, context, nesting, nestedOptions);
    case 'code':
      return [
        new Paragraph({
          ...nestedOptions,
          style: STYLES.code,
          children: node.value
            .split('\n')
            .map((line, index) => new TextRun({ text: xmlText(line), ...(index === 0 ? {} : { break: 1 }) })),
        }),
      ];
    case 'table':
      return [proseTable(node, context.width - nesting.indent), gap()];
    case 'thematicBreak':
      return [
        new Paragraph({
          ...nestedOptions,
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: 'CFC8BE' } },
        }),
      ];
    case 'html':
      return [new Paragraph({ ...nestedOptions, children: [new TextRun(xmlText(node.value))] })];
    default:
      return [];
  }
}

function listBlocks(list: List, context: DocxContext, nesting: Nesting, nestedOptions: IParagraphOptions): DocxBlock[] {
  const level = Math.min(DEEPEST_LEVEL, nesting.level + 1);
  const numbering =
    list.ordered === true
      ? { reference: numbersFrom(startOf(list)), level, instance: context.nextList() }
      : { reference: BULLETS, level };
  const inside: Nesting = { level, indent: INDENT * (level + 1), isQuoted: nesting.isQuoted };
  return list.children.flatMap(({ checked, children }) => {
    const [first, ...rest] = children;
    const box = checked === true ? [new TextRun('☑ ')] : checked === false ? [new TextRun('☐ ')] : [];
    const isParagraph = first?.type === 'paragraph';
    return [
      new Paragraph({
        ...(nestedOptions.border === undefined ? {} : { border: nestedOptions.border }),
        numbering,
        spacing: { after: list.spread === true ? 140 : 60 },
        children: [...box, ...(isParagraph ? docxPhrases(first.children) : [])],
      }),
      ...(isParagraph || first === undefined ? rest : children).flatMap((child) => proseBlock(child, context, inside)),
    ];
  });
}

/** A table that somebody wrote: its columns are as wide as their longest text asks for. */
function proseTable({ align, children }: MdastTable, width: number): Table {
  const columns = Math.max(...children.map((row) => row.children.length));
  const cells = children.map((row) =>
    Array.from({ length: columns }, (_, column) => row.children[column]?.children ?? []),
  );
  const weights = Array.from({ length: columns }, (_, column) =>
    Math.min(60, Math.max(6, ...cells.map((row) => textLength(row[column] ?? [])))),
  );
  const [head, ...rows] = cells.map((row, index) =>
    row.map((phrases, column) => [
      new Paragraph({
        style: index === 0 ? STYLES.head : STYLES.cell,
        ...(align?.[column] === 'right' || align?.[column] === 'center' ? { alignment: align[column] } : {}),
        children: docxPhrases(phrases),
      }),
    ]),
  );
  return docxTable(width, weights, head ?? null, rows);
}

const textLength = (nodes: readonly PhrasingContent[]): number =>
  nodes.reduce(
    (sum, node) => sum + ('value' in node ? node.value.length : 'children' in node ? textLength(node.children) : 0),
    0,
  );
