import { fingerprint, type ProseBlock } from '../document/prose-block.ts';
import { plainWords } from './plain-words.ts';
import { printBlock } from './print-block.ts';
import { splitSource } from './split-source.ts';

/** The canonical Markdown of a block. */
export function writeBlock(block: ProseBlock): string {
  if (block.type === 'literal') return block.text;
  const words = plainWords([block]);
  if (words !== null) return words;
  const wanted = fingerprint([block]);
  return printBlock(block, (text) => meaningOf(text) === wanted);
}

/** The fingerprint of the blocks of a text. */
export function meaningOf(markdown: string): string {
  return fingerprint(splitSource(markdown).pieces.map((piece) => piece.block));
}
