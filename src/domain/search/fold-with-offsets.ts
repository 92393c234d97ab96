import { fold } from './fold.ts';

/**
 * Folded text, and for each of its characters where the original character begins. One more place stands for the end.
 */
export type FoldedWithOffsets = { readonly folded: string; readonly offsets: Uint32Array };

/**
 * The same as foldPassage, but it can be told which part of the original a match covers. Slower: for the text shown
 * only.
 */
export function foldWithOffsets(text: string): FoldedWithOffsets {
  const places: number[] = [];
  const parts: string[] = [];
  let isAfterSpace = true; // at the beginning too, where white space is left out
  let index = 0;
  while (index < text.length) {
    // Most characters are ASCII and followed by such, so that no mark can belong to them.
    const isPlain = text.charCodeAt(index) < 0x80 && !(text.charCodeAt(index + 1) >= 0x80);
    const end = isPlain ? index + 1 : clusterEnd(text, index);
    let part = isPlain ? (PLAIN[text.charCodeAt(index)] ?? '') : fold(text.slice(index, end));
    const isSpace = part === ' ' || (part !== '' && /^\s+$/.test(part));
    if (isSpace) part = isAfterSpace ? '' : ' ';
    for (let count = 0; count < part.length; count += 1) places.push(index);
    parts.push(part);
    if (part !== '') isAfterSpace = isSpace;
    index = end;
  }
  places.push(text.length);
  return { folded: parts.join(''), offsets: Uint32Array.from(places) };
}

/** What each ASCII character becomes; white space becomes a space. */
const PLAIN: readonly string[] = Array.from({ length: 0x80 }, (_, code) =>
  fold(String.fromCharCode(code)).replace(/\s/, ' '),
);

const MARK = /^[\p{M}\u1160-\u11ff]$/u;

/** Where the character that begins at an index ends, with the marks that belong to it. */
function clusterEnd(text: string, index: number): number {
  let end = index + width(text, index);
  while (end < text.length && text.charCodeAt(end) > 0x7f) {
    const next = text.slice(end, end + width(text, end));
    if (!MARK.test(next)) break;
    end += next.length;
  }
  return end;
}

const width = (text: string, index: number): number => ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);
