import { plainText } from '../text/plain-text.ts';
import { type Moment, unknownMoment } from '../time/moment.ts';
import {
  type ImportedReport,
  importedCoe,
  type ImportOptions,
  type ReportAttachment,
  type SourceFormatId,
} from './imported-report.ts';
import { countWords } from './word-bag.ts';

/** An entry of a journal or a note, before it is a report. What is left out is empty or unknown. */
export type JournalEntry = {
  readonly path: string;
  readonly format: SourceFormatId;
  readonly id?: string;
  /** Without a title of its own, the first line of the text is the title. */
  readonly title?: string;
  /** Markdown. */
  readonly text: string;
  readonly happened?: Moment;
  /** An instant; null when the source does not say when the entry was written. */
  readonly createdAt?: string | null;
  readonly tags?: readonly string[];
  readonly raw: Readonly<Record<string, unknown>>;
  readonly attachments?: readonly ReportAttachment[];
  readonly doubts?: readonly string[];
  readonly zoneAsked?: boolean;
};

/**
 * A report of an entry that has no sections. Nothing is guessed: the text goes to Context, where quick capture puts its
 * text too, the kind is "other mistake" unless one was chosen, and whys and actions stay empty.
 */
export function journalReport(entry: JournalEntry, options: ImportOptions): ImportedReport {
  const { title, prose } = divideEntry(entry.title ?? '', cleanText(entry.text));
  return {
    coe: importedCoe({
      kind: options.kind ?? 'other-mistake',
      title,
      happened: entry.happened ?? unknownMoment(),
      tags: tagsOf(entry.tags ?? []),
      sections: { context: { prose } },
    }),
    source: {
      path: entry.path,
      format: entry.format,
      id: entry.id ?? '',
      analysed: false,
      raw: entry.raw,
    },
    createdAt: entry.createdAt ?? null,
    words: { placed: countWords(title) + countWords(prose), unplaced: 0 },
    timelineRows: 0,
    actions: 0,
    doubts: entry.doubts ?? [],
    headings: [],
    attachments: entry.attachments ?? [],
    zoneAsked: entry.zoneAsked ?? false,
  };
}

/** The longest first line, in characters, that serves as a title as it is. */
const LONGEST_TITLE = 120;
/** A longer line is no heading; this bounds the time that matching takes. */
const MOST_OF_A_LINE = 1000;
const HEADING = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/;
/** A line that belongs to a block or holds a picture, and so must stay in the text. */
const STAYS = /^(?:\s{4}|\s*(?:[-*+>|]|\d{1,9}[.)])(?:\s|$)|\s*(?:```|~~~|!\[|---|\*\*\*|___))/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;

/**
 * The title and the prose of an entry. Without a title, the first line is the title when it can be one; else the title
 * repeats the beginning of the text. A title that the text repeats as its first heading is dropped from the text.
 */
function divideEntry(given: string, text: string): { title: string; prose: string } {
  const own = given.trim().replaceAll(/\s+/g, ' ');
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.trim() !== '');
  if (at === -1) return { title: own, prose: '' };
  const first = lines[at] ?? '';
  const heading = first.length > MOST_OF_A_LINE ? null : (HEADING.exec(first)?.[1] ?? null);
  const isUnderlined = UNDERLINE.test(lines[at + 1] ?? '');
  const after = lines
    .slice(at + (isUnderlined ? 2 : 1))
    .join('\n')
    .trim();
  const line = plainText(heading ?? first).trim();
  if (own !== '') {
    const repeats = heading !== null && line === own;
    return { title: own, prose: repeats ? after : text.trim() };
  }
  const isTitle = line !== '' && line.length <= LONGEST_TITLE && (heading !== null || !STAYS.test(first));
  return isTitle && !opensTable(lines, at)
    ? { title: line, prose: after }
    : { title: shortened(text), prose: text.trim() };
}

const opensTable = (lines: readonly string[], at: number): boolean => /^\s*\|?\s*:?-+:?\s*\|/.test(lines[at + 1] ?? '');

/** The first words of a text as a title; empty when it has none. */
function shortened(text: string): string {
  const plain = plainText(text.slice(0, 4000).replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, '$1'));
  const line =
    plain
      .split('\n')
      .find((one) => /[\p{L}\p{N}]/u.test(one))
      ?.trim() ?? '';
  if (line.length <= LONGEST_TITLE) return line;
  const words = line.slice(0, LONGEST_TITLE - 1).replace(/\s+\S*$/u, '');
  // Never half of a character that takes two code units.
  return `${words.replace(/[\uD800-\uDBFF]$/u, '').trimEnd()}…`;
}

/** Line separators become line breaks; invisible marks and control characters go. */
export const cleanText = (text: string): string =>
  text
    .replaceAll(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F\u200B\uFEFF]/g, '');

/** Tags without `#`, `@`, spaces at the ends, empty ones and repetitions. */
const tagsOf = (tags: readonly string[]): string[] => [
  ...new Set(
    tags
      .map((tag) =>
        tag
          .trim()
          .replace(/^[#@]+/, '')
          .trim(),
      )
      .filter((tag) => tag !== ''),
  ),
];
