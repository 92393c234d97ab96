import { $getNodeByKey, $isTextNode, type LexicalEditor, TextNode } from 'lexical';

/** Longer than any word or usual address. */
const LONG = 1000;

/** Scripts whose lines break between any two letters are not kerned, so they need no spaces. */
const LONG_WORD = new RegExp(String.raw`[^\s\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}]{${LONG}}`, 'u');

/**
 * Marks texts with a word of 1000 letters or more, such as a pasted key, so that they are drawn without kerning.
 * Chromium shapes a kerned word again from each of its lines to its end: 12,500 letters took a second for each key.
 * Nothing is added to the text.
 */
export function registerLongWords(editor: LexicalEditor): () => void {
  return editor.registerMutationListener(
    TextNode,
    (mutations) =>
      editor.getEditorState().read(() => {
        for (const [key, mutation] of mutations) {
          const node = mutation === 'destroyed' ? null : $getNodeByKey(key);
          if (!$isTextNode(node)) continue;
          const text = node.getTextContent();
          editor.getElementByKey(key)?.toggleAttribute('data-long-word', text.length >= LONG && LONG_WORD.test(text));
        }
      }),
    { skipInitialization: false },
  );
}
