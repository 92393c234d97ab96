import { attachmentAddress, attachmentNameIn } from './attachment-name.ts';

/**
 * A stretch of plain text, or a picture or file of the library that a plain text names as Markdown would. Rows and
 * answers are plain text; this is the only syntax in them. `source` is how it is written.
 */
export type TextPart =
  | { readonly is: 'text'; readonly text: string }
  | {
      readonly is: 'attachment';
      readonly name: string;
      readonly label: string;
      readonly isPicture: boolean;
      readonly source: string;
    };

const REFERENCE = /(!?)\[([^[\]\n]{0,500})\]\((attachments\/[0-9a-f]{64}\.[a-z0-9]{1,8})\)/g;

/** The parts of a plain text in order. Together they are the whole text. */
export function findReferences(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  const addText = (to: number): void => {
    if (to > at) parts.push({ is: 'text', text: text.slice(at, to) });
  };
  for (const { 0: source, 1: mark, 2: label = '', 3: address = '', index } of text.matchAll(REFERENCE)) {
    const name = attachmentNameIn(address);
    if (name === null) continue;
    addText(index);
    parts.push({ is: 'attachment', name, label, isPicture: mark === '!', source });
    at = index + source.length;
  }
  addText(text.length);
  return parts;
}

/** What a row says in words, and the pictures and files that stand after them. */
export type WordsAndFiles = {
  readonly words: string;
  readonly files: readonly Extract<TextPart, { is: 'attachment' }>[];
};

/** Splits the text of a row into its words and what is attached at its end. */
export function splitFiles(text: string): WordsAndFiles {
  const parts = findReferences(text);
  const files: Extract<TextPart, { is: 'attachment' }>[] = [];
  let end = text.length;
  for (const part of parts.toReversed()) {
    if (part.is === 'text' && part.text.trim() !== '') break;
    end -= part.is === 'text' ? part.text.length : part.source.length;
    if (part.is === 'attachment') files.unshift(part);
  }
  // Only the line break that `withFiles` adds: a space that was just typed must stay.
  return files.length === 0 ? { words: text, files } : { words: text.slice(0, end).replace(/\n$/, ''), files };
}

/** The text of a row with other words, and what is attached unchanged. */
export const withWords = (text: string, words: string): string => words + text.slice(splitFiles(text).words.length);

/** The text of a row with other files attached, one a line. */
export const withFiles = (text: string, files: readonly { readonly source: string }[]): string =>
  [splitFiles(text).words.trimEnd(), ...files.map(({ source }) => source)].filter((part) => part !== '').join('\n');

/** A picture or file as it is written in the text of a row. What would end its label is left out. */
export const referenceTo = (name: string, label: string, isPicture: boolean): string =>
  `${isPicture ? '!' : ''}[${label.replaceAll(/[[\]\n]/g, ' ').slice(0, 500)}](${attachmentAddress(name)})`;
