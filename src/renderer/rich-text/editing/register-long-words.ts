import { $getNodeByKey, $isTextNode, type LexicalEditor, TextNode } from 'lexical';

import { hasLongWord } from '../../ui/long-word.ts';

/** Marks texts with a very long word, so that they are drawn without kerning. Nothing is added to the text. */
export function registerLongWords(editor: LexicalEditor): () => void {
  return editor.registerMutationListener(
    TextNode,
    (mutations) =>
      editor.getEditorState().read(() => {
        for (const [key, mutation] of mutations) {
          const node = mutation === 'destroyed' ? null : $getNodeByKey(key);
          if (!$isTextNode(node)) continue;
          editor.getElementByKey(key)?.toggleAttribute('data-long-word', hasLongWord(node.getTextContent()));
        }
      }),
    { skipInitialization: false },
  );
}
