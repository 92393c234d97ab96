import { isSectionName, placeHeading } from '../place-sections.ts';
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
 * `incidents` is empty unless the text is a page with several, and `withoutTitle` are the lines, from 0, where updates
 * begin that belong to none of them.
 */
export type PostedText = {
  readonly text: string;
  readonly hasPosts: boolean;
  readonly incidents: readonly PostedIncident[];
  readonly withoutTitle: readonly number[];
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
  const none = { text, hasPosts: false, incidents: [], withoutTitle: [] };
  const lines = text.split('\n');
  const isCode = codeLines(lines);
  const updates = openRuns(lines, isCode, statusUpdatesIn(lines, isCode));
  const runs = updates.length > 0 ? updates : openRuns(lines, isCode, chatMessagesIn(lines, isCode));
  if (runs.length === 0) return none;
  const incidents = isSplit && updates.length > 1 ? incidentsIn(lines, updates) : [];
  // Updates below no title stay as they are written, so that they are in no timeline of another incident.
  const isKept = ([first]: readonly PostedBlock[]): boolean =>
    incidents.length === 0 ||
    incidents.some(({ from, to }) => first !== undefined && first.from >= from - 1 && first.from < to);
  const written = withBlocksAsList(lines, runs.filter(isKept).flat());
  for (const { title } of incidents) written[title] = `## ${titleIn(written[title] ?? '')}`;
  return {
    text: written.join('\n'),
    hasPosts: true,
    incidents: incidents.map(({ title: _title, ...incident }) => incident),
    withoutTitle: runs.filter((run) => !isKept(run)).map(([first]) => first?.from ?? 0),
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

/**
 * The titles above runs of updates, and the days above those; empty when fewer than two incidents have one. Updates
 * without a title belong to the heading above them, or else to no incident.
 */
function incidentsIn(
  lines: readonly string[],
  runs: readonly (readonly PostedBlock[])[],
): (PostedIncident & { title: number })[] {
  const titles = titlesAbove(lines, runs);
  const isSure = (title: number | null): boolean => title !== null && isSureTitle(lines[title] ?? '');
  if (titles.includes(null) && titles.filter(isSure).length < 2) return [];
  const incidents: (PostedIncident & { title: number })[] = [];
  let day: string | null = null;
  let seen = 0;
  let isOpen = false; // updates that follow without a title belong to the last incident
  for (const [index, run] of runs.entries()) {
    const [first, end] = [run[0]?.from ?? 0, (run.at(-1)?.to ?? 0) + 1];
    const between = lines.slice(seen, first);
    const title = titles[index] ?? null;
    day = between.map(dayOf).findLast((each) => each !== null) ?? day;
    const above = title === null ? null : textAbove(lines, title, seen);
    const dayLine = above !== null && dayOf(lines[above] ?? '') !== null ? above : null;
    const last = incidents.at(-1);
    if (title !== null) {
      incidents.push({
        title,
        from: (dayLine ?? title) + 1,
        to: end,
        day,
        dayLine: dayLine === null ? '' : (lines[dayLine] ?? '').trim(),
        labels: [dayLine, title].flatMap((line) => (line === null ? [] : (lines[line] ?? ''))),
      });
    } else if (isOpen && last !== undefined && !between.some((line) => isHeading(line) || dayOf(line) !== null)) {
      incidents[incidents.length - 1] = { ...last, to: end };
    }
    isOpen = title === null ? isOpen && incidents.at(-1)?.to === end : isHeading(lines[title] ?? '');
    seen = end;
  }
  return incidents.length > 1 ? incidents : [];
}

/**
 * The line of the title above each run of updates: directly above it, or else the nearest heading, if another title of
 * the page is such a heading or a day stands above it.
 */
function titlesAbove(lines: readonly string[], runs: readonly (readonly PostedBlock[])[]): (number | null)[] {
  let hasDay = false;
  const found = runs.map((run, index) => {
    const first = run[0]?.from ?? 0;
    const seen = (runs[index - 1]?.at(-1)?.to ?? -1) + 1;
    const above = textAbove(lines, first, seen);
    const line = lines[above ?? -1] ?? '';
    const isApart = above === 0 || (lines[(above ?? 0) - 1] ?? '').trim() === '';
    const direct = above !== null && isTitleLine(line) && (isHeading(line) || isApart) ? above : null;
    hasDay ||= lines.slice(seen, first).some((each) => dayOf(each) !== null);
    const heading = direct === null ? headingAbove(lines, first, seen) : null;
    return { direct, heading, hasDay };
  });
  const levels = new Set(found.flatMap(({ direct }) => (direct === null ? [] : levelOf(lines[direct] ?? ''))));
  return found.map((each) => {
    const isOne = each.heading !== null && (each.hasDay || levels.has(levelOf(lines[each.heading] ?? '')));
    return each.direct ?? (isOne ? each.heading : null);
  });
}

/** The nearest heading that names no section and no day, without a day between. */
function headingAbove(lines: readonly string[], line: number, from: number): number | null {
  for (let at = line - 1; at >= from; at -= 1) {
    const text = lines[at] ?? '';
    if (dayOf(text) !== null) return null;
    if (isHeading(text)) return isSectionName(bareLine(text).text) ? null : at;
  }
  return null;
}

const isHeading = (line: string): boolean => /^\s{0,3}#{1,6}\s/.test(line);

/** How many marks a heading begins with; 0 for other lines. */
const levelOf = (line: string): number => /^\s{0,3}(#{1,6})\s/.exec(line)?.[1]?.length ?? 0;

const isSureTitle = (line: string): boolean => isHeading(line) || LINKED_TITLE.test(line.trim());

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
  isSureTitle(line) || (line.trim().length <= LONGEST_TITLE && !/[.:;,]$/.test(line.trim()) && dayOf(line) === null);

/** The whole date that a line is, `YYYY-MM-DD`; null for anything else. */
function dayOf(line: string): string | null {
  const { text } = bareLine(line);
  if (!/\d{4}/.test(text) || text.length > 40) return null;
  const bare = text.replaceAll(/[*_]/g, '').replaceAll(/\s+/g, ' ').trim();
  const parsed = parseMoment(bare, { referenceDate: '2000-01-01', zone: 'UTC' });
  return 'moment' in parsed && parsed.moment.precision === 'day' ? parsed.moment.value : null;
}
