import { parseLine } from '../../time/parse-line.ts';
import { bareLine, loneTime, type PostedBlock } from './posted-blocks.ts';

/** The words that status pages name the state of an incident with. */
const STATE =
  'investigating|identified|monitoring|update(?: #?\\d+)?|resolved|post-?mortem|in progress|scheduled|verifying|completed|mitigated|recovering|watching|acknowledged';
const LABEL = new RegExp(
  String.raw`^([^\p{L}\p{N}]{0,6})(${STATE})(?![\p{L}\p{N}])((?:\*\*|__)?)\s*(?:([-–—:])(?:\*\*|__)?(?:\s+|$)|$)(.*)$`,
  'iu',
);
const LABEL_AND_TIME = new RegExp(
  String.raw`^([^\p{L}\p{N}]{0,6}(?:${STATE}))(?![\p{L}\p{N}])(?:\*\*|__)?\s*[-–—:,(\[]?\s*(.*)$`,
  'iu',
);
const STATE_IN_BOLD = new RegExp(String.raw`^([^\p{L}\p{N}*_]{0,6})(?:\*\*|__)(${STATE})(?:\*\*|__)?`, 'iu');
const HEADING = /^\s*#{1,6}\s/;
const MOST_LINES = 80;

/**
 * What one line of a status page is. A `label` is the state of an incident, which a `time` stands before or after; it is
 * `isSure` where it is set apart from the text. A line may have `both`.
 */
type Token =
  | { readonly is: 'time'; readonly line: number; readonly time: string; readonly around: string }
  | { readonly is: 'label'; readonly line: number; readonly head: string; readonly isSure: boolean }
  | { readonly is: 'both'; readonly line: number; readonly time: string; readonly head: string };

/** Finds the updates of a status page, such as "**Resolved** - It works again." with its time before, beside or below. */
export function statusUpdatesIn(lines: readonly string[], isCode: (line: number) => boolean): PostedBlock[][] {
  const found = lines.flatMap((line, index) => tokenOf(line, index, isCode(index)));
  const hasSure = found.some((token) => token.is !== 'label' || token.isSure);
  const tokens = found.filter((token) => token.is !== 'label' || token.isSure || !hasSure);
  const blocks: PostedBlock[] = [];
  let used = -1;
  for (const [index, token] of tokens.entries()) {
    if (token.line <= used || token.is === 'time') continue;
    const block = blockAt(lines, tokens, index, used);
    if (block === null) continue;
    blocks.push(block);
    used = block.to;
  }
  return runsOf(lines, blocks).filter((run) => run.length >= 2);
}

function tokenOf(line: string, index: number, isCode: boolean): Token[] {
  const { text } = bareLine(line);
  if (isCode || text === '') return [];
  const alone = loneTime(text);
  if (alone !== null) return [{ is: 'time', line: index, ...alone }];
  const together = LABEL_AND_TIME.exec(text);
  const ofLabel = together === null ? null : loneTime(together[2] ?? '');
  if (together?.[1] !== undefined && ofLabel !== null)
    return [
      { is: 'both', line: index, time: ofLabel.time, head: `${plainLabel(together[1])} ${ofLabel.around}`.trim() },
    ];
  const label = LABEL.exec(text);
  if (label !== null) {
    const [, before = '', , marks = '', gap = '', rest = ''] = label;
    const isSure = gap !== ':' || marks !== '' || before.includes('*') || rest === '' || HEADING.test(line);
    return [{ is: 'label', line: index, head: plainLabel(text), isSure }];
  }
  const timed = parseLine(text, { referenceDate: '2000-01-01', zone: 'UTC' });
  const isUpdate = timed?.moment.precision === 'minute' && LABEL.test(timed.rest);
  const time = isUpdate ? loneTime(text.slice(0, text.lastIndexOf(timed.rest)).replace(/[\s*_`|,;:–—-]+$/, '')) : null;
  return time === null || timed === null
    ? []
    : [{ is: 'both', line: index, time: time.time, head: plainLabel(timed.rest) }];
}

/** A text without the marks around the state that it begins with: rows of a timeline are plain text. */
const plainLabel = (text: string): string =>
  text.replace(STATE_IN_BOLD, (_, before: string, state: string) => `${before}${state}`);

function blockAt(lines: readonly string[], tokens: readonly Token[], index: number, used: number): PostedBlock | null {
  const token = tokens[index];
  if (token === undefined || token.is === 'time') return null;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (token.is === 'both') {
    const { line, time, head } = token;
    const to = endOfBody(lines, line, after?.line ?? null);
    return { from: line, to, time, head, body: lines.slice(line + 1, to + 1) };
  }
  const isBelow = before?.is === 'time' && before.line > used && isBlank(lines, before.line + 1, token.line);
  if (isBelow) {
    const to = endOfBody(lines, token.line, after?.line ?? null);
    const head = before.around === '' ? token.head : `${token.head} ${before.around}`;
    const gap = lines.slice(before.line + 1, token.line + 1).map(() => '');
    return { from: before.line, to, time: before.time, head, body: [...gap, ...lines.slice(token.line + 1, to + 1)] };
  }
  if (after?.is !== 'time' || after.line - token.line > MOST_LINES) return null;
  const between = lines.slice(token.line + 1, after.line);
  if (between.some((line) => HEADING.test(line))) return null;
  return { from: token.line, to: after.line, time: after.time, head: token.head, body: [...between, after.around] };
}

/** The last line of a text below its label: before the next update, or else where its first paragraph ends. */
function endOfBody(lines: readonly string[], line: number, next: number | null): number {
  const heading = lines.findIndex((text, at) => at > line && HEADING.test(text));
  const limit = Math.min(next ?? lines.length, heading < 0 ? lines.length : heading, line + MOST_LINES);
  if (next !== null && next === limit) return lastText(lines, line, limit);
  let end = line;
  let hasText = false;
  for (let at = line + 1; at < limit; at += 1) {
    const isEmpty = isBlank(lines, at, at + 1);
    if (isEmpty && hasText) break;
    hasText ||= !isEmpty;
    if (hasText) end = at;
  }
  return end;
}

const lastText = (lines: readonly string[], from: number, to: number): number => {
  let last = to - 1;
  while (last > from && isBlank(lines, last, last + 1)) last -= 1;
  return last;
};

/** Whether lines hold nothing but quote marks and rules. */
const isBlank = (lines: readonly string[], from: number, to: number): boolean =>
  lines.slice(from, to).every((line) => /^[\s>]*(?:[-*_]{3,})?\s*$/.test(line));

/** Blocks that follow one another. */
function runsOf(lines: readonly string[], blocks: readonly PostedBlock[]): PostedBlock[][] {
  const runs: PostedBlock[][] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && isBlank(lines, last.to + 1, block.from)) run.push(block);
    else runs.push([block]);
  }
  return runs;
}
