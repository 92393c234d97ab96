import type { SectionId } from '#domain/coe/vocabulary.ts';

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
  for (const block of textbox.querySelectorAll<HTMLElement>('p, li, td, th, h1, h2, h3, h4, h5, h6, pre, blockquote')) {
    const nodes = textNodesIn(block);
    const found = pattern.exec(nodes.map(({ data }) => data).join(''));
    if (found === null) continue;
    const start = positionAt(nodes, found.index);
    const end = positionAt(nodes, found.index + found[0].length);
    if (start === null || end === null) continue;
    textbox.focus({ preventScroll: true });
    getSelection()?.setBaseAndExtent(...start, ...end);
    block.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}

function textNodesIn(block: HTMLElement): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
}

/** The text node and the offset in it of a position in the joined text. */
function positionAt(nodes: readonly Text[], position: number): [Text, number] | null {
  let left = position;
  for (const node of nodes) {
    if (left <= node.data.length) return [node, left];
    left -= node.data.length;
  }
  return null;
}

const escapeForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
