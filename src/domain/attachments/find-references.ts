import { attachmentNameIn } from './attachment-name.ts';

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
