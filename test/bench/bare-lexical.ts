import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';

/* Runs in a bare page: an editor of the same library with three paragraphs, and nothing else. */
const editor = createEditor({
  onError: (error) => {
    throw error;
  },
});
registerRichText(editor);
editor.setRootElement(document.querySelector<HTMLElement>('[contenteditable]'));
editor.update(() => {
  for (let paragraph = 0; paragraph < 3; paragraph += 1)
    $getRoot().append(
      $createParagraphNode().append($createTextNode('The pager rang twice and nobody knew why. '.repeat(6))),
    );
});
