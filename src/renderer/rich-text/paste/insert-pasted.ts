import { $isCodeNode } from '@lexical/code';
import { $isTableCellNode } from '@lexical/table';
import { $findMatchingParent, $insertNodes, $isRangeSelection, type BaseSelection } from 'lexical';
import type { ProseBlock } from '../document/prose-block.ts';
import { $nodeFromBlock } from '../nodes/block-nodes.ts';
import { $nodesFromRuns } from '../nodes/inline-nodes.ts';
import { linesOf } from './pasted-table.ts';

/** Inserts pasted prose at the caret: a single line joins the text, a cell takes lines only, blocks stay blocks. */
export function $insertPasted(blocks: readonly ProseBlock[], selection: BaseSelection): void {
  const [first] = blocks;
  const inCell = $isWithin(selection, $isTableCellNode);
  if (blocks.length === 1 && first?.type === 'paragraph') $insertNodes($nodesFromRuns(first.runs));
  else if (inCell) $insertNodes($nodesFromRuns(linesOf(blocks)));
  else if (blocks.length > 0) $insertNodes(blocks.map($nodeFromBlock));
}

/** Whether the caret is in code, where everything is pasted as text. */
export function $isInCode(selection: BaseSelection): boolean {
  return $isWithin(selection, $isCodeNode);
}

function $isWithin(selection: BaseSelection, matches: (node: Parameters<typeof $isCodeNode>[0]) => boolean): boolean {
  if (!$isRangeSelection(selection)) return false;
  return $findMatchingParent(selection.anchor.getNode(), (node) => matches(node)) !== null;
}
