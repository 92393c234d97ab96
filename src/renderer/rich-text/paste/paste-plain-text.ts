import { shortcutText } from '../../ui/shortcut-text.ts';
import { showToast } from '../../ui/toast.tsx';
import { pastePlain } from './plain-paste.ts';

/** What takes text at its caret. */
const TEXT_FIELD = '[contenteditable="true"], textarea, input:not([type="checkbox"], [type="radio"], [type="file"])';

/**
 * Pastes the text of the clipboard as plain text where the caret is, or where what is pasted without a caret goes. Says
 * so when there is none.
 */
export function pastePlainText(text: string): void {
  if (text === '') {
    const paste = shortcutText('CmdOrCtrl+V');
    showToast(`Nothing was pasted: there is no text on the clipboard. ${paste} pastes pictures and files.`);
    return;
  }
  const { activeElement } = document;
  if (activeElement === null) return;
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  pastePlain(() => activeElement.dispatchEvent(event));
  // The browser's command writes at the last caret, which stays in a text that was left for a button.
  if (event.defaultPrevented || document.activeElement?.matches(TEXT_FIELD) !== true) return;
  // A field takes no paste that a script made. This is the way that its undo knows of.
  document.execCommand('insertText', false, text);
}
