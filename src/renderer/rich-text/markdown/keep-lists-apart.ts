import { canonical } from './canonical.ts';
import type { Segment } from './settle-segments.ts';

const BULLETS = ['-', '*', '+'];

/**
 * Changes the bullet of a list that has the same one as its neighbour: in Markdown, adjacent lists stay separate only
 * by their bullets.
 */
export function keepListsApart(segments: readonly Segment[], at: number, eol: string): void {
  const segment = segments[at];
  const bullet = bulletOf(segment);
  if (segment === undefined || bullet === null) return;
  const [before, after] = [bulletOf(segments[at - 1]), bulletOf(segments[at + 1])];
  const yieldsToNext = segment.changed && bullet === after && segments[at + 1]?.changed === false;
  if (bullet !== before && !yieldsToNext) return;
  const marker = BULLETS.find((other) => other !== before && other !== after) ?? '-';
  const blocks = segment.blocks.map((block) => (block.type === 'list' ? { ...block, marker } : block));
  segment.text = canonical(blocks, eol);
  segment.changed = true;
}

function bulletOf(segment: Segment | undefined): string | null {
  if (segment?.blocks[0]?.type !== 'list') return null;
  return /^ {0,3}([-*+])(?=[ \t\r\n]|$)/.exec(segment.text)?.[1] ?? null;
}
