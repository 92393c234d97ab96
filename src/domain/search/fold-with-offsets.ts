import { fold, foldPassage } from './fold.ts';

/** Folded text, and for each of its UTF-16 units the offset of the original character. The last offset is the end. */
export type FoldedWithOffsets = { readonly folded: string; readonly offsets: Uint32Array };

/**
 * Like foldPassage, with offsets into the original, for text that is shown with highlights. Slower for some texts.
 * `passage` is the text folded by foldPassage.
 */
export function foldWithOffsets(text: string, passage = foldPassage(text)): FoldedWithOffsets {
  // Each character folds to one, so an equal length means that no white space was dropped.
  if (passage.length === text.length && ONE_TO_ONE.test(text)) {
    return { folded: passage, offsets: ownOffsets(text.length) };
  }
  return foldEachCharacter(text);
}

// oxlint-disable no-control-regex -- every ASCII character, control characters included
/** Text of ASCII, accented letters of one code unit, dashes and curly quotes only, each of which folds to one unit. */
const ONE_TO_ONE = /^[\0-\x7f\xc0-\xc5\xc7-\xde\xe0-\xe5\xe7-\xff\u2013\u2014\u2018\u2019\u201c\u201d]*$/;
// oxlint-enable no-control-regex

let sequence = new Uint32Array(0);

/** The offsets of a text whose characters all keep their places. */
function ownOffsets(length: number): Uint32Array {
  if (sequence.length <= length) sequence = Uint32Array.from({ length: length * 2 + 1 }, (_, index) => index);
  return sequence.subarray(0, length + 1);
}

function foldEachCharacter(text: string): FoldedWithOffsets {
  const offsets: number[] = [];
  const parts: string[] = [];
  let isAfterSpace = true; // true at the start, where white space is dropped too
  let index = 0;
  while (index < text.length) {
    // Most characters are ASCII and followed by ASCII, so no combining mark belongs to them.
    const isPlain = text.charCodeAt(index) < 0x80 && !(text.charCodeAt(index + 1) >= 0x80);
    const end = isPlain ? index + 1 : clusterEnd(text, index);
    let part = isPlain ? (PLAIN[text.charCodeAt(index)] ?? '') : fold(text.slice(index, end));
    const isSpace = part === ' ' || (part !== '' && /^\s+$/.test(part));
    if (isSpace) part = isAfterSpace ? '' : ' ';
    for (let count = 0; count < part.length; count += 1) offsets.push(index);
    parts.push(part);
    if (part !== '') isAfterSpace = isSpace;
    index = end;
  }
  offsets.push(text.length);
  return { folded: parts.join(''), offsets: Uint32Array.from(offsets) };
}

/** Each ASCII character, folded; white space becomes a space. */
const PLAIN: readonly string[] = Array.from({ length: 0x80 }, (_, code) =>
  fold(String.fromCharCode(code)).replace(/\s/, ' '),
);

const COMBINING_MARK = /^[\p{M}\u1160-\u11ff]$/u;

/** The end of the character that begins at an index, including its combining marks. */
function clusterEnd(text: string, index: number): number {
  let end = index + width(text, index);
  while (end < text.length && text.charCodeAt(end) > 0x7f) {
    const next = text.slice(end, end + width(text, end));
    if (!COMBINING_MARK.test(next)) break;
    end += next.length;
  }
  return end;
}

const width = (text: string, index: number): number => ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);
