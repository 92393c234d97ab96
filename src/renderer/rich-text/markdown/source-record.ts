import { fingerprint } from '../document/prose-block.ts';
import { splitSource, type Piece } from './split-source.ts';

/** What one block was read from: enough to write it back as it was, and to know whether it still is what it was. */
export type Origin = {
  /** Which reading this belongs to; a block pasted from another text has another. */
  record: SourceRecord;
  ordinal: number;
  lead: string;
  source: string;
  /** The fingerprint of the block at the time. */
  meaning: string;
};

/** What a text was when it was read: its ends, its line endings and how many blocks it had. */
export type SourceRecord = { text: string; head: string; tail: string; eol: '\n' | '\r\n'; count: number };

/** A text ready to be shown: its blocks, each with its origin. */
export type ReadSource = { record: SourceRecord; pieces: (Piece & { origin: Origin })[] };

/** Reads Markdown into blocks that remember how they were written. */
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
