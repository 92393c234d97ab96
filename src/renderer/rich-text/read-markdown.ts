import { $createParagraphNode, $getRoot, type LexicalEditor } from 'lexical';
import { readSource, type SourceRecord } from './markdown/source-record.ts';
import { $nodeFromBlock } from './nodes/block-nodes.ts';
import { $setOrigin } from './nodes/origin-state.ts';

const RECORDS = new WeakMap<LexicalEditor, SourceRecord>();

/** What the editor's text was when it was last read from Markdown. */
export function recordOf(editor: LexicalEditor): SourceRecord {
  return RECORDS.get(editor) ?? readSource('').record;
}

/** Tells which text the editor's blocks now come from. */
export function setRecord(editor: LexicalEditor, record: SourceRecord): void {
  RECORDS.set(editor, record);
}

/** Fills an editor, inside an update of it, with Markdown; every block remembers how it was written. */
export function $readMarkdown(editor: LexicalEditor, markdown: string): void {
  const { record, pieces } = readSource(markdown);
  setRecord(editor, record);
  const nodes = pieces.map((piece) => {
    const node = $nodeFromBlock(piece.block);
    $setOrigin(node, piece.origin);
    return node;
  });
  $getRoot()
    .clear()
    .append(...(nodes.length > 0 ? nodes : [$createParagraphNode()]));
}

/** Fills an editor with Markdown at once, leaving the caret and the focus alone. */
export function readMarkdown(editor: LexicalEditor, markdown: string): void {
  editor.update(() => $readMarkdown(editor, markdown), { discrete: true });
}
