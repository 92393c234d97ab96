import { pastePlain } from './plain-paste.ts';

/** Pastes a text as plain text where the caret is, or where what is pasted without a caret goes. */
export function pastePlainText(text: string): void {
  const { activeElement } = document;
  if (text === '' || activeElement === null) return;
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  pastePlain(() => activeElement.dispatchEvent(event));
  // A field takes no paste that a script made. This is the way that its undo knows of.
  if (!event.defaultPrevented) document.execCommand('insertText', false, text);
}
