import { $createParagraphNode, $getRoot, $setSelection, SKIP_DOM_SELECTION_TAG, type LexicalEditor } from 'lexical';
import { fingerprint } from '../document/prose-block.ts';
import { readSource } from '../markdown/source-record.ts';
import { $blocksFromNodes, $nodeFromBlock } from '../nodes/block-nodes.ts';
import { $setOrigin } from '../nodes/origin-state.ts';
import { setRecord } from '../read-markdown.ts';
import { $caretAfterChange, $textOf } from './caret-after-change.ts';
import { OUTSIDE_TAG } from './prose-emission.ts';

/**
 * Shows a text set from outside (an undo, a change on disk). Unchanged blocks keep their nodes, so that nothing jumps.
 * When the editor has the focus, the caret moves to the end of the change.
 */
export function showMarkdown(editor: LexicalEditor, markdown: string): void {
  const root = editor.getRootElement();
  const hasFocus = root !== null && root.contains(root.ownerDocument.activeElement);
  const tags = hasFocus ? [OUTSIDE_TAG] : [OUTSIDE_TAG, SKIP_DOM_SELECTION_TAG];
  editor.update(() => $showMarkdown(editor, markdown, hasFocus), { discrete: true, tag: tags });
}

function $showMarkdown(editor: LexicalEditor, markdown: string, hasFocus: boolean): void {
  const { record, pieces } = readSource(markdown);
  setRecord(editor, record);
  const old = $getRoot().getChildren();
  const saysNow = old.map((node) => fingerprint($blocksFromNodes([node])));
  const [head, tail] = sameEnds(
    saysNow,
    pieces.map((piece) => piece.origin.meaning),
  );
  const fresh = pieces.slice(head, pieces.length - tail).map((piece) => $nodeFromBlock(piece.block));
  if (pieces.length === 0) fresh.push($createParagraphNode());
  const before = $textOf(old[old.length - tail - 1]);
  $getRoot().splice(head, old.length - head - tail, fresh);
  const nodes = $getRoot().getChildren();
  pieces.forEach((piece, at) => {
    const node = nodes[at];
    if (node) $setOrigin(node, piece.origin);
  });
  if (hasFocus) $caretAfterChange(nodes[Math.max(0, head + fresh.length - 1)], before);
  else $setSelection(null);
}

/** How many blocks at the start and at the end are unchanged. */
function sameEnds(before: readonly string[], after: readonly string[]): [number, number] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return [head, tail];
}
