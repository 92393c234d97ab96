import { parseDialect } from '#domain/text/markdown-dialect.ts';

import { asOneList } from '../document/merge-lists.ts';
import { isHoldable } from '../document/holdable.ts';
import { fingerprint, type ProseBlock } from '../document/prose-block.ts';
import { blocksFromMdast } from './blocks-from-mdast.ts';
import { printBlock } from './print-block.ts';

/** A top-level block: its source, and its lead, the text (usually blank lines) before it. */
export type Piece = { lead: string; source: string; block: ProseBlock };

/** A text split into blocks. All leads and sources in order, then the tail, are the text byte for byte. */
export type SplitSource = { pieces: Piece[]; tail: string };

/** Splits Markdown into top-level blocks. What renders as nothing (a lone encoded space) becomes part of a lead. */
export function splitSource(markdown: string): SplitSource {
  const mark = markdown.startsWith('\uFEFF') ? 1 : 0;
  const text = markdown.slice(mark);
  const pieces: Piece[] = [];
  let written = 0;
  for (const node of parseDialect(text).children) {
    const start = lineStart(text, node.position?.start.offset ?? 0, written);
    const end = node.position?.end.offset ?? start;
    const lead = (pieces.length === 0 ? markdown.slice(0, mark) : '') + text.slice(written, start);
    const source = text.slice(start, end);
    for (const block of blocksFromMdast([node], text)) {
      add(pieces, { lead, source, block });
      written = end;
    }
  }
  const head = pieces.length === 0 ? markdown.slice(0, mark) : '';
  return { pieces: pieces.map(literalWhereNeeded), tail: head + text.slice(written) };
}

function add(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  const list = asOneList(last?.block, piece.block);
  if (last && list) {
    pieces[pieces.length - 1] = { lead: last.lead, source: last.source + piece.lead + piece.source, block: list };
  } else {
    pieces.push(piece);
  }
}

function literalWhereNeeded(piece: Piece): Piece {
  const { block } = piece;
  if (block.type === 'literal' || isHoldable(block)) return piece;
  return { ...piece, block: { type: 'literal', text: literalText(block, withoutBlankEnd(piece.source)) } };
}

/** Any block that stays apart from what is above it. */
const QUOTE = { markdown: '> a', block: blocksOf('> a') };

/**
 * The Markdown that is shown for a block: its source, unless that means something else on its own or before another
 * block. Directly below a paragraph, `- -` is an item with a dash, but elsewhere it is a list in a list. A code fence
 * that is left open takes in the blank line after it.
 */
function literalText(block: Exclude<ProseBlock, { type: 'literal' }>, source: string): string {
  const alone = fingerprint([block]);
  const before = fingerprint([block, ...QUOTE.block]);
  const isRight = (text: string): boolean =>
    fingerprint(blocksOf(text)) === alone && fingerprint(blocksOf(`${text}\n\n${QUOTE.markdown}`)) === before;
  if (isRight(source)) return source;
  const printed = printBlock(block, isRight);
  return isRight(printed) ? printed : source;
}

function blocksOf(markdown: string): ProseBlock[] {
  return blocksFromMdast(parseDialect(markdown).children, markdown);
}

/** Drops the blanks that Markdown ignores at the end. A no-break space, which `trimEnd` would drop too, is content. */
const withoutBlankEnd = (source: string): string => source.replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '');

/** The indentation of a block belongs to the block, not to the blank line before it. */
function lineStart(text: string, start: number, floor: number): number {
  let at = start;
  while (at > floor && /[ \t]/.test(text.charAt(at - 1))) at -= 1;
  return at;
}
