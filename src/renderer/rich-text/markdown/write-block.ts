import { fingerprint, type ProseBlock } from '../document/prose-block.ts';
import { mdastFromBlock, SPACINGS } from './mdast-from-blocks.ts';
import { ESCAPING, printMdast } from './print-mdast.ts';
import { splitSource } from './split-source.ts';

/**
 * A block's canonical Markdown, with as few escapes as it needs. Each way of printing it is read back, and only one
 * that means the same is used: being sound is checked here and not hoped for.
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

/** The fingerprint of what a text says. */
export function meaningOf(markdown: string): string {
  return fingerprint(splitSource(markdown).pieces.map((piece) => piece.block));
}
