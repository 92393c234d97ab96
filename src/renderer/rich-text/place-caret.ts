import {
  $createParagraphNode,
  $getRoot,
  $isElementNode,
  getNearestEditorFromDOMNode,
  type RangeSelection,
} from 'lexical';

/** Focuses a prose editor with the caret where it was. False for an element that is none. */
export function focusProse(element: Element): boolean {
  const editor = getNearestEditorFromDOMNode(element);
  if (editor === null || editor.getRootElement() !== element) return false;
  // While one types there, the caret that the editor remembers may be one letter behind.
  if (document.activeElement !== element) editor.focus();
  return true;
}

/**
 * Puts the caret at the end of a prose editor, given its textbox, and types `text` there, where `\n` starts a
 * paragraph. With `below`, the caret goes to a new paragraph below the last block. False when it cannot be edited.
 */
export function placeCaretAtEnd(
  textbox: HTMLElement,
  { text = '', below = false }: { readonly text?: string; readonly below?: boolean } = {},
): boolean {
  const editor = getNearestEditorFromDOMNode(textbox);
  if (editor === null || !editor.isEditable()) return false;
  textbox.focus({ preventScroll: true });
  editor.update(
    () => {
      const last = $getRoot().getLastChild();
      if (below && last !== null && !($isElementNode(last) && last.isEmpty()))
        $getRoot().append($createParagraphNode());
      const selection = $getRoot().selectEnd();
      for (const [index, line] of text.split('\n').entries()) typeLine(selection, line, index > 0);
    },
    { discrete: true },
  );
  return true;
}

function typeLine(selection: RangeSelection, line: string, isNewParagraph: boolean): void {
  if (isNewParagraph) selection.insertParagraph();
  if (line !== '') selection.insertText(line);
}
