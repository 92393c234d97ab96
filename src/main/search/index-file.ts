import { crc32 } from 'node:zlib';

import { DocumentTable } from './document-table.ts';
import type { Segment } from './segment.ts';

/** The magic of the format. Change it with the tokens or the layout; a file with another magic is ignored. */
const MAGIC = 'once-index-4';
const CHECKSUM_AT = MAGIC.length;
const LENGTHS_AT = CHECKSUM_AT + 4;
const PARTS = 5;
const BODY_AT = LENGTHS_AT + PARTS * 4;

/**
 * Encodes an index: magic, checksum, part lengths, then documents, tokens, and the three buffers as they are in memory.
 */
export function encodeIndex(documents: DocumentTable, segment: Segment): Uint8Array {
  const lines = [...documents.ids()].map((id) => `${id} ${documents.revisionOf(id) ?? ''}`);
  const parts = [
    Buffer.from(lines.join('\n')),
    Buffer.from(segment.text),
    bytesOf(segment.starts),
    bytesOf(segment.offsets),
    Buffer.from(segment.postings.buffer, segment.postings.byteOffset, segment.postings.byteLength),
  ];
  const file = Buffer.alloc(BODY_AT + parts.reduce((sum, part) => sum + part.length, 0));
  file.write(MAGIC, 0, 'latin1');
  let at = BODY_AT;
  parts.forEach((part, index) => {
    file.writeUInt32LE(part.length, LENGTHS_AT + index * 4);
    at += part.copy(file, at);
  });
  file.writeUInt32LE(crc32(file.subarray(LENGTHS_AT)), CHECKSUM_AT);
  return file;
}

/** Decodes an index; null if the bytes are damaged or in another format. */
export function decodeIndex(file: Buffer): { documents: DocumentTable; segment: Segment } | null {
  if (file.length < BODY_AT || file.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  if (crc32(file.subarray(LENGTHS_AT)) !== file.readUInt32LE(CHECKSUM_AT)) return null;
  const parts: Buffer[] = [];
  let at = BODY_AT;
  for (let index = 0; index < PARTS; index += 1) {
    const length = file.readUInt32LE(LENGTHS_AT + index * 4);
    parts.push(file.subarray(at, at + length));
    at += length;
  }
  const [lines, text, starts, offsets, postings] = parts;
  if (at !== file.length || !lines || !text || !starts || !offsets || !postings) return null;
  const documents = new DocumentTable();
  for (const line of lines.toString().split('\n')) {
    const [id, revision] = line.split(' ');
    if (id !== undefined && revision !== undefined) documents.add(id, revision);
  }
  return {
    documents,
    segment: {
      base: 0,
      text: text.toString(),
      starts: numbersOf(starts),
      offsets: numbersOf(offsets),
      postings: Uint8Array.from(postings),
    },
  };
}

const bytesOf = (numbers: Uint32Array): Buffer => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** Copies a part, because it may not be aligned to four bytes. */
function numbersOf(part: Buffer): Uint32Array {
  const copy = Uint8Array.from(part);
  return new Uint32Array(copy.buffer, 0, copy.byteLength >>> 2);
}
