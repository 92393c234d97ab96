import { type JSX, useCallback, useEffect, useRef, useState } from 'react';

import { MAX_ATTACHMENT_BYTES } from '#domain/attachments/attachment-name.ts';
import { findDetails, type PictureDetails, removeDetails } from '#domain/attachments/picture-details.ts';
import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Attachment } from '#ipc/attachments.ts';

import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';

/**
 * What the person decides about the details of a picture; null when the picture is not added, and `closed` when what it
 * was for is no longer on screen.
 */
type Decision = 'remove' | 'keep' | 'closed' | null;
type Question = {
  readonly fileName: string;
  readonly details: PictureDetails;
  readonly answer: (is: Decision) => void;
};
type Ask = (fileName: string, details: PictureDetails) => Promise<Decision>;

/** Adds files to the library, and the question that one of them may raise, to be drawn. */
export type AddFiles = {
  /** Adds one file after the other, and calls `onAdded` with each. Failures are reported. */
  readonly addFiles: (files: readonly File[], onAdded: (added: Attachment, fileName: string) => void) => void;
  readonly question: JSX.Element | null;
};

/**
 * For what takes pasted, dropped or chosen files. A picture that says where it was taken, or with which camera, is asked
 * about first.
 */
export function useAddFiles(): AddFiles {
  const [question, setQuestion] = useState<Question | null>(null);
  const isOpen = useRef(true);
  const open = useRef<Question | null>(null);
  const last = useRef(Promise.resolve());
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
      open.current?.answer('closed');
    };
  }, []);
  const addFiles: AddFiles['addFiles'] = useCallback((files, onAdded) => {
    const ask: Ask = (fileName, details) =>
      new Promise((resolve) => {
        if (!isOpen.current) {
          resolve('closed');
          return;
        }
        open.current = {
          fileName,
          details,
          answer: (decision) => {
            open.current = null;
            setQuestion(null);
            resolve(decision);
          },
        };
        setQuestion(open.current);
      });
    const library = currentLibrary();
    // Files that are dropped while a question is open come after those it is about.
    const before = last.current;
    last.current = new Promise((resolve) => {
      void before.then(() => addAll(library, files, ask, onAdded)).finally(resolve);
    });
  }, []);
  return { addFiles, question: question === null ? null : <DetailsQuestion question={question} /> };
}

const DetailsQuestion = ({ question: { fileName, details, answer } }: { question: Question }) => (
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

const wordsFor = ({ location, camera }: PictureDetails): string =>
  location && camera
    ? 'the place where it was taken, and details such as the camera'
    : location
      ? 'the place where it was taken'
      : 'details such as the camera, the program or the author';

/** One file after the other, so that they stand in the order they were chosen in. */
async function addAll(
  library: string | null,
  files: readonly File[],
  ask: Ask,
  onAdded: (added: Attachment, fileName: string) => void,
): Promise<void> {
  for (const file of files) {
    // oxlint-disable-next-line no-await-in-loop -- in order
    const added = await add(library, file, ask);
    if (added === null) continue;
    if (added.ok) onAdded(added.value, file.name);
    else {
      const { title, safe, next } = explainError(added.error);
      showToast(`“${file.name}” was not added: ${title}. ${safe} ${next}`);
    }
  }
}

/** Keeps a file in the library; null if the person decides against it. */
async function add(library: string | null, file: File, ask: Ask): Promise<Result<Attachment, AppError> | null> {
  if (file.size > MAX_ATTACHMENT_BYTES) {
    return { ok: false, error: { kind: 'attachment-too-large', bytes: file.size } };
  }
  const buffer = await file.arrayBuffer().catch(() => null);
  if (buffer === null) {
    showToast(`“${file.name}” was not added: it is a folder, or a file that cannot be read. Your text is unchanged.`);
    return null;
  }
  const bytes = new Uint8Array(buffer);
  const details = findDetails(bytes);
  const decision = details.location || details.camera ? await ask(file.name, details) : 'keep';
  if (decision === 'closed') {
    showToast(`“${file.name}” was not added: what it was for was closed before you answered. Add it again there.`);
  }
  if (decision === null || decision === 'closed') return null;
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
