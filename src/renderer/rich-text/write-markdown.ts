import { $getRoot, type LexicalEditor } from 'lexical';
import { composeSource, type Entry } from './markdown/compose-source.ts';
import { $blocksFromNodes } from './nodes/block-nodes.ts';
import { $originOf } from './nodes/origin-state.ts';
import { recordOf } from './read-markdown.ts';

/** The editor's Markdown: what was not edited byte for byte as it was read, the rest in its canonical form. */
export function writeMarkdown(editor: LexicalEditor): string {
  return composeSource(editor.read($entries), recordOf(editor));
}

/** The editor's Markdown as if it had been typed here from the start, owing nothing to what was read. */
export function writeCanonicalMarkdown(editor: LexicalEditor): string {
  const entries = editor.read($entries).map(({ blocks }) => ({ blocks, origin: null }));
  return composeSource(entries, { text: '', head: '', tail: '', eol: '\n', count: 0 });
}

/** What stands at the editor's top level, block by block. */
function $entries(): Entry[] {
  return $getRoot()
    .getChildren()
    .map((node) => ({ blocks: $blocksFromNodes([node]), origin: $originOf(node) }));
}
