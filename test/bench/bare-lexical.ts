import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';

/* Runs in a bare page that has its paragraphs in `prose`: an editor of the same library, and nothing else. */
const editor = createEditor({
  onError: (error) => {
    throw error;
  },
});
registerRichText(editor);
editor.setRootElement(document.querySelector<HTMLElement>('[contenteditable]'));
editor.update(() => {
  const { prose } = window as unknown as { prose: readonly string[] };
  for (const text of prose) $getRoot().append($createParagraphNode().append($createTextNode(text)));
});
