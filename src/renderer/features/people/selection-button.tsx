import { type RefObject, useEffect, useState } from 'react';

import type { EventPlace } from '#domain/coaching/event.ts';
import type { Span } from '#domain/coaching/passages.ts';
import { sentText } from '#domain/coaching/place-thread.ts';
import { selectedPassage } from '#domain/coaching/selected-passage.ts';
import { SECTION_IDS } from '#domain/coe/vocabulary.ts';
import type { SharedCopy } from '#ipc/people.ts';

import { Button } from '../../ui/button.tsx';
import type { Asking } from './ask-dialog.tsx';
import styles from './copy.module.css';

type SelectionButtonProps = {
  copy: SharedCopy;
  text: RefObject<HTMLElement | null>;
  onAsk: (asking: Asking) => void;
};

type Selected = { readonly place: EventPlace; readonly span: Span; readonly top: number; readonly left: number };

/** A button beside words that are selected in one field, to ask about them. */
export function SelectionButton({ copy, text, onAsk }: SelectionButtonProps) {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const read = (): void => setSelected(text.current === null ? null : selectedIn(text.current, copy));
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [copy, text]);
  if (selected === null) return null;
  const { place, span, top, left } = selected;
  return (
    <div className={styles.selection} style={{ top, left }}>
      <Button look="primary" onPress={() => onAsk({ place, span, thread: null })}>
        Ask about these words
      </Button>
    </div>
  );
}

/** What is selected in the text of a copy; null unless it is words of one field. */
function selectedIn(root: HTMLElement, { coe }: SharedCopy): Selected | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const field = fieldOf(range.startContainer);
  if (field === null || field !== fieldOf(range.endContainer) || !root.contains(field)) return null;
  const place = placeOf(field);
  const source = place === null ? null : sentText(coe, place);
  if (place === null || source === null) return null;
  const words = selection.toString();
  const before = document.createRange();
  before.setStart(field, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const span = selectedPassage(source, words, occurrences(before.toString(), words));
  if (span === null) return null;
  const { bottom, left } = range.getBoundingClientRect();
  return {
    place,
    span,
    top: Math.min(bottom + 6, window.innerHeight - 48),
    left: Math.max(8, Math.min(left, window.innerWidth - 220)),
  };
}

const fieldOf = (node: Node): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-field]') ?? null;

/** The place of the element of a field. Its row and section are those of the elements around it. */
export function placeOf(field: HTMLElement): EventPlace | null {
  const name = field.dataset['field'] ?? null;
  const section = field.closest<HTMLElement>('[data-place]')?.dataset['place'];
  const known = [...SECTION_IDS, 'header' as const].find((id) => id === section);
  const row = field.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null;
  return known === undefined ? null : { section: known, row, field: name };
}

const occurrences = (text: string, words: string): number => {
  const plain = (each: string): string => each.replaceAll(/\s+/g, '');
  return plain(words) === '' ? 0 : plain(text).split(plain(words)).length - 1;
};
