import { $isLinkNode } from '@lexical/link';
import {
  $findMatchingParent,
  $getNearestNodeFromDOMNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  isDOMNode,
  type LexicalEditor,
} from 'lexical';

import { attachmentNameIn } from '#domain/attachments/attachment-name.ts';

import { saveAttachment } from '../attachments/save-attachment.ts';
import { isSafeUrl } from './safe-url.ts';

/**
 * Ctrl/Cmd+click on a link asks the app to open it, or to save the file of the library that it leads to. A click never
 * navigates by itself.
 */
export function registerOpenLink(editor: LexicalEditor, open: (url: string) => void): () => void {
  return editor.registerCommand(
    CLICK_COMMAND,
    (event) => {
      const node = isDOMNode(event.target) ? $getNearestNodeFromDOMNode(event.target) : null;
      const link = node === null ? null : $findMatchingParent(node, $isLinkNode);
      if (link === null) return false;
      event.preventDefault();
      if (!event.ctrlKey && !event.metaKey && editor.isEditable()) return false;
      const attachment = attachmentNameIn(link.getURL());
      if (attachment !== null) void saveAttachment(attachment, link.getTextContent());
      else if (isSafeUrl(link.getURL())) open(link.getURL());
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}
