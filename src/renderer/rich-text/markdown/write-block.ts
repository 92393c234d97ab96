import { fingerprint, type ProseBlock } from '../document/prose-block.ts';
import { mdastFromBlock, SPACINGS } from './mdast-from-blocks.ts';
import { ESCAPING, printMdast } from './print-mdast.ts';
import { splitSource } from './split-source.ts';

/**
 * The canonical Markdown of a block, with as few escapes as it needs. Each attempt is parsed again, and only one that
 * has the same meaning is used.
 */
export function writeBlock(block: ProseBlock): string {
  if (block.type === 'literal') return block.text;
  const wanted = fingerprint([block]);
  let text = '';
  for (const spacing of SPACINGS) {
    for (const escaping of ESCAPING) {
      text = printMdast([mdastFromBlock(block, spacing)], escaping);
      if (meaningOf(text) === wanted) return text;
    }
  }
  return text;
}

/** The fingerprint of the blocks of a text. */
export function meaningOf(markdown: string): string {
  return fingerprint(splitSource(markdown).pieces.map((piece) => piece.block));
}
