import { fingerprint, type ProseBlock } from '../document/prose-block.ts';
import { canonical } from './canonical.ts';
import { keepListsApart } from './keep-lists-apart.ts';
import { settle, type Segment } from './settle-segments.ts';
import type { Origin, SourceRecord } from './source-record.ts';
import { splitSource } from './split-source.ts';

/** The current top-level nodes of the editor. One node may be several blocks, or none. */
export type Entry = { blocks: ProseBlock[]; origin: Origin | null };

/**
 * Writes a text. A block whose meaning is unchanged is written from its source, with the blank lines it had beside the
 * same neighbour. So an edit changes only the lines of its block, and an unedited text does not change at all.
 */
export function composeSource(entries: readonly Entry[], record: SourceRecord): string {
  const said = entries.filter((entry) => entry.blocks.length > 0);
  if (said.length === 0) return record.count === 0 ? record.text : '';
  const segments = said.map((entry, at) => segmentOf(entry, said[at - 1], record));
  segments.forEach((segment, at) => {
    if (segment.changed || segments[at - 1]?.changed === true) keepListsApart(segments, at, record.eol);
  });
  return settle(segments, record.tail, record.eol);
}

function segmentOf(entry: Entry, before: Entry | undefined, record: SourceRecord): Segment {
  const origin = entry.origin?.record === record ? entry.origin : null;
  const intact = origin !== null && fingerprint(entry.blocks) === origin.meaning;
  const expected = before === undefined ? 0 : before.origin?.record === record ? before.origin.ordinal + 1 : null;
  const hasNeighbour = origin !== null && origin.ordinal === expected;
  const blocks = intact ? entry.blocks : entry.blocks.flatMap(reread);
  return {
    blocks,
    lead: before === undefined ? record.head : hasNeighbour ? origin.lead : record.eol.repeat(2),
    text: intact ? origin.source : (literalText(entry.blocks) ?? canonical(blocks, record.eol)),
    changed: !intact || !hasNeighbour,
    wasLast: origin !== null && origin.ordinal === record.count - 1,
  };
}

/** Literal Markdown that was edited has whatever meaning its text has now. */
function reread(block: ProseBlock): ProseBlock[] {
  return block.type === 'literal' ? splitSource(block.text).pieces.map((piece) => piece.block) : [block];
}

function literalText(blocks: readonly ProseBlock[]): string | null {
  return blocks.length === 1 && blocks[0]?.type === 'literal' ? blocks[0].text : null;
}
