import type { ListBlock, ProseBlock } from './prose-block.ts';

/** Joins adjacent lists of the same kind, because the editor cannot keep them separate. */
export function mergeLists(blocks: readonly ProseBlock[]): ProseBlock[] {
  const merged: ProseBlock[] = [];
  for (const block of blocks) {
    const one = asOneList(merged.at(-1), block);
    if (one) merged[merged.length - 1] = one;
    else merged.push(block);
  }
  return merged;
}

/** Joins two adjacent lists, or returns null when they are separate blocks. */
export function asOneList(before: ProseBlock | undefined, after: ProseBlock): ListBlock | null {
  if (before?.type !== 'list' || after.type !== 'list' || before.kind !== after.kind) return null;
  return { ...before, items: [...before.items, ...after.items], loose: before.loose || after.loose };
}
