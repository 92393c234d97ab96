import type { ProseBlock } from '../document/prose-block.ts';
import { mdastFromBlock, SPACINGS } from './mdast-from-blocks.ts';
import { ESCAPING, printMdast } from './print-mdast.ts';

/**
 * Prints a block with as few escapes and blank lines as it needs: the first attempt that `isRight` accepts, which has to
 * parse it. If it accepts none, the attempt with the most escapes.
 */
export function printBlock(
  block: Exclude<ProseBlock, { type: 'literal' }>,
  isRight: (text: string) => boolean,
): string {
  let text = '';
  for (const spacing of SPACINGS) {
    for (const escaping of ESCAPING) {
      text = printMdast([mdastFromBlock(block, spacing)], escaping);
      if (isRight(text)) return text;
    }
  }
  return text;
}
