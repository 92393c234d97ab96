import { fold } from './fold.ts';

/** Folded text, and for each of its characters where the original character begins. One more place stands for the end. */
export type FoldedWithPlaces = { readonly folded: string; readonly places: Uint32Array };

/** The same as foldPassage, but it can be told which part of the original a match covers. Slower: for the text shown only. */
export function foldWithPlaces(text: string): FoldedWithPlaces {
  const places: number[] = [];
  let folded = '';
  let index = 0;
  while (index < text.length) {
    const end = clusterEnd(text, index);
    let part = fold(text.slice(index, end));
    if (/^\s+$/.test(part)) part = folded === '' || folded.endsWith(' ') ? '' : ' ';
    for (let count = 0; count < part.length; count += 1) places.push(index);
    folded += part;
    index = end;
  }
  places.push(text.length);
  return { folded, places: Uint32Array.from(places) };
}

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
