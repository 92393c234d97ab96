import { $createLinkNode, $isLinkNode, $toggleLink } from '@lexical/link';
import {
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  createCommand,
  KEY_DOWN_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
} from 'lexical';

/** Opens the link panel of the focused editor. */
export const ASK_FOR_LINK_COMMAND: LexicalCommand<void> = createCommand('ASK_FOR_LINK');

/** Ctrl/Cmd+K opens the link panel. */
export function registerLinkKey(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!isK || event.shiftKey || event.altKey || editor.isComposing()) return false;
      event.preventDefault();
      event.stopPropagation();
      return editor.dispatchCommand(ASK_FOR_LINK_COMMAND, undefined);
    },
    COMMAND_PRIORITY_NORMAL,
  );
}

/** Changes the address of the link at the caret, or links the selection, or inserts the address as a link. */
export function applyLink(editor: LexicalEditor, url: string): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const link = $findMatchingParent(selection.anchor.getNode(), $isLinkNode);
    if (link) link.setURL(url);
    else if (selection.isCollapsed()) selection.insertNodes([$createLinkNode(url).append($createTextNode(url))]);
    else $toggleLink(url);
  });
}

/** Removes the link and keeps its text. */
export function removeLink(editor: LexicalEditor): void {
  editor.update(() => {
    const selection = $getSelection();
    const link = $isRangeSelection(selection) ? $findMatchingParent(selection.anchor.getNode(), $isLinkNode) : null;
    if (link === null) return;
    for (const child of link.getChildren()) link.insertBefore(child);
    link.remove();
  });
}
