import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

import { useDraft } from '../../../draft/draft-context.ts';
import { focusRow } from '../../fields/focus-row.ts';
import { type Pasted, readPasted } from './pasted.ts';

export type PastedRows = {
  /** What was pasted and is being looked at, and the row it was pasted into, if any. */
  pasted: (Pasted & { rowId: string | null }) | null;
  /** For the element around the rows. */
  handlers: {
    onPaste: (event: ClipboardEvent) => void;
    onKeyDownCapture: (event: KeyboardEvent) => void;
  };
  /** Closes the preview and puts the text where it was pasted. */
  pasteAsText: () => void;
  /** Closes the preview after its rows were added, and focuses a row. */
  close: (rowId: string | undefined) => void;
};

/**
 * Offers to make rows of what is pasted into the first fields of a row, or where there is no field, if `accepts` says
 * so. Ctrl+Shift+V pastes text as ever.
 */
export function usePastedRows(accepts: (pasted: Pasted, rowId: string | null) => boolean): PastedRows {
  const draft = useDraft();
  const [pasted, setPasted] = useState<PastedRows['pasted']>(null);
  const target = useRef<HTMLElement | null>(null);
  const isPlain = useRef(false);

  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v') isPlain.current = event.shiftKey;
  };
  const onPaste = (event: ClipboardEvent): void => {
    const wasPlain = isPlain.current;
    isPlain.current = false;
    if (wasPlain || draft.store.getState().readOnly || !(event.target instanceof HTMLElement)) return;
    const row = event.target.closest('[data-row]');
    if (isOtherField(event.target, row)) return;
    const rowId = row?.getAttribute('data-row') ?? null;
    const read = readPasted(event.clipboardData);
    if (!accepts(read, rowId)) return;
    event.preventDefault();
    target.current = event.target;
    setPasted({ ...read, rowId });
  };
  const pasteAsText = (): void => {
    const text = pasted?.text ?? '';
    // The dialog must be gone: while it is open, it keeps the focus.
    flushSync(() => setPasted(null));
    const field = target.current;
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) || !field.isConnected) return;
    field.focus();
    const fitting = field instanceof HTMLInputElement ? text.trim().replaceAll(/\s*[\r\n]+\s*/g, ' ') : text;
    // The only way that the browser's own undo knows of.
    document.execCommand('insertText', false, fitting);
  };
  const close = (rowId: string | undefined): void => {
    flushSync(() => setPasted(null));
    if (rowId !== undefined) focusRow(rowId);
  };
  return { pasted, handlers: { onPaste, onKeyDownCapture }, pasteAsText, close };
}

/** Whether text is pasted into a field of a row that is not its first or its text, such as its evidence. */
function isOtherField(target: HTMLElement, row: Element | null): boolean {
  if (row === null) return target.matches('input, textarea, [contenteditable="true"]');
  return !target.matches('[data-row-first], button') && target !== row.querySelector('textarea');
}
