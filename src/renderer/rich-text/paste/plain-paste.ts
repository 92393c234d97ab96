let isPlain = false;
let isWithoutRows = false;

/** Whether what is being pasted is to be text and nothing else: it came by Ctrl+Shift+V or through `pastePlain`. */
export const isPlainPaste = (): boolean => isPlain;

/** Whether what is being pasted may be offered as rows. */
export const mayBecomeRows = (): boolean => !isPlain && !isWithoutRows;

/** Does something that pastes at once, as a plain paste. */
export function pastePlain(paste: () => void): void {
  isPlain = true;
  try {
    paste();
  } finally {
    isPlain = false;
  }
}

/** Does something that pastes at once, with its formatting, without an offer to make rows of it. */
export function pasteWithoutRows(paste: () => void): void {
  isWithoutRows = true;
  try {
    paste();
  } finally {
    isWithoutRows = false;
  }
}

/** Notes whether the next paste is by Ctrl+Shift+V, until the function that it returns is called. */
export function watchPasteKeys(): () => void {
  const onKey = ({ ctrlKey, metaKey, shiftKey, key }: KeyboardEvent): void => {
    isPlain = (ctrlKey || metaKey) && shiftKey && key.toLowerCase() === 'v';
  };
  // By then all that listens to it has seen it. The next paste may come from a menu, without a key.
  const onPaste = ({ isTrusted }: ClipboardEvent): void => {
    if (isTrusted) setTimeout(() => (isPlain = false));
  };
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('paste', onPaste, true);
  return () => {
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('paste', onPaste, true);
  };
}
