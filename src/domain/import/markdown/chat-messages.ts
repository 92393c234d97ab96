import { bareLine, loneTime, type PostedBlock } from './posted-blocks.ts';

const NAME = String.raw`@?[\p{L}][\p{L}\p{N}._'’ -]{0,38}?(?:\s+(?:APP|BOT|\([^()]{1,30}\)))?`;
/** "Ann Lee  10:42 AM", "ann [10:42 AM]", "Ann — 03/04/2026 10:42" and the like: who wrote, and when. */
const HEAD = new RegExp(
  String.raw`^(?:\*\*|__)?(${NAME})(?:\*\*|__)?\s*:?(?:\s+|\s*[—–|,·]\s*|\s*(?=[[(]))[[(]?(\d.*)$`,
  'u',
);
const MOST_LINES = 60;
const FEWEST = 3;

type Head = { readonly line: number; readonly who: string; readonly time: string };

/**
 * Finds the messages of a chat that was copied from its window: a line with who wrote and when, or only when, and the
 * message below it.
 */
export function chatMessagesIn(lines: readonly string[], isCode: (line: number) => boolean): PostedBlock[][] {
  const heads = lines.flatMap((line, index): Head[] => headOf(line, index, isCode(index)));
  const blocks: PostedBlock[] = [];
  for (const [index, { line, who, time }] of heads.entries()) {
    const next = heads[index + 1]?.line ?? lines.length;
    const to = endOfMessage(lines, line, next);
    if (to > line) blocks.push({ from: line, to, time, ...messageOf(who, lines.slice(line + 1, to + 1)) });
  }
  return runsOf(lines, blocks).filter((run) => {
    const isWritten = run.some(({ from }) => heads.some(({ line, who }) => line === from && who !== ''));
    return run.length >= FEWEST && isWritten;
  });
}

function headOf(line: string, index: number, isCode: boolean): Head[] {
  const { text } = bareLine(line);
  if (isCode || text === '' || text.length > 100 || /^\s*(?:[-*+>]\s|\d+[.)]\s|\|)/.test(line)) return [];
  const alone = loneTime(text);
  if (alone !== null) return alone.around === '' ? [{ line: index, who: '', time: alone.time }] : [];
  const [, who = '', rest = ''] = HEAD.exec(text) ?? [];
  const time = who === '' ? null : loneTime(rest);
  return time === null || time.around !== '' ? [] : [{ line: index, who: who.trim(), time: time.time }];
}

/** Who wrote, and the message; its first line follows the name, unless it begins a list, a quote or code. */
function messageOf(who: string, lines: readonly string[]): { head: string; body: readonly string[] } {
  const first = lines.findIndex((line) => line.trim() !== '');
  const text = lines[first]?.trim() ?? '';
  if (/^(?:[-*+>|]|\d+[.)]\s|```|~~~)/.test(text)) return { head: who === '' ? '' : `${who}:`, body: lines };
  const body = lines.map((line, index) => (index <= first ? '' : line));
  return { head: who === '' ? text : `${who}: ${text}`, body };
}

function endOfMessage(lines: readonly string[], line: number, next: number): number {
  const limit = Math.min(next, line + MOST_LINES);
  let last = line;
  for (let at = line + 1; at < limit; at += 1) {
    const text = lines[at] ?? '';
    if (/^\s*#{1,6}\s/.test(text)) break;
    // The last message ends with its paragraph, as the text below may be none of the chat.
    if (text.trim() === '' && next === lines.length && last > line) break;
    if (text.trim() !== '') last = at;
  }
  return last;
}

function runsOf(lines: readonly string[], blocks: readonly PostedBlock[]): PostedBlock[][] {
  const runs: PostedBlock[][] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const isNext =
      run !== undefined &&
      last !== undefined &&
      lines.slice(last.to + 1, block.from).every((line) => line.trim() === '');
    if (isNext) run.push(block);
    else runs.push([block]);
  }
  return runs;
}
