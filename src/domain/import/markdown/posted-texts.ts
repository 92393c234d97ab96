import { placeHeading } from '../place-sections.ts';
import { parseMoment } from '../../time/parse-moment.ts';
import { chatMessagesIn } from './chat-messages.ts';
import { bareLine, type PostedBlock, withBlocksAsList } from './posted-blocks.ts';
import { statusUpdatesIn } from './status-updates.ts';

/**
 * One incident of a page with several. `from` and `to` are its first and last line, from 1, `day` is the day above it,
 * and `labels` are the lines of the day and the title, as written.
 */
export type PostedIncident = {
  readonly from: number;
  readonly to: number;
  readonly day: string | null;
  readonly dayLine: string;
  readonly labels: readonly string[];
};

/**
 * A text in which the updates of status pages and the messages of chats are lists that begin with times, line for line.
 * `incidents` is empty unless the text is a page with several.
 */
export type PostedText = {
  readonly text: string;
  readonly hasPosts: boolean;
  readonly incidents: readonly PostedIncident[];
};

/** Sections in which such a list may be the timeline. */
const OPEN_TARGETS: readonly string[] = ['timeline', 'summary', 'context', 'unplaced'];
const LINKED_TITLE = /^\[[^\]]+\]\([^)]*\/incidents?\/[^)]*\)(?:\s*\[[^\]]+\]\([^)]*\))?$/;
const LONGEST_TITLE = 160;

/**
 * Finds what was posted in a text: updates of a status page, or else messages of a chat. `isSplit` tells whether a page
 * with several incidents may become several reports.
 */
export function withPostedTexts(text: string, isSplit: boolean): PostedText {
  const none = { text, hasPosts: false, incidents: [] };
  const lines = text.split('\n');
  const isCode = codeLines(lines);
  const updates = openRuns(lines, isCode, statusUpdatesIn(lines, isCode));
  const runs = updates.length > 0 ? updates : openRuns(lines, isCode, chatMessagesIn(lines, isCode));
  if (runs.length === 0) return none;
  const written = withBlocksAsList(lines, runs.flat());
  const found = isSplit && updates.length > 1 ? incidentsIn(lines, updates) : [];
  const incidents = found.length > 1 && found.every(({ title }) => title !== null) ? found : [];
  for (const { title } of incidents) {
    if (title !== null) written[title] = `## ${titleIn(written[title] ?? '')}`;
  }
  return {
    text: written.join('\n'),
    hasPosts: true,
    incidents: incidents.map(({ title: _title, ...incident }) => incident),
  };
}

/** The runs that stand where a timeline may be: in that section, or without one where a text may hold anything. */
function openRuns(
  lines: readonly string[],
  isCode: (line: number) => boolean,
  runs: readonly (readonly PostedBlock[])[],
): (readonly PostedBlock[])[] {
  const isPosted = (line: number): boolean => runs.flat().some(({ from, to }) => line >= from && line <= to);
  const headings = headingsIn(lines, (line) => isCode(line) || isPosted(line));
  const hasTimeline = headings.some(({ target }) => target === 'timeline');
  return runs.filter(([first]) => {
    const target = headings.findLast(({ line }) => line < (first?.from ?? 0))?.target ?? 'unplaced';
    return target === 'timeline' || (!hasTimeline && OPEN_TARGETS.includes(target));
  });
}

/** Tells which lines are inside a fenced block of code. */
function codeLines(lines: readonly string[]): (line: number) => boolean {
  const inside = new Set<number>();
  let fence: string | null = null;
  for (const [index, line] of lines.entries()) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]?.slice(0, 3) ?? null;
    if (fence !== null || mark !== null) inside.add(index);
    if (fence === null) fence = mark;
    else if (mark === fence) fence = null;
  }
  return (line) => inside.has(line);
}

/** The headings, and where their texts go; one that only resembles the name of a section goes nowhere. */
function headingsIn(lines: readonly string[], isOther: (line: number) => boolean): { line: number; target: string }[] {
  return lines.flatMap((line, index) => {
    const [, text = ''] = /^\s{0,3}(?:#{1,6}\s+(.*?)\s*#*|\*\*([^*]+)\*\*:?)\s*$/.exec(line) ?? [];
    if (text === '' || isOther(index)) return [];
    const placement = placeHeading(text, { headings: new Map(), kind: null });
    const isNamed = placement?.isExact === true || placement?.target === 'timeline';
    return [{ line: index, target: isNamed ? placement.target : 'unplaced' }];
  });
}

/** The titles above runs of updates, and the days above those. */
function incidentsIn(
  lines: readonly string[],
  runs: readonly (readonly PostedBlock[])[],
): (PostedIncident & { title: number | null })[] {
  let day: string | null = null;
  let seen = 0;
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return [];
    const title = textAbove(lines, first.from, seen);
    const above = title === null ? null : textAbove(lines, title, seen);
    for (let line = seen; line < first.from; line += 1) day = dayOf(lines[line] ?? '') ?? day;
    const dayLine = above !== null && dayOf(lines[above] ?? '') !== null ? above : null;
    seen = last.to + 1;
    const isTitle =
      title !== null && isTitleLine(lines[title] ?? '') && (title === 0 || (lines[title - 1] ?? '').trim() === '');
    return [
      {
        title: isTitle ? title : null,
        from: (dayLine ?? title ?? first.from) + 1,
        to: last.to + 1,
        day,
        dayLine: dayLine === null ? '' : (lines[dayLine] ?? '').trim(),
        labels: [dayLine, isTitle ? title : null].flatMap((line) => (line === null ? [] : (lines[line] ?? ''))),
      },
    ];
  });
}

/** The text of a title without its mark and without the address that it links to. */
const titleIn = (line: string): string => {
  const { text } = bareLine(line);
  return /^\[([^\]]+)\]\(/.exec(text)?.[1] ?? text;
};

function textAbove(lines: readonly string[], line: number, from: number): number | null {
  for (let at = line - 1; at >= from; at -= 1) if ((lines[at] ?? '').trim() !== '') return at;
  return null;
}

const isTitleLine = (line: string): boolean =>
  /^\s{0,3}#{1,6}\s/.test(line) ||
  LINKED_TITLE.test(line.trim()) ||
  (line.trim().length <= LONGEST_TITLE && !/[.:;,]$/.test(line.trim()) && dayOf(line) === null);

/** The whole date that a line is, `YYYY-MM-DD`; null for anything else. */
function dayOf(line: string): string | null {
  const { text } = bareLine(line);
  if (!/\d{4}/.test(text) || text.length > 40) return null;
  const bare = text.replaceAll(/[*_]/g, '').replaceAll(/\s+/g, ' ').trim();
  const parsed = parseMoment(bare, { referenceDate: '2000-01-01', zone: 'UTC' });
  return 'moment' in parsed && parsed.moment.precision === 'day' ? parsed.moment.value : null;
}
