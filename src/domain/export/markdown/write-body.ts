import type { Coe } from '../../coe/coe.ts';
import type { Why } from '../../coe/sections/whys.ts';
import { SECTION_IDS, type SectionId } from '../../coe/vocabulary.ts';
import { CONTROLS } from '../../guide/control.ts';
import { SECTION_HEADINGS } from '../../guide/sections.ts';
import { WHY_ENDINGS } from '../../guide/why-endings.ts';
import { orderEntries } from '../../timeline/order-entries.ts';
import { type FileContext, oneOf } from './codecs.ts';
import { escapeLine, linesOf } from './escape-text.ts';
import { embedProse } from './prose.ts';
import { readSection } from './read-section.ts';
import { type Part, type RawRow, ANSWER_BULLET, SECTION_LAYOUT, SKIPPED_LINE, WHY_DETAILS } from './section-layout.ts';
import { tableRow, tableRule } from './table-rows.ts';

/** The heading of what an import could not place. */
export const UNPLACED_HEADING = 'Unplaced';
/** The title of a COE without one. */
export const UNTITLED = 'Untitled';

/** The part of a Markdown file below its front matter: the title, the summary, and the sections that say something. */
export function writeBody(coe: Coe, context: FileContext): string {
  const title = linesOf(coe.title).join(' ').trim();
  const blocks = [`# ${escapeLine(title === '' ? UNTITLED : title)}`, ...paragraphs(coe.summary)];
  for (const id of SECTION_IDS) {
    const content = sectionContent(coe, id, context);
    if (content.length > 0) blocks.push(`## ${SECTION_HEADINGS[id]}`, ...content);
  }
  if (coe.unplaced.trim() !== '') blocks.push(`## ${UNPLACED_HEADING}`, embedProse(coe.unplaced));
  return `${blocks.join('\n\n')}\n`;
}

function sectionContent(coe: Coe, id: SectionId, context: FileContext): string[] {
  const section: RawRow = coe.sections[id];
  const { prose, skipped } = coe.sections[id];
  return [
    ...(skipped ? [SKIPPED_LINE] : []),
    ...(prose.trim() === '' ? [] : [proseIn(id, prose, context)]),
    ...partsContent(SECTION_LAYOUT[id], section, context),
  ];
}

/** Prose that looks like a part of its section, such as a table with the same columns, must not be read as one. */
function proseIn(id: SectionId, prose: string, context: FileContext): string {
  const embedded = embedProse(prose);
  const isProse = Object.keys(readSection(id, embedded.split('\n'), context)).every((key) => key === 'prose');
  return isProse ? embedded : embedded.replaceAll(/^(?=[|*])/gmu, '\\');
}

/** Answers that follow one another form one list. */
function partsContent(parts: readonly Part[], section: RawRow, context: FileContext): string[] {
  const blocks: { answers: boolean; text: string }[] = [];
  for (const part of parts) {
    const text = partText(part, section, context);
    const last = blocks.at(-1);
    if (text === '') continue;
    if (part.is === 'answer' && last?.answers === true) last.text += `\n${text}`;
    else blocks.push({ answers: part.is === 'answer', text });
  }
  return blocks.map((block) => block.text);
}

function partText(part: Part, section: RawRow, context: FileContext): string {
  switch (part.is) {
    case 'answer': {
      const value = part.codec.write(section[part.key], context);
      return value.trim() === '' ? '' : `${ANSWER_BULLET} **${part.label}** ${multiline(value, '  ')}`;
    }
    case 'table':
      return tableText(part, rowsInFile(part, section, context), context);
    case 'notes':
      return withHeading(
        part.heading,
        rowsInFile(part, section, context).map((row) => `- ${multiline(String(row['text']), '  ')}`),
      );
    case 'whys':
      return withHeading(part.heading, whyLines(section[part.key] as readonly Why[], ''));
  }
}

/**
 * The rows of a part as they are in the file, in its order: without those that would be blank, and the timeline by
 * time.
 */
export function rowsInFile(part: Part, section: RawRow, context: FileContext): RawRow[] {
  const rows = section[part.key] as RawRow[];
  if (part.is === 'notes') return rows.filter((row) => String(row['text']).trim() !== '');
  if (part.is !== 'table') return rows;
  const said = rows.filter((row) => !isBlank(row, part, context));
  return part.key === 'entries' ? (orderEntries(said as never[], context.zone) as RawRow[]) : said;
}

/** A row with nothing but an open status says nothing. */
const isBlank = (row: RawRow, { columns }: Extract<Part, { is: 'table' }>, context: FileContext): boolean =>
  columns.every((column) => {
    const text = column.write(row, context).trim();
    return text === '' || (column.label === 'Status' && text === 'Open');
  });

function tableText(part: Extract<Part, { is: 'table' }>, rows: readonly RawRow[], context: FileContext): string {
  if (rows.length === 0) return '';
  const columns = part.columns.filter(
    (column) => !column.isOptional || rows.some((row) => column.write(row, context).trim() !== ''),
  );
  const lines = [
    tableRow(columns.map((column) => column.label)),
    tableRule(columns.length),
    ...rows.map((row) => tableRow(columns.map((column) => cell(column.write(row, context))))),
  ];
  return part.heading === null ? lines.join('\n') : withHeading(part.heading, lines);
}

const withHeading = (heading: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `### ${heading}\n\n${lines.join('\n')}`;

const cell = (text: string): string => linesOf(text.trim()).map(escapeLine).join('<br>');

/** Text of one or more lines in an item of a list. */
const multiline = (text: string, indent: string): string => linesOf(text.trim()).map(escapeLine).join(`\\\n${indent}`);

const paragraphs = (text: string): string[] =>
  text
    .trim()
    .split(/(?:\r\n?|\n){2,}/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => multiline(paragraph, ''));

function whyLines(whys: readonly Why[], indent: string): string[] {
  return whys.flatMap(({ text, evidence, control, mark, whys: below }) => {
    const within = `${indent}  `;
    const facts = [oneOf(WHY_ENDINGS).write(mark, NO_CONTEXT), oneOf(CONTROLS).write(control, NO_CONTEXT)];
    const details = [
      ...(evidence.trim() === '' ? [] : [WHY_DETAILS.evidence + multiline(evidence, within)]),
      ...facts.filter((fact) => fact !== '').map((fact) => WHY_DETAILS.before + fact + WHY_DETAILS.after),
    ];
    return [`${indent}- ${multiline(text, within)}${details.join('')}`, ...whyLines(below, within)];
  });
}

const NO_CONTEXT: FileContext = { kind: 'outage', zone: 'UTC', day: '' };
