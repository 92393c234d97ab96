import { foldWithOffsets } from './fold-with-offsets.ts';
import { foldPassage } from './fold.ts';

/** A stretch of the original text. */
type Stretch = { readonly start: number; readonly end: number };

/** Text cut into parts, some of which matched; joined they are the text again. */
export type HighlightedText = { text: string; hit: boolean }[];

/** Marks every place where a needle stands in a text; null when none does. */
export function highlightMatches(text: string, needles: readonly string[]): HighlightedText | null {
  const stretches = stretchesOf(text, needles);
  return stretches.length === 0 ? null : cut(text, stretches, 0, text.length);
}

/** The part of a passage around its first match, at most about `length` characters, with the matches marked. */
export function highlightSnippet(text: string, needles: readonly string[], length: number): HighlightedText | null {
  const stretches = stretchesOf(text, needles);
  const [first] = stretches;
  if (first === undefined) return null;
  if (text.length <= length) return cut(text, stretches, 0, text.length);
  const start = backToWord(text, Math.max(0, Math.min(first.start - Math.floor(length / 3), text.length - length)));
  const end = Math.max(forwardToWord(text, Math.min(text.length, start + length)), first.end);
  const marked = cut(text, stretches, start, end);
  if (start > 0) marked.unshift({ text: '… ', hit: false });
  if (end < text.length) marked.push({ text: ' …', hit: false });
  return marked;
}

function stretchesOf(text: string, needles: readonly string[]): Stretch[] {
  const quick = foldPassage(text);
  if (!needles.some((needle) => quick.includes(needle))) return [];
  const { folded, offsets } = foldWithOffsets(text);
  const found: Stretch[] = [];
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

function cut(text: string, stretches: readonly Stretch[], start: number, end: number): HighlightedText {
  const parts: HighlightedText = [];
  let at = start;
  for (const stretch of stretches) {
    const from = Math.max(stretch.start, at);
    const to = Math.min(stretch.end, end);
    if (to <= from) continue;
    if (from > at) parts.push({ text: text.slice(at, from), hit: false });
    parts.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < end) parts.push({ text: text.slice(at, end), hit: false });
  return parts;
}

/** How far a snippet is lengthened or shortened so as not to cut a word. */
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

/** Never between the two halves of one character. */
const offPair = (text: string, index: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(index)) ? index + 1 : index;
