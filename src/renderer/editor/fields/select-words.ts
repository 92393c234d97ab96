import type { SectionId } from '#domain/coe/vocabulary.ts';

import { rangesIn } from '../../ui/find-words.ts';

/**
 * Selects the first occurrence of some words in a section, in its prose or in a field, and scrolls it into view. Case
 * and white space do not count. False when the words are not there or the section is not on the page.
 */
export function selectWords(section: SectionId, words: string): boolean {
  const element = document.querySelector<HTMLElement>(`#section-${section}`);
  return element !== null && selectIn(element, words);
}

/** {@link selectWords} in a part of the page, or in a field. */
export function selectIn(element: HTMLElement, words: string): boolean {
  if (words.trim() === '') return false;
  const pattern = new RegExp(
    words
      .trim()
      .split(/\s+/)
      .map(escapeForPattern)
      .join(String.raw`\s+`),
    'i',
  );
  const texts = element.matches(TEXTS) ? [element] : element.querySelectorAll<HTMLElement>(TEXTS);
  return [...texts].some((text) => (isField(text) ? selectInField(text, pattern) : selectInProse(text, pattern)));
}

const TEXTS = '[role="textbox"], textarea, input[type="text"]';

type Field = HTMLTextAreaElement | HTMLInputElement;

const isField = (element: HTMLElement): element is Field =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

function selectInField(field: Field, pattern: RegExp): boolean {
  const found = pattern.exec(field.value);
  if (found === null) return false;
  field.focus({ preventScroll: true });
  field.setSelectionRange(found.index, found.index + found[0].length);
  field.scrollIntoView({ block: 'center' });
  return true;
}

/** Selects through the DOM, which Lexical follows. Words that run across two blocks are not found. */
function selectInProse(textbox: HTMLElement, pattern: RegExp): boolean {
  const [range] = rangesIn(textbox, pattern);
  if (range === undefined) return false;
  selectRange(textbox, range);
  return true;
}

/** Selects a range of a prose editor and scrolls it into view. */
export function selectRange(textbox: HTMLElement, range: Range): void {
  textbox.focus({ preventScroll: true });
  getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

const escapeForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
