import { type ClipboardEvent, type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

import type { SectionId } from '#domain/coe/vocabulary.ts';

import { useDraft } from '../../../draft/draft-context.ts';
import { showToast } from '../../../ui/toast.tsx';
import { focusRow } from '../../fields/focus-row.ts';
import { type Pasted, readPasted } from './pasted.ts';

/** The preview of pasted rows, and how it is opened and closed. */
export type PastedRows = {
  /** What was pasted and is being looked at, and the row it was pasted into, if any. */
  pasted: (Pasted & { rowId: string | null }) | null;
  /** For the element around the rows. */
  handlers: {
    /** Marks the element for what is pasted while no field has the focus. */
    'data-takes-rows': true;
    onPaste: (event: ClipboardEvent) => void;
    onKeyDownCapture: (event: KeyboardEvent) => void;
  };
  /** Closes the preview and puts the text where it was pasted, or says why it cannot. */
  pasteAsText: () => void;
  /** Closes the preview after its rows were added, and focuses a row. */
  close: (rowId: string | undefined) => void;
};

/**
 * Offers to make rows of what is pasted into the first fields of a row, or where there is no field, if `accepts` says
 * so. Ctrl+Shift+V pastes text as ever. `alsoInTextOf` offers it for what is pasted into the text of that section too,
 * except for a table, which the text can hold.
 */
export function usePastedRows(
  accepts: (pasted: Pasted, rowId: string | null) => boolean,
  alsoInTextOf?: SectionId,
): PastedRows {
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
  const onPasteIntoText = useEffectEvent((event: globalThis.ClipboardEvent): void => {
    const text = event.target instanceof Element ? event.target.closest<HTMLElement>(PROSE) : null;
    if (text === null || event.clipboardData === null) return;
    const wasPlain = isPlain.current;
    isPlain.current = false;
    const read = readPasted(event.clipboardData);
    if (wasPlain || read.table !== null || !accepts(read, null)) return;
    event.preventDefault();
    event.stopPropagation();
    target.current = text;
    setPasted({ ...read, rowId: null });
  });
  useEffect(() => {
    const section = alsoInTextOf === undefined ? null : document.querySelector<HTMLElement>(`#section-${alsoInTextOf}`);
    if (section === null) return undefined;
    const onPasteCapture = (event: globalThis.ClipboardEvent): void => onPasteIntoText(event);
    const onKey = ({ ctrlKey, metaKey, shiftKey, key }: globalThis.KeyboardEvent): void => {
      if ((ctrlKey || metaKey) && key.toLowerCase() === 'v') isPlain.current = shiftKey;
    };
    section.addEventListener('paste', onPasteCapture, true);
    section.addEventListener('keydown', onKey, true);
    return () => {
      section.removeEventListener('paste', onPasteCapture, true);
      section.removeEventListener('keydown', onKey, true);
    };
  }, [alsoInTextOf]);
  const pasteAsText = (): void => {
    // The dialog must be gone: while it is open, it keeps the focus.
    flushSync(() => setPasted(null));
    if (pasted === null || target.current === null) return;
    if (target.current.matches(PROSE)) {
      isPlain.current = true;
      pasteIntoProse(target.current, pasted.text);
    }
    if (!isTextField(target.current)) return;
    const field = target.current.isConnected ? target.current : fieldInRow(pasted.rowId, target.current);
    if (field === null) showToast('Nothing was pasted: the row is gone. You can paste the text into another row.');
    else insertText(field, pasted.text);
  };
  const close = (rowId: string | undefined): void => {
    flushSync(() => setPasted(null));
    if (rowId !== undefined) focusRow(rowId);
  };
  return { pasted, handlers: { 'data-takes-rows': true, onPaste, onKeyDownCapture }, pasteAsText, close };
}

/** Whether text is pasted into a field of a row that is not its first or its text, such as its evidence. */
function isOtherField(target: HTMLElement, row: Element | null): boolean {
  if (row === null) return target.matches('input, textarea, [contenteditable="true"]');
  return !target.matches('[data-row-first], button') && target !== row.querySelector('textarea');
}

const PROSE = '[role="textbox"][contenteditable="true"]';

/** Pastes a text at the caret of a prose editor. */
function pasteIntoProse(prose: HTMLElement, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  prose.focus();
  prose.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

type TextField = HTMLTextAreaElement | HTMLInputElement;

const isTextField = (element: Element | null): element is TextField =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

/** The field of a row that took the place of one that left the page; null when the row is gone. */
function fieldInRow(rowId: string | null, gone: TextField): TextField | null {
  const row = rowId === null ? null : document.querySelector(`[data-row="${CSS.escape(rowId)}"]`);
  const fields = [...(row?.querySelectorAll(gone.tagName.toLowerCase()) ?? [])].filter(isTextField);
  return fields.find((field) => field.matches('[data-row-first]') === gone.matches('[data-row-first]')) ?? null;
}

/** Inserts a text at the caret of a field, as pasting does. A field of one line gets one line. */
function insertText(field: TextField, text: string): void {
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
