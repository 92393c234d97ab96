import { fingerprint, type ProseBlock } from '../document/prose-block.ts';
import { canonical } from './canonical.ts';
import { keepListsApart } from './keep-lists-apart.ts';
import { plainWords } from './plain-words.ts';
import { remembered } from './remembered.ts';
import { meaningOf } from './write-block.ts';

const whatItSays = remembered(meaningOf);

/** A block to be written. `wasLast` is true when it was the last block of the source. */
export type Segment = { blocks: ProseBlock[]; lead: string; text: string; changed: boolean; wasLast: boolean };

/**
 * Joins segments into a text, and makes sure that a neighbour does not absorb a changed block (an open code fence
 * above it, indentation below a list). Every changed stretch is parsed together with the blocks before and after it;
 * if the result differs, the blank lines and then the neighbours are rewritten.
 */
export function settle(segments: Segment[], tail: string, eol: string): string {
  const repairs = [() => {}, spaceOut, writeAnew, fenceIn];
  for (const [from, to] of changedStretches(segments)) {
    const stretch = segments.slice(from, to + 1);
    const end = to === segments.length - 1 ? tail : '';
    if (isPlain(stretch, end)) continue;
    for (const repair of repairs) {
      repair(stretch, eol);
      if (readsRight(stretch, end)) break;
    }
  }
  return join(segments) + tail;
}

function changedStretches(segments: readonly Segment[]): [number, number][] {
  const stretches: [number, number][] = [];
  segments.forEach((segment, at) => {
    const isEnd = at === segments.length - 1;
    if (!segment.changed && !(isEnd && !segment.wasLast)) return;
    const [from, to] = [Math.max(0, at - 1), Math.min(segments.length - 1, at + 1)];
    const last = stretches.at(-1);
    if (last && from <= last[1] + 1) last[1] = to;
    else stretches.push([from, to]);
  });
  return stretches;
}

/** Whether nothing can be misread: plain words, between paragraphs and headings, with empty lines around each. */
function isPlain(stretch: readonly Segment[], end: string): boolean {
  return (
    /^[ \t\r\n]*$/.test(end) &&
    stretch.every(
      ({ lead, text, blocks, changed }, at) =>
        (at === 0 || EMPTY_LINE.test(lead)) &&
        (changed
          ? plainWords(blocks) === text
          : blocks.every(({ type }) => type === 'paragraph' || type === 'heading')),
    )
  );
}

const EMPTY_LINE = /^[ \t]*\r?\n[ \t]*\r?\n[ \t\r\n]*$/;

function readsRight(stretch: readonly Segment[], end: string): boolean {
  const [first, ...rest] = stretch;
  const wanted = fingerprint(stretch.flatMap((segment) => segment.blocks));
  return whatItSays((first?.text ?? '') + join(rest) + end) === wanted;
}

function join(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.lead + segment.text).join('');
}

function spaceOut(stretch: Segment[], eol: string): void {
  for (const segment of stretch.slice(1)) segment.lead = eol.repeat(2);
}

function writeAnew(stretch: Segment[], eol: string): void {
  stretch.forEach((segment, at) => {
    segment.text = canonical(segment.blocks, eol);
    keepListsApart(stretch, at, eol);
  });
}

/** The last resort for literal Markdown that would absorb what follows: turn it into a code block. */
function fenceIn(stretch: Segment[], eol: string): void {
  for (const segment of stretch) {
    segment.blocks = segment.blocks.map((block) =>
      block.type === 'literal' ? { type: 'code', info: 'markdown', text: block.text } : block,
    );
  }
  writeAnew(stretch, eol);
}
