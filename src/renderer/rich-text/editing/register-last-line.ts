import { $isCodeNode } from '@lexical/code';
import { $isHorizontalRuleNode } from '@lexical/extension';
import { $isTableNode } from '@lexical/table';
import { $createParagraphNode, RootNode, type LexicalEditor } from 'lexical';

/**
 * Keeps an empty line after a table, a rule or code at the end, so that one can write below it. Empty lines are never
 * written to the file.
 */
export function registerLastLine(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(RootNode, (root) => {
    const last = root.getLastChild();
    if ($isTableNode(last) || $isCodeNode(last) || $isHorizontalRuleNode(last)) root.append($createParagraphNode());
  });
}
