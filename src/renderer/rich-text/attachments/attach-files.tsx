import { $createLinkNode } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $insertNodes,
  COMMAND_PRIORITY_HIGH,
  createCommand,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
} from 'lexical';
import { type JSX, memo, useEffect } from 'react';

import { attachmentAddress } from '#domain/attachments/attachment-name.ts';
import { isPictureName } from '#domain/attachments/picture-type.ts';
import type { Attachment } from '#ipc/attachments.ts';

import { $createPictureNode } from '../nodes/picture-node.tsx';
import { pastedFiles } from './pasted-files.ts';
import { useAddFiles } from './use-add-files.tsx';

/** Adds files where the caret is. */
export const ATTACH_FILES_COMMAND = createCommand<readonly File[]>('ATTACH_FILES_COMMAND');

/** Adds pasted, dropped and chosen files to the library and to the text: a picture as a block, any other file as a link. */
export const AttachFiles = memo(Files);

function Files(): JSX.Element | null {
  const [editor] = useLexicalComposerContext();
  const { addFiles, question } = useAddFiles();

  useEffect(() => {
    const attach = (files: readonly File[]): boolean => {
      if (!editor.isEditable() || files.length === 0) return false;
      addFiles(files, (added, fileName) => insert(editor, added, fileName));
      return true;
    };
    return mergeRegister(
      editor.registerCommand(DRAG_DROP_PASTE, attach, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(ATTACH_FILES_COMMAND, attach, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const files = 'clipboardData' in event ? pastedFiles(event.clipboardData) : [];
          if (files.length === 0) return false;
          event.preventDefault();
          return attach(files);
        },
        COMMAND_PRIORITY_HIGH,
      ),
    );
  }, [editor, addFiles]);
  return question;
}

/** Inserts the picture, or a link with the file's name, at the caret. */
function insert(editor: LexicalEditor, { name }: Attachment, fileName: string): void {
  editor.update(() => {
    if ($getSelection() === null) $getRoot().selectEnd();
    if (isPictureName(name)) {
      $insertNodes([$createPictureNode({ name, alt: '', title: null }), $createParagraphNode()]);
    } else {
      $insertNodes([$createLinkNode(attachmentAddress(name)).append($createTextNode(fileName))]);
    }
  });
}
