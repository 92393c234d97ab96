import type { ListBlock, ProseBlock } from './prose-block.ts';

/** Joins neighbouring lists of one kind, as the editor does: in it, two such lists cannot stand side by side. */
export function mergeLists(blocks: readonly ProseBlock[]): ProseBlock[] {
  const merged: ProseBlock[] = [];
  for (const block of blocks) {
    const one = asOneList(merged.at(-1), block);
    if (one) merged[merged.length - 1] = one;
    else merged.push(block);
  }
  return merged;
}

/** The list that two neighbours make together, or null when they stay two blocks. */
export function asOneList(before: ProseBlock | undefined, after: ProseBlock): ListBlock | null {
  if (before?.type !== 'list' || after.type !== 'list' || before.kind !== after.kind) return null;
  return { ...before, items: [...before.items, ...after.items], loose: before.loose || after.loose };
}
