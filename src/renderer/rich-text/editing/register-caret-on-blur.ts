import {
  $addUpdateTag,
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  getDOMSelection,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';

/**
 * Remembers where the caret is when the focus leaves. The browser reports a move of the caret in a task of its own, which
 * may come after a key that takes the focus away; without this, the caret would come back where it was before the move.
 */
export const registerCaretOnBlur = (editor: LexicalEditor): (() => void) =>
  editor.registerCommand(
    BLUR_COMMAND,
    () => {
      const known = $getSelection();
      // Null when the browser's selection is elsewhere already.
      const caret = $createRangeSelectionFromDom(getDOMSelection(window), editor);
      if (!$isRangeSelection(known) || caret === null) return false;
      // One that did not move keeps the format chosen for the next letter.
      if (known.anchor.is(caret.anchor) && known.focus.is(caret.focus)) return false;
      $setSelection(caret);
      $addUpdateTag(SKIP_DOM_SELECTION_TAG);
      return false;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
