import { $getRoot, type LexicalEditor } from 'lexical';
import { composeSource, type Entry } from './markdown/compose-source.ts';
import { $blocksFromNodes } from './nodes/block-nodes.ts';
import { $originOf } from './nodes/origin-state.ts';
import { recordOf } from './read-markdown.ts';

/** The Markdown of the editor: unedited blocks byte for byte, the others in canonical form. */
export function writeMarkdown(editor: LexicalEditor): string {
  return composeSource(editor.read($entries), recordOf(editor));
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
