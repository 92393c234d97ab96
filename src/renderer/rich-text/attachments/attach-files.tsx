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
import { type JSX, useEffect, useState } from 'react';

import { attachmentAddress, MAX_ATTACHMENT_BYTES } from '#domain/attachments/attachment-name.ts';
import { findDetails, type PictureDetails, removeDetails } from '#domain/attachments/picture-details.ts';
import { isPictureName } from '#domain/attachments/picture-type.ts';
import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Attachment } from '#ipc/attachments.ts';

import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';
import { $createPictureNode } from '../nodes/picture-node.tsx';

/** Adds files where the caret is. */
export const ATTACH_FILES_COMMAND = createCommand<readonly File[]>('ATTACH_FILES_COMMAND');

/** What the person decides about the details of a picture; null when the picture is not added. */
type Decision = 'remove' | 'keep' | null;
type Question = {
  readonly fileName: string;
  readonly details: PictureDetails;
  readonly answer: (is: Decision) => void;
};

/**
 * Adds pasted, dropped and chosen files to the library and to the text: a picture as a block, any other file as a link.
 * A picture that says where it was taken, or with which camera, is asked about first.
 */
export function AttachFiles(): JSX.Element | null {
  const [editor] = useLexicalComposerContext();
  const [question, setQuestion] = useState<Question | null>(null);

  useEffect(() => {
    const ask = (fileName: string, details: PictureDetails): Promise<Decision> =>
      new Promise((resolve) => {
        setQuestion({
          fileName,
          details,
          answer: (decision) => {
            setQuestion(null);
            resolve(decision);
          },
        });
      });
    const attach = (files: readonly File[]): boolean => {
      if (!editor.isEditable() || files.length === 0) return false;
      void attachAll(editor, files, ask);
      return true;
    };
    return mergeRegister(
      editor.registerCommand(DRAG_DROP_PASTE, attach, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(ATTACH_FILES_COMMAND, attach, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const data = 'clipboardData' in event ? event.clipboardData : null;
          // A spreadsheet adds a picture of its cells to their text, which is what people want.
          if (data === null || data.files.length === 0 || data.getData('text/plain') !== '') return false;
          event.preventDefault();
          return attach([...data.files]);
        },
        COMMAND_PRIORITY_HIGH,
      ),
    );
  }, [editor]);

  if (question === null) return null;
  const { fileName, details, answer } = question;
  return (
    <Dialog title="Leave out what the picture says?" isOpen onClose={() => answer(null)} role="alertdialog">
      <p>
        “{fileName}” contains {wordsFor(details)}. Anyone who gets this picture can read it. Leaving it out does not
        change what the picture shows.
      </p>
      <DialogButtons>
        <Button onPress={() => answer(null)}>Cancel</Button>
        <Button onPress={() => answer('keep')}>Keep it in</Button>
        <Button look="primary" autoFocus onPress={() => answer('remove')}>
          Leave it out
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

const wordsFor = ({ place, camera }: PictureDetails): string =>
  place && camera
    ? 'the place where it was taken, and details such as the camera'
    : place
      ? 'the place where it was taken'
      : 'details such as the camera, the program or the author';

/** One file after the other, so that they stand in the order they were chosen in. */
async function attachAll(
  editor: LexicalEditor,
  files: readonly File[],
  ask: (fileName: string, details: PictureDetails) => Promise<Decision>,
): Promise<void> {
  const library = currentLibrary();
  for (const file of files) {
    // oxlint-disable-next-line no-await-in-loop -- in order
    const added = await attach(library, file, ask);
    if (added === null) continue;
    if (added.ok) insert(editor, added.value, file.name);
    else {
      const { title, safe, next } = explainError(added.error);
      showToast(`“${file.name}” was not added: ${title}. ${safe} ${next}`);
    }
  }
}

/** Keeps a file in the library; null if the person decides against it. */
async function attach(
  library: string | null,
  file: File,
  ask: (fileName: string, details: PictureDetails) => Promise<Decision>,
): Promise<Result<Attachment, AppError> | null> {
  if (file.size > MAX_ATTACHMENT_BYTES) {
    return { ok: false, error: { kind: 'attachment-too-large', bytes: file.size } };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const details = findDetails(bytes);
  const decision = details.place || details.camera ? await ask(file.name, details) : 'keep';
  if (decision === null) return null;
  const base64 = await base64Of(decision === 'remove' ? removeDetails(bytes) : bytes);
  return invokeIn(library, 'attachments:add', {
    fileName: file.name.slice(-200).replace(/^\.+$/, '') || 'file',
    base64,
  });
}

const base64Of = (bytes: Uint8Array): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).split(',')[1] ?? ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('A blob in memory could not be read')));
    reader.readAsDataURL(new Blob([Uint8Array.from(bytes)]));
  });

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
