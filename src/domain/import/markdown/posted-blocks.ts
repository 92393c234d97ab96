import { parseMoment } from '../../time/parse-moment.ts';

/** A time that stands alone, as a reader of lines understands it, and the words around it, such as "Posted". */
export type LoneTime = { readonly time: string; readonly around: string };

/**
 * A text under a time: an update of a status page or a message of a chat. `from` and `to` are its first and last line,
 * from 0. `head` is what it begins with after its time, and `body` are the lines below, one for each line of the block
 * at most.
 */
export type PostedBlock = {
  readonly from: number;
  readonly to: number;
  readonly time: string;
  readonly head: string;
  readonly body: readonly string[];
};

const POSTED = /^(?:posted|updated|published)\b\s*:?\s*(?:on\s+|at\s+)?/i;
const AGO =
  /^(?:(?:about|over|almost)\s+)?(?:\d+|an?|one)\s+(?:second|minute|hour|day|week|month|year)s?\s+ago[.,]?\s*/i;
const MARKS = /^[\s*_`([]+|[\s*_`)\].,:]+$/g;
const RELATIVE = /\b(?:ago|today|yesterday|tomorrow|now|later|last|next)\b/i;
const LONGEST_TIME = 60;

/** The time that a whole text is, such as "Posted on Mar 3, 2026 - 14:05 UTC"; null when it is none or says more. */
export function loneTime(text: string): LoneTime | null {
  if (!/\d[:.h]?\d{2}|\d\s?[ap]m/i.test(text) || text.length > 2 * LONGEST_TIME) return null;
  const bare = text.replaceAll(MARKS, '');
  const posted = POSTED.exec(bare)?.[0] ?? '';
  const ago = AGO.exec(bare.slice(posted.length))?.[0] ?? '';
  const time = bare
    .slice(posted.length + ago.length)
    .replaceAll(MARKS, '')
    .replaceAll(/\s+(?:[-–—|·]|at)\s+(?=\d{1,2}:\d{2})/g, ' ')
    .replaceAll(/\s+/g, ' ');
  if (time.length > LONGEST_TIME || RELATIVE.test(time)) return null;
  const parsed = parseMoment(time, { referenceDate: '2000-01-01', zone: 'UTC' });
  const isMinute = 'moment' in parsed && parsed.moment.precision === 'minute' && /\d[:.h]\d{2}|[ap]\.?m/i.test(time);
  return isMinute ? { time, around: `${posted}${ago}`.trim() } : null;
}

/** A line without what makes it a quote, a heading or an item of a list. `marker` is that of a numbered item. */
export function bareLine(line: string): { readonly text: string; readonly marker: string } {
  const [, number = '', text = ''] = /^[\s>]*(?:#{1,6}\s+|[-*+]\s+|(\d{1,3}[.)])\s+)?(.*?)\s*\\?$/s.exec(line) ?? [];
  return { text, marker: number };
}

/**
 * Gives blocks the form of a list whose items begin with their times. The other lines stay as they are, and no line
 * moves.
 */
export function withBlocksAsList(lines: readonly string[], blocks: readonly PostedBlock[]): string[] {
  const written = [...lines];
  for (const { from, to, time, head, body } of blocks) {
    const marker = bareLine(lines[from] ?? '').marker || '-';
    const indent = ' '.repeat(marker.length + 1);
    const texts = dedentedLines(body, /^\s*>/.test(lines[from] ?? '')).map((text) =>
      text === '' ? '' : `${indent}${text}`,
    );
    const size = to - from + 1;
    const item = [head === '' ? `${marker} ${time}` : `${marker} ${time} — ${head}`, ...texts];
    for (let line = 0; line < size; line += 1) written[from + line] = item[line] ?? '';
  }
  return written;
}

/**
 * Lines without the indent that all of them have, and without the marks of a hard line break. Quote marks go only when
 * the whole block is a quote; else they tell who wrote a line.
 */
function dedentedLines(lines: readonly string[], isQuote: boolean): string[] {
  const unquoted = isQuote ? lines.map((line) => line.replace(/^\s*(?:>\s?)+/, '')) : lines;
  const texts = unquoted.map((line) => line.replace(/\s*\\?$/, ''));
  const indents = texts.filter((text) => text !== '').map((text) => text.length - text.trimStart().length);
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  return texts.map((text) => text.slice(Math.min(common, text.length)));
}
