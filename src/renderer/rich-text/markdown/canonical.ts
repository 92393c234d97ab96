import type { ProseBlock } from '../document/prose-block.ts';
import { remembered } from './remembered.ts';
import { writeBlock } from './write-block.ts';

/** The canonical Markdown of blocks, ignoring their source, with the given line endings. */
export function canonical(blocks: readonly ProseBlock[], eol: string): string {
  const text = blocks.map((block) => written(JSON.stringify(block))).join('\n\n');
  return eol === '\n' ? text : text.replaceAll(/\r?\n/g, eol);
}

const written = remembered((block) => writeBlock(JSON.parse(block) as ProseBlock));
