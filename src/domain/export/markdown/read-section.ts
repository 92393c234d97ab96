import type { SectionId } from '../../coe/vocabulary.ts';
import { CONTROLS } from '../../guide/control.ts';
import { WHY_ENDINGS } from '../../guide/why-endings.ts';
import { type FileContext, oneOf } from './codecs.ts';
import { unescapeText } from './escape-text.ts';
import { Fences } from './fences.ts';
import { extractProse } from './prose.ts';
import { type Part, type RawRow, SECTION_LAYOUT, SKIPPED_LINE, WHY_DETAILS } from './section-layout.ts';
import { cellsOf, isTableRule } from './table-rows.ts';

/** What was read at the start of some lines: the keys of a section, and how many lines it took. */
type Found = { readonly keys: RawRow; readonly lines: number };

/** Reads the lines of a section. What is none of its parts is prose. */
export function readSection(id: SectionId, lines: readonly string[], context: FileContext): RawRow {
  const fences = new Fences();
  const prose: string[] = [];
  let keys: RawRow = {};
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    const found = fences.isCode(line) ? null : findPart(SECTION_LAYOUT[id], lines, at, context);
    if (found === null || Object.keys(found.keys).some((key) => key in keys)) {
      prose.push(line);
      at += 1;
    } else {
      keys = { ...keys, ...found.keys };
      at += found.lines;
    }
  }
  const text = trimmedText(prose);
  return text === '' ? keys : { prose: extractProse(text), ...keys };
}

function findPart(parts: readonly Part[], lines: readonly string[], at: number, context: FileContext): Found | null {
  const line = lines[at] ?? '';
  if (line === SKIPPED_LINE) return { keys: { skipped: true }, lines: 1 };
  for (const part of parts) {
    const found = part.is === 'answer' ? findAnswer(part, lines, at, context) : findList(part, lines, at, context);
    if (found !== null) return found;
  }
  return null;
}

function findAnswer(
  { label, key, codec }: Extract<Part, { is: 'answer' }>,
  lines: readonly string[],
  at: number,
  context: FileContext,
): Found | null {
  const line = lines[at] ?? '';
  const start = `**${label}** `;
  if (!/^[-+*] /u.test(line) || !line.startsWith(start, 2)) return null;
  const item = itemAt(lines, at, 2 + start.length, '  ');
  const value = codec.read(unescapeText(item.text), context);
  // An answer that says nothing known is not lost: it stays as prose.
  return value === undefined ? null : { keys: { [key]: value }, lines: item.lines };
}

/** The text of a list item that begins in a line, with the lines that continue it. */
function itemAt(lines: readonly string[], at: number, start: number, indent: string): { text: string; lines: number } {
  let text = (lines[at] ?? '').slice(start);
  let count = 1;
  for (; ; count += 1) {
    const next = lines[at + count] ?? '';
    if (!next.startsWith(indent) || next.trim() === '' || /^[-+*] /u.test(next.slice(indent.length))) break;
    text += `\n${next.slice(indent.length)}`;
  }
  return { text, lines: count };
}

function findList(
  part: Exclude<Part, { is: 'answer' }>,
  lines: readonly string[],
  at: number,
  context: FileContext,
): Found | null {
  if (part.heading !== null && lines[at] !== `### ${part.heading}`) return null;
  let from = at + (part.heading === null ? 0 : 1);
  if (part.heading !== null) while (lines[from]?.trim() === '') from += 1;
  const found =
    part.is === 'table'
      ? tableAt(part, lines, from, context)
      : part.is === 'notes'
        ? notesAt(lines, from)
        : whysAt(lines, from, '');
  if (found === null) return null;
  return { keys: { [part.key]: found.rows }, lines: from - at + found.lines };
}

type Rows = { readonly rows: readonly RawRow[]; readonly lines: number };

function tableAt(
  { columns, heading }: Extract<Part, { is: 'table' }>,
  lines: readonly string[],
  at: number,
  context: FileContext,
): Rows | null {
  const labels = cellsOf(lines[at]);
  if (labels === null || !isTableRule(lines[at + 1])) return null;
  const known = labels.map((label) => columns.find((column) => isSameHeading(column.label, label)));
  // A table of the person's own has other columns, and stays prose.
  if (known.some((column) => column === undefined) || (heading === null && known.length < 2)) return null;
  const rows: RawRow[] = [];
  let count = 2;
  for (let cells = cellsOf(lines[at + count]); cells !== null; cells = cellsOf(lines[at + count])) {
    const own = cells;
    rows.push(
      Object.assign(
        {},
        ...known.map((column, index) => column?.read(unescapeText(own[index] ?? ''), context)),
      ) as RawRow,
    );
    count += 1;
  }
  return { rows, lines: count };
}

function notesAt(lines: readonly string[], at: number): Rows | null {
  const rows: RawRow[] = [];
  let count = 0;
  while (/^[-+*] /u.test(lines[at + count] ?? '')) {
    const item = itemAt(lines, at + count, 2, '  ');
    rows.push({ text: unescapeText(item.text) });
    count += item.lines;
  }
  return rows.length === 0 ? null : { rows, lines: count };
}

function whysAt(lines: readonly string[], at: number, indent: string): Rows | null {
  const rows: RawRow[] = [];
  let count = 0;
  while ((lines[at + count] ?? '').startsWith(`${indent}- `)) {
    const item = itemAt(lines, at + count, indent.length + 2, `${indent}  `);
    count += item.lines;
    const below = whysAt(lines, at + count, `${indent}  `);
    rows.push({ ...readWhy(item.text), ...(below === null ? {} : { whys: below.rows }) });
    count += below?.lines ?? 0;
  }
  return rows.length === 0 ? null : { rows, lines: count };
}

/** Splits a why from its details. An asterisk in its own text is escaped, so that the marks are unambiguous. */
function readWhy(markdown: string): RawRow {
  let text = markdown;
  const facts: RawRow[] = [];
  for (;;) {
    const at = text.lastIndexOf(WHY_DETAILS.before);
    const fact = at < 0 || !text.endsWith(WHY_DETAILS.after) ? null : text.slice(at + WHY_DETAILS.before.length, -1);
    if (fact === null) break;
    const mark = oneOf(WHY_ENDINGS).read(fact, NO_CONTEXT);
    const control = oneOf(CONTROLS).read(fact, NO_CONTEXT);
    if (mark === undefined && control === undefined) break;
    facts.push(mark === undefined ? { control } : { mark });
    text = text.slice(0, at);
  }
  const evidenceAt = text.indexOf(WHY_DETAILS.evidence);
  return Object.assign(
    { text: unescapeText(evidenceAt < 0 ? text : text.slice(0, evidenceAt)) },
    evidenceAt < 0 ? {} : { evidence: unescapeText(text.slice(evidenceAt + WHY_DETAILS.evidence.length)) },
    ...facts,
  ) as RawRow;
}

/** The lines as text, without blank lines at both ends and without more than one between. */
export const trimmedText = (lines: readonly string[]): string => lines.join('\n').replace(/^(?:[ \t]*\n)+|\s+$/gu, '');

/** Whether a text in a file is a label of ours, whatever its case. */
export const isSameHeading = (label: string, text: string): boolean =>
  label.toLowerCase().replaceAll('’', "'") === unescapeText(text).trim().toLowerCase().replaceAll('’', "'");

const NO_CONTEXT: FileContext = { kind: 'outage', zone: 'UTC', day: '' };
