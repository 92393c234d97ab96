import { foldWithOffsets } from './fold-with-offsets.ts';
import { foldPassage } from './fold.ts';

/** A range of the original text; `end` is exclusive. */
type Range = { readonly start: number; readonly end: number };

/** Text split into parts; `hit` parts match. Joined, the parts are the text. */
export type HighlightedText = { text: string; hit: boolean }[];

/** Splits a text at every match of a folded needle; null when nothing matches. */
export function highlightMatches(text: string, needles: readonly string[]): HighlightedText | null {
  const ranges = rangesOf(text, needles);
  return ranges.length === 0 ? null : cut(text, ranges, 0, text.length);
}

/**
 * The part of a passage around its first match, about `length` characters at most, with ellipses; null without a match.
 * `folded` is the passage folded by foldPassage.
 */
export function highlightSnippet(
  text: string,
  needles: readonly string[],
  length: number,
  folded = foldPassage(text),
): HighlightedText | null {
  const ranges = rangesOf(text, needles, folded);
  const [first] = ranges;
  if (first === undefined) return null;
  if (text.length <= length) return cut(text, ranges, 0, text.length);
  const start = backToWord(text, Math.max(0, Math.min(first.start - Math.floor(length / 3), text.length - length)));
  const end = Math.max(forwardToWord(text, Math.min(text.length, start + length)), first.end);
  const parts = cut(text, ranges, start, end);
  if (start > 0) parts.unshift({ text: '… ', hit: false });
  if (end < text.length) parts.push({ text: ' …', hit: false });
  return parts;
}

function rangesOf(text: string, needles: readonly string[], passage = foldPassage(text)): Range[] {
  if (!needles.some((needle) => passage.includes(needle))) return [];
  const { folded, offsets } = foldWithOffsets(text, passage);
  const found: Range[] = [];
  for (const needle of needles) {
    for (let at = folded.indexOf(needle); at !== -1; at = folded.indexOf(needle, at + needle.length)) {
      const start = offsets[at] ?? 0;
      let after = at + needle.length;
      while (after < offsets.length - 1 && offsets[after] === offsets[after - 1]) after += 1;
      found.push({ start, end: offsets[after] ?? text.length });
    }
  }
  return found.sort((first, second) => first.start - second.start || second.end - first.end);
}

function cut(text: string, ranges: readonly Range[], start: number, end: number): HighlightedText {
  const parts: HighlightedText = [];
  let at = start;
  for (const range of ranges) {
    const from = Math.max(range.start, at);
    const to = Math.min(range.end, end);
    if (to <= from) continue;
    if (from > at) parts.push({ text: text.slice(at, from), hit: false });
    parts.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < end) parts.push({ text: text.slice(at, end), hit: false });
  return parts;
}

/** How far the ends of a snippet may move to avoid cutting a word. */
const SLACK = 20;

function backToWord(text: string, index: number): number {
  if (index === 0) return 0;
  const space = text.slice(index, index + SLACK).search(/\s/);
  return space === -1 ? offPair(text, index) : index + space + 1;
}

function forwardToWord(text: string, index: number): number {
  if (index >= text.length) return text.length;
  const space = text.slice(Math.max(0, index - SLACK), index).search(/\s\S*$/);
  return space === -1 ? offPair(text, index) : Math.max(0, index - SLACK) + space;
}

/** Moves an index off the middle of a surrogate pair. */
const offPair = (text: string, index: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(index)) ? index + 1 : index;
