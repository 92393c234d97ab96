import type { ProseBlock } from '../document/prose-block.ts';

/** One line of letters, figures and marks of which none starts a block, a format, a link or an entity. */
const PLAIN = /^(?!\d+[.)])[\p{L}\p{N}"'“‘(](?:[\p{L}\p{M}\p{N} .,;:?!'"“”‘’()/%€£$+=#@…–—-]*(?<! ))$/u;

/**
 * The text of a paragraph that Markdown reads as what it is, wherever it stands between empty lines. Null for anything
 * else, which has to be parsed to know how it is read.
 */
export function plainWords(blocks: readonly ProseBlock[]): string | null {
  const [block, ...others] = blocks;
  if (block?.type !== 'paragraph' || others.length > 0) return null;
  const [run, ...rest] = block.runs;
  if (run === undefined || rest.length > 0 || run.marks !== 0 || run.link !== null) return null;
  return PLAIN.test(run.text) ? run.text : null;
}
