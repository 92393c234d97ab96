/** A field of a row. */
export type TextField = HTMLTextAreaElement | HTMLInputElement;

/** Whether an element is a text area or an input. */
export const isTextField = (element: Element | null): element is TextField =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

/** Inserts a text at the caret of a field, as pasting does. A field of one line gets one line. */
export function insertText(field: TextField, text: string): void {
  const fitting = field instanceof HTMLInputElement ? text.trim().replaceAll(/\s*[\r\n]+\s*/g, ' ') : text;
  field.focus();
  // The only way that the browser's own undo knows of. It needs the focus, which a field may be unable to take.
  if (document.activeElement === field && document.execCommand('insertText', false, fitting)) return;
  const before = field.value.slice(0, field.selectionStart ?? field.value.length);
  const after = field.value.slice(field.selectionEnd ?? field.value.length);
  // The setter of the class, because React takes what its own setter on the element is given for known.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, before + fitting + after);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: fitting }));
}
