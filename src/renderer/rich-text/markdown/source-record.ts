import { fingerprint } from '../document/prose-block.ts';
import { splitSource, type Piece } from './split-source.ts';

/** The source of one block: enough to write it back unchanged, and to tell whether it was edited. */
export type Origin = {
  /** Identifies the parse that this block came from. A block pasted from another text has a different one. */
  record: SourceRecord;
  ordinal: number;
  lead: string;
  source: string;
  /** The fingerprint of the block when it was parsed. */
  meaning: string;
};

/** Facts about a parsed text: its start and end, its line endings and its number of blocks. */
export type SourceRecord = { text: string; head: string; tail: string; eol: '\n' | '\r\n'; count: number };

/** A parsed text: its blocks, each with its origin. */
export type ReadSource = { record: SourceRecord; pieces: (Piece & { origin: Origin })[] };

/** Parses Markdown into blocks that keep their source. */
export function readSource(text: string): ReadSource {
  const { pieces, tail } = splitSource(text);
  const record: SourceRecord = {
    text,
    head: pieces[0]?.lead ?? '',
    tail,
    eol: /\r\n|\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n',
    count: pieces.length,
  };
  return {
    record,
    pieces: pieces.map((piece, ordinal) => ({
      ...piece,
      origin: { record, ordinal, lead: piece.lead, source: piece.source, meaning: fingerprint([piece.block]) },
    })),
  };
}
