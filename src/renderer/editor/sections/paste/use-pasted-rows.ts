import { type ClipboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

import type { SectionId } from '#domain/coe/vocabulary.ts';

import { useDraft } from '../../../draft/draft-context.ts';
import { mayBecomeRows, pastePlain, pasteWithoutRows } from '../../../rich-text/paste/plain-paste.ts';
import { showToast } from '../../../ui/toast.tsx';
import { focusRow, textOfRow } from '../../fields/focus-row.ts';
import { focusText } from '../../fields/focus-text.ts';
import { insertText, isTextField, type TextField } from '../../fields/insert-text.ts';
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
  };
  /** Closes the preview and puts the plain text where it was pasted, or says why it cannot. */
  pasteAsText: () => void;
  /** Closes the preview and pastes what was pasted, with its formatting, as if no rows had been offered. */
  dismiss: () => void;
  /** Closes the preview after its rows were added, and focuses a row. */
  close: (rowId: string | undefined) => void;
};

/** Where something was pasted, and all that was. */
type Place = { target: HTMLElement; section: HTMLElement | null; data: DataTransfer };

/**
 * Offers to make rows of what is pasted into the first fields of a row, or where there is no field, if `accepts` says
 * so. Ctrl+Shift+V pastes plain text. `alsoInTextOf` offers it for what is pasted into the text of that section too,
 * except for a table, which the text can hold. What was cut from a text of the COE goes into a text again.
 */
export function usePastedRows(
  accepts: (pasted: Pasted, rowId: string | null) => boolean,
  alsoInTextOf?: SectionId,
): PastedRows {
  const draft = useDraft();
  const [pasted, setPasted] = useState<PastedRows['pasted']>(null);
  const place = useRef<Place | null>(null);

  const offer = (read: Pasted, rowId: string | null, target: HTMLElement, data: DataTransfer): void => {
    place.current = { target, section: target.closest<HTMLElement>('[data-section]'), data: copyOf(data) };
    setPasted({ ...read, rowId });
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (!mayBecomeRows() || draft.store.getState().readOnly || !(event.target instanceof HTMLElement)) return;
    const row = event.target.closest('[data-row]');
    if (isOtherField(event.target, row)) return;
    if (!isTextField(event.target) && isFromText(event.clipboardData)) return;
    const rowId = row?.getAttribute('data-row') ?? null;
    const read = readPasted(event.clipboardData);
    if (!accepts(read, rowId)) return;
    event.preventDefault();
    offer(read, rowId, event.target, event.clipboardData);
  };
  const onPasteIntoText = useEffectEvent((event: globalThis.ClipboardEvent): void => {
    const text = event.target instanceof Element ? event.target.closest<HTMLElement>(PROSE) : null;
    if (text === null || event.clipboardData === null || !mayBecomeRows() || isFromText(event.clipboardData)) return;
    const read = readPasted(event.clipboardData);
    if (read.table !== null || !accepts(read, null)) return;
    event.preventDefault();
    event.stopPropagation();
    offer(read, null, text, event.clipboardData);
  });
  useEffect(() => {
    const section = alsoInTextOf === undefined ? null : document.querySelector<HTMLElement>(`#section-${alsoInTextOf}`);
    if (section === null) return undefined;
    const onPasteCapture = (event: globalThis.ClipboardEvent): void => onPasteIntoText(event);
    section.addEventListener('paste', onPasteCapture, true);
    return () => section.removeEventListener('paste', onPasteCapture, true);
  }, [alsoInTextOf]);
  const pasteAfterAll = (isText: boolean): void => {
    // The dialog must be gone: while it is open, it keeps the focus.
    flushSync(() => setPasted(null));
    if (pasted === null || place.current === null) return;
    const { target, data } = place.current;
    if (isTextField(target)) {
      const field = target.isConnected ? target : fieldInRow(pasted.rowId, target);
      if (field === null) showToast('Nothing was pasted: the row is gone. You can paste the text into another row.');
      else insertText(field, pasted.text);
    } else if (!pasteIntoProse(focusProse(place.current), isText ? plainData(pasted.text) : data, isText)) {
      showToast('Nothing was pasted: this section has no text to paste into. You can paste it into another section.');
    }
  };
  const close = (rowId: string | undefined): void => {
    flushSync(() => setPasted(null));
    if (rowId !== undefined) focusRow(rowId);
  };
  return {
    pasted,
    handlers: { 'data-takes-rows': true, onPaste },
    pasteAsText: () => pasteAfterAll(true),
    dismiss: () => pasteAfterAll(false),
    close,
  };
}

/** Whether it was copied or cut in a prose editor. Only there does it keep its formatting, its links and pictures. */
const isFromText = (data: DataTransfer): boolean => data.types.includes('application/x-lexical-editor');

/** The same texts in each of their formats. The clipboard's own can be read only while the event lasts. */
function copyOf(data: DataTransfer): DataTransfer {
  const copy = new DataTransfer();
  for (const type of data.types) if (type !== 'Files') copy.setData(type, data.getData(type));
  return copy;
}

function plainData(text: string): DataTransfer {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  return data;
}

/** Whether text is pasted into a field of a row that is not its first or its text, such as its evidence. */
function isOtherField(target: HTMLElement, row: Element | null): boolean {
  if (row === null) return target.matches('input, textarea, [contenteditable="true"]');
  return !target.matches('[data-row-first], button') && target !== textOfRow(row);
}

const PROSE = '[role="textbox"][contenteditable="true"]';

/** Focuses the text in which something was pasted, or else the text of its section; null when there is none. */
function focusProse({ target, section }: Place): HTMLElement | null {
  if (target.matches(PROSE) && target.isConnected) {
    target.focus();
    return target;
  }
  const shown = section === null ? null : document.querySelector<HTMLElement>(`#${CSS.escape(section.id)}`);
  if (shown === null) return null;
  focusText(shown);
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement.matches(PROSE) ? activeElement : null;
}

/** Pastes at the caret of a prose editor, and tells whether it took it. */
function pasteIntoProse(prose: HTMLElement | null, clipboardData: DataTransfer, isPlain: boolean): boolean {
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  (isPlain ? pastePlain : pasteWithoutRows)(() => prose?.dispatchEvent(event));
  return event.defaultPrevented;
}

/** The field of a row that took the place of one that left the page; null when the row is gone. */
function fieldInRow(rowId: string | null, gone: TextField): TextField | null {
  const row = rowId === null ? null : document.querySelector(`[data-row="${CSS.escape(rowId)}"]`);
  const fields = [...(row?.querySelectorAll(gone.tagName.toLowerCase()) ?? [])].filter(isTextField);
  return fields.find((field) => field.matches('[data-row-first]') === gone.matches('[data-row-first]')) ?? null;
}
