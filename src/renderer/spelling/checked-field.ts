import { mirrorOf } from './textarea-mirror.ts';

/** A field whose words are checked, and the text nodes that can carry marks for it. */
export type CheckedField = {
  readonly element: HTMLElement;
  readonly texts: () => Text[];
  /** Where the caret is, or null while something is selected. */
  readonly caret: () => { readonly text: Node; readonly offset: number } | null;
  /** Puts a word in the place of a range, as an edit that can be undone. */
  readonly replace: (range: Range, word: string) => void;
  /** Brings what carries the marks up to date with what was written. */
  readonly follow: () => void;
  readonly leave: () => void;
};

/** Puts a word into prose. The editor gives it, because only it knows how. */
export type ReplaceInProse = (range: Range, word: string) => void;

/** The field that an element is, when it is one for words that may be changed. */
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
      // React hears of a change only when it did not see the value being set.
      const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
      set?.call(element, element.value.slice(0, startOffset) + word + element.value.slice(endOffset));
      element.setSelectionRange(startOffset + word.length, startOffset + word.length);
      element.dispatchEvent(new Event('input', { bubbles: true }));
    },
    follow: mirror.follow,
    leave: mirror.remove,
  };
}
