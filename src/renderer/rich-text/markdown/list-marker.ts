import type { ProseBlock } from '../document/prose-block.ts';

const BULLETS = ['-', '*', '+'];

/** The bullet a text opens with, or null when it is no bulleted list. */
export function markerOf(text: string): string | null {
  return /^ {0,3}([-*+])(?=[ \t\r\n]|$)/.exec(text)?.[1] ?? null;
}

/** The same blocks with a first bullet that none of the given neighbours uses. */
export function markerClear(
  blocks: readonly ProseBlock[],
  taken: readonly (string | null | undefined)[],
): ProseBlock[] {
  const marker = BULLETS.find((bullet) => !taken.includes(bullet)) ?? '-';
  return blocks.map((block, at) => (at === 0 && block.type === 'list' ? { ...block, marker } : block));
}
