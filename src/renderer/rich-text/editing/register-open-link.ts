import { $isLinkNode } from '@lexical/link';
import {
  $findMatchingParent,
  $getNearestNodeFromDOMNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  isDOMNode,
  type LexicalEditor,
} from 'lexical';
import { isSafeUrl } from './safe-url.ts';

/** Ctrl/Cmd+click on a link asks the app to open it. A click never navigates by itself. */
export function registerOpenLink(editor: LexicalEditor, open: (url: string) => void): () => void {
  return editor.registerCommand(
    CLICK_COMMAND,
    (event) => {
      const node = isDOMNode(event.target) ? $getNearestNodeFromDOMNode(event.target) : null;
      const link = node === null ? null : $findMatchingParent(node, $isLinkNode);
      if (link === null) return false;
      event.preventDefault();
      if (!event.ctrlKey && !event.metaKey && editor.isEditable()) return false;
      if (isSafeUrl(link.getURL())) open(link.getURL());
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}
