import { paragraphsIn } from '../document/paragraphs-in.ts';
import type { ProseBlock } from '../document/prose-block.ts';
import { splitSource } from '../markdown/split-source.ts';

const FENCE = /^ {0,3}(?:```|~~~)/m;
const TABLE_LINE = /^ {0,3}\|?[ \t]*:?-{2,}:?[ \t]*\|[ \t|:-]*$/m;
const HEADING = /^#{1,6} \S.*\n\s*\S/m;
const LIST_LINE = /^ {0,3}(?:[-*+]|\d{1,9}[.)]) +\S/gm;

/** Whether text is clearly Markdown with blocks, not text that happens to contain an asterisk. */
function looksLikeMarkdown(text: string): boolean {
  const listLines = text.match(LIST_LINE)?.length ?? 0;
  return FENCE.test(text) || TABLE_LINE.test(text) || HEADING.test(text) || listLines >= 2;
}

/** Converts pasted text to blocks: as Markdown when it clearly is, otherwise as plain lines and paragraphs. */
export function blocksFromText(text: string): ProseBlock[] {
  return looksLikeMarkdown(text) ? splitSource(text).pieces.map((piece) => piece.block) : literalBlocks(text);
}

/** Plain lines and paragraphs, without parsing. */
export function literalBlocks(text: string): ProseBlock[] {
  return paragraphsIn([{ text, marks: 0, link: null }]);
}
