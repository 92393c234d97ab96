import { createHeadlessEditor } from '@lexical/headless';
import type { LexicalEditor } from 'lexical';
import { PROSE_NODES } from '#renderer/rich-text/nodes/prose-nodes.ts';
import { readMarkdown } from '#renderer/rich-text/read-markdown.ts';

/** An editor without a screen, holding the given Markdown. */
export function headlessProse(markdown: string): LexicalEditor {
  const editor = createHeadlessEditor({
    nodes: PROSE_NODES,
    onError(error) {
      throw error;
    },
  });
  readMarkdown(editor, markdown);
  return editor;
}
