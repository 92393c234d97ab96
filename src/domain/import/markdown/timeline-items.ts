import type { List, ListItem, Table } from 'mdast';

import { isDotted } from '../read-times.ts';
import { parseLine } from '../../time/parse-line.ts';
import { dedented, type Part } from './outline.ts';
import { columnsOf } from './table-columns.ts';

/**
 * A text that may begin with a time. `more` follows it and is part of the same event; `evidence` is a cell of its own.
 * `isHeading` is a heading, which may also name a phase.
 */
export type Candidate = {
  readonly is: 'candidate';
  readonly text: string;
  readonly more: readonly string[];
  readonly evidence: string;
  readonly line: number;
  readonly from: 'heading' | 'item' | 'line' | 'row';
  readonly source: string;
};
/** A candidate, or a text that is none. */
export type Item = Candidate | { readonly is: 'text'; readonly source: string };

/** The items of a timeline. Where headings are times, what stands below one belongs to it. */
export function itemsIn(parts: readonly Part[], body: string, labels: string[]): Item[] {
  const areHeadingsTimes = parts.some((part) => part.is === 'heading' && isClock(part.text));
  let isBelowClock = false;
  return parts.flatMap((part) => {
    if (part.is === 'heading') isBelowClock = isClock(part.text) || (areHeadingsTimes && !isDay(part.text));
    else if (areHeadingsTimes && (isBelowClock || !looksLikeTimeline(part, body))) {
      return [{ is: 'text', source: part.source } satisfies Item];
    }
    return itemsOf(part, body, labels);
  });
}

const isClock = (text: string): boolean =>
  parseLine(text, { referenceDate: '2000-01-01', zone: 'UTC' })?.moment.precision === 'minute';

const isDay = (text: string): boolean => {
  const parsed = parseLine(text, { referenceDate: '2000-01-01', zone: 'UTC' });
  return parsed?.moment.precision === 'day' && parsed.rest === '';
};

/**
 * Whether blocks are a timeline, though no heading says so: two texts or more, and nearly all begin with a clock time.
 */
export function looksLikeTimeline(part: Part, body: string): boolean {
  if (part.is !== 'block' || !['list', 'table', 'paragraph'].includes(part.node.type)) return false;
  if (part.node.type === 'paragraph' && part.source.split('\n').length < 3) return false;
  const candidates = itemsOf(part, body, []).filter((item) => item.is === 'candidate');
  const timed = candidates.filter(({ text, more, from }) => {
    const parsed = isDotted(text) ? null : parseLine(text, { referenceDate: '2000-01-01', zone: 'UTC' });
    return parsed?.moment.precision === 'minute' && (parsed.rest !== '' || (from === 'row' && more.length > 0));
  });
  return timed.length >= 2 && timed.length >= candidates.length * 0.7;
}

function itemsOf(part: Part, body: string, labels: string[]): Item[] {
  if (part.is === 'heading') {
    return [
      {
        is: 'candidate',
        text: part.text,
        more: [],
        evidence: '',
        line: part.line,
        from: 'heading',
        source: part.source,
      },
    ];
  }
  if (part.is === 'key') {
    const [first = '', ...more] = part.value.split('\n');
    if (!isClock(first)) return linesOf(part.source, part.line);
    const { line, source } = part;
    return [{ is: 'candidate', text: first, more: [...more, part.key], evidence: '', line, from: 'item', source }];
  }
  const { node } = part;
  if (node.type === 'list') return itemsOfList(node, part, body);
  if (node.type === 'table') return rowsOf(node, part, labels);
  if (node.type === 'paragraph') {
    const lines = linesOf(part.source, part.line);
    return lines.some(({ text }) => isClock(text) || isDay(text)) ? lines : [{ is: 'text', source: part.source }];
  }
  if (node.type === 'code') {
    const lines = linesOf(node.value, part.line + 1);
    const timed = lines.filter((item) => /^\W*(?:\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2})/.test(item.text));
    if (timed.length >= 3 && timed.length >= lines.length / 2 && isPlainText(node.lang)) return lines;
  }
  return [{ is: 'text', source: part.source }];
}

/** Whether a block of code is a log that was pasted, and no program. */
const isPlainText = (language: string | null | undefined): boolean =>
  language === null || language === undefined || /^(?:text|txt|log|plain|plaintext|console)$/i.test(language);

const linesOf = (text: string, line: number): Candidate[] =>
  text.split('\n').map((source, index) => ({
    is: 'candidate',
    text: source.replace(/(?:\\| {2,})$/, ''),
    more: [],
    evidence: '',
    line: line + index,
    from: 'line',
    source,
  }));

function itemsOfList(list: List, { source, line }: Part, _body: string): Item[] {
  const start = list.position?.start.offset ?? 0;
  const text = (from: number | undefined, to: number | undefined): string =>
    source.slice((from ?? 0) - start, (to ?? 0) - start);
  const firstLine = list.position?.start.line ?? 1;
  const items = (each: ListItem): Item[] => {
    const [head, ...rest] = each.children;
    const own = line + ((each.position?.start.line ?? 1) - firstLine);
    if (head?.type !== 'paragraph') {
      return [{ is: 'text', source: text(each.position?.start.offset, each.position?.end.offset) }];
    }
    const column = (head.position?.start.column ?? 1) - 1;
    const headText = dedented(text(head.position?.start.offset, head.position?.end.offset), column);
    const [first = '', ...lines] = headText.split('\n');
    // A list below a time continues its event, but one below a day or a label may hold the times themselves.
    const isNested = rest.length === 1 && rest[0]?.type === 'list' && isTimed(rest[0], text);
    const nested = rest[0];
    const more =
      isNested || rest.length === 0
        ? []
        : [dedented(text(rest[0]?.position?.start.offset, each.position?.end.offset), column)];
    const candidate: Item = {
      is: 'candidate',
      text: first.replace(/(?:\\| {2,})$/, ''),
      more: [...lines, ...more],
      evidence: '',
      line: own,
      from: 'item',
      source: headText,
    };
    return isNested && nested?.type === 'list' ? [candidate, ...nested.children.flatMap(items)] : [candidate];
  };
  return list.children.flatMap(items);
}

function isTimed(list: List, text: (from: number | undefined, to: number | undefined) => string): boolean {
  const timed = list.children.filter((item) => {
    const head = item.children[0];
    const written = text(head?.position?.start.offset, head?.position?.end.offset);
    return parseLine(written, { referenceDate: '2000-01-01', zone: 'UTC' })?.moment.precision === 'minute';
  });
  return timed.length > 0 && timed.length >= list.children.length / 2;
}

function rowsOf(table: Table, { source, line }: Part, labels: string[]): Item[] {
  const columns = columnsOf(table, source);
  const { header, rows } = columns;
  const date = columns.find('date');
  const time = columns.find('time') ?? (date === null ? 0 : null);
  const evidence = columns.find('evidence');
  if (header.length < 2) return [{ is: 'text', source }];
  labels.push(...columns.names);
  return rows.map(({ cells, offset }) => {
    const timeCells = [...new Set([date, time])]
      .filter((column) => column !== null)
      .map((column) => cells[column] ?? '');
    const others = cells.filter((_, index) => index !== date && index !== time && index !== evidence);
    const when = timeCells.filter((cell) => cell !== '').join(' ');
    const what = others.filter((cell) => cell !== '').join(' · ');
    return {
      is: 'candidate',
      text: when,
      more: what === '' ? [] : [what],
      evidence: evidence === null ? '' : (cells[evidence] ?? ''),
      line: line + offset,
      from: 'row',
      source: cells.join(' '),
    } satisfies Item;
  });
}
