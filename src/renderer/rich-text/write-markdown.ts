import { $getRoot, type EditorState, type LexicalEditor } from 'lexical';
import { composeSource, type Entry } from './markdown/compose-source.ts';
import type { SourceRecord } from './markdown/source-record.ts';
import { $blocksFromNodes } from './nodes/block-nodes.ts';
import { $originOf } from './nodes/origin-state.ts';
import { recordOf } from './read-markdown.ts';

type Written = { readonly state: EditorState; readonly record: SourceRecord; readonly text: string };

const LAST = new WeakMap<LexicalEditor, Written>();

/**
 * The Markdown of the editor: unedited blocks byte for byte, the others in canonical form. Written once for each state,
 * however often it is asked for: by the journal, by the save, and when typing pauses.
 */
export function writeMarkdown(editor: LexicalEditor): string {
  const state = editor.read(() => editor.getEditorState());
  const record = recordOf(editor);
  const last = LAST.get(editor);
  if (last?.state === state && last.record === record) return last.text;
  const text = composeSource(editor.read($entries), record);
  LAST.set(editor, { state, record, text });
  return text;
}

/** The canonical Markdown of the editor, ignoring the source it was read from. */
export function writeCanonicalMarkdown(editor: LexicalEditor): string {
  const entries = editor.read($entries).map(({ blocks }) => ({ blocks, origin: null }));
  return composeSource(entries, { text: '', head: '', tail: '', eol: '\n', count: 0 });
}

/** The top-level nodes of the editor as blocks. */
function $entries(): Entry[] {
  return $getRoot()
    .getChildren()
    .map((node) => ({ blocks: $blocksFromNodes([node]), origin: $originOf(node) }));
}
