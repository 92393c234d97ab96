import { fingerprint, type ProseBlock } from '../document/prose-block.ts';
import { canonical } from './canonical.ts';
import { keepListsApart } from './keep-lists-apart.ts';
import { remembered } from './remembered.ts';
import { meaningOf } from './write-block.ts';

const whatItSays = remembered(meaningOf);

/** A block on its way into the text. `wasLast` tells that the text's own end followed it. */
export type Segment = { blocks: ProseBlock[]; lead: string; text: string; changed: boolean; wasLast: boolean };

/**
 * Joins segments into a text, after making sure that nothing changed is swallowed by its neighbour (an open code fence
 * above it, an indentation below a list). Every changed stretch is read back together with the block before and after
 * it; where that does not say what it should, the blank lines and then the neighbours are written anew.
 */
export function settle(segments: Segment[], tail: string, eol: string): string {
  const repairs = [() => {}, spaceOut, writeAnew, fenceIn];
  for (const [from, to] of changedStretches(segments)) {
    const stretch = segments.slice(from, to + 1);
    const end = to === segments.length - 1 ? tail : '';
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

/** The last resort for Markdown kept as written that runs on into what follows: it becomes a block of code. */
function fenceIn(stretch: Segment[], eol: string): void {
  for (const segment of stretch) {
    segment.blocks = segment.blocks.map((block) =>
      block.type === 'literal' ? { type: 'code', info: 'markdown', text: block.text } : block,
    );
  }
  writeAnew(stretch, eol);
}
