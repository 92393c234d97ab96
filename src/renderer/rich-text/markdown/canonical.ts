import type { ProseBlock } from '../document/prose-block.ts';
import { writeBlock } from './write-block.ts';

/** The blocks' own Markdown, owing nothing to how they were once written, in the given line endings. */
export function canonical(blocks: readonly ProseBlock[], eol: string): string {
  const text = blocks.map(writeBlock).join('\n\n');
  return eol === '\n' ? text : text.replaceAll(/\r?\n/g, eol);
}
