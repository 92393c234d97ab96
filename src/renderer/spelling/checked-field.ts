import { mirrorOf } from './textarea-mirror.ts';

/** A field whose spelling is checked, and the text nodes that can be highlighted for it. */
export type CheckedField = {
  readonly element: HTMLElement;
  readonly texts: () => Text[];
  /** The position of the caret; null while text is selected. */
  readonly caret: () => { readonly text: Node; readonly offset: number } | null;
  /** Replaces a range by a word, as an edit that can be undone. */
  readonly replace: (range: Range, word: string) => void;
  /**
   * Updates the highlighted text nodes to the current text, without asking for the layout. `end` is where the last
   * highlight ends.
   */
  readonly copyText: (end: number) => void;
  /** Updates them to the current text and to where the field is. */
  readonly follow: () => void;
  readonly leave: () => void;
};

/** Replaces a range in prose. Passed in by the app, because only the prose editor can do it. */
export type ReplaceInProse = (range: Range, word: string) => void;

/** The field of an element; null unless it is an editable text field with spelling enabled. */
export function checkedField(
  element: EventTarget | null,
  replaceInProse: ReplaceInProse,
  onChange: () => void,
): CheckedField | null {
  if (element instanceof HTMLTextAreaElement) {
    return element.readOnly || !element.spellcheck ? null : ofTextarea(element, onChange);
  }
  return element instanceof HTMLElement && element.isContentEditable
    ? ofProse(element, replaceInProse, onChange)
    : null;
}

function ofProse(element: HTMLElement, replace: ReplaceInProse, onChange: () => void): CheckedField {
  const observer = new MutationObserver(onChange);
  observer.observe(element, { subtree: true, childList: true, characterData: true });
  return {
    element,
    texts: () => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node instanceof Text && node.parentElement?.closest('code, pre') === null) texts.push(node);
      }
      return texts;
    },
    caret: () => {
      const selection = document.getSelection();
      if (selection?.isCollapsed !== true || selection.focusNode === null) return null;
      return { text: selection.focusNode, offset: selection.focusOffset };
    },
    replace,
    copyText: () => {},
    follow: () => {},
    leave: () => observer.disconnect(),
  };
}

function ofTextarea(element: HTMLTextAreaElement, onChange: () => void): CheckedField {
  const mirror = mirrorOf(element, onChange);
  return {
    element,
    texts: () => [mirror.text],
    caret: () =>
      element.selectionStart === element.selectionEnd ? { text: mirror.text, offset: element.selectionStart } : null,
    replace: ({ startOffset, endOffset }, word) => {
      // React ignores the event when it sees the value being set, so set it through the prototype.
      const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
      set?.call(element, element.value.slice(0, startOffset) + word + element.value.slice(endOffset));
      element.setSelectionRange(startOffset + word.length, startOffset + word.length);
      element.dispatchEvent(new Event('input', { bubbles: true }));
    },
    copyText: mirror.copyText,
    follow: mirror.follow,
    leave: mirror.remove,
  };
}
