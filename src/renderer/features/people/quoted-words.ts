import { type RefObject, useEffect } from 'react';

import type { EventPlace } from '#domain/coaching/event.ts';
import { type Passage, placePassage } from '#domain/coaching/passages.ts';
import { sentText } from '#domain/coaching/place-thread.ts';
import type { Thread } from '#domain/coaching/threads.ts';
import type { SharedCopy } from '#ipc/people.ts';

import { rangeOfSpan } from '../../ui/find-words.ts';
import { placeOf } from './selection-button.tsx';

/** The name of the highlight, as in copy.module.css. */
const HIGHLIGHT = 'quoted-words';

/**
 * Where the words that a thread quotes are in the copy on the screen; null when it quotes none. Only an exact match counts
 * in another copy than the one they were quoted from.
 */
export function passageIn({ coe, seq }: SharedCopy, { root: { quote, place } }: Thread): Passage | null {
  if (quote === null) return null;
  const text = sentText(coe, place);
  return text === null ? { is: 'not-placed', offer: null } : placePassage(quote, quote.seq === seq ? text : null, text);
}

/** Highlights the quoted words of every thread that was not withdrawn. */
export function useQuotedWords(
  copy: SharedCopy,
  threads: readonly Thread[],
  text: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const root = text.current;
    if (root === null) return undefined;
    const ranges = threads
      .filter(({ state }) => state !== 'withdrawn')
      .flatMap((thread) => rangeOfQuote(root, copy, thread) ?? []);
    CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
    return () => void CSS.highlights.delete(HIGHLIGHT);
  }, [copy, threads, text]);
}

/** Scrolls to the quoted words of a thread, and selects them. */
export function showQuotedWords(copy: SharedCopy, thread: Thread): void {
  const root = document.querySelector<HTMLElement>('[data-copy]');
  const range = root === null ? null : rangeOfQuote(root, copy, thread);
  if (range === null) return;
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

function rangeOfQuote(root: HTMLElement, copy: SharedCopy, thread: Thread): Range | null {
  const passage = passageIn(copy, thread);
  if (passage === null || passage.is === 'not-placed') return null;
  const { place } = thread.root;
  const source = sentText(copy.coe, place);
  const field = [...root.querySelectorAll<HTMLElement>('[data-field]')].find((each) => isAt(placeOf(each), place));
  return source === null || field === undefined ? null : rangeOfSpan(field, source, passage);
}

const isAt = (one: EventPlace | null, { section, row, field }: EventPlace): boolean =>
  one !== null && one.section === section && one.row === row && one.field === field;
