import { crc32 } from 'node:zlib';

import { DocumentTable } from './document-table.ts';
import type { Segment } from './segment.ts';

/** The magic of the format. Change it with the tokens or the layout; a file with another magic is ignored. */
const MAGIC = 'once-index-5';
const CHECKSUM_AT = MAGIC.length;
const LENGTHS_AT = CHECKSUM_AT + 4;
const PARTS = 5;
const BODY_AT = LENGTHS_AT + PARTS * 4;

/**
 * Encodes an index: magic, checksum, part lengths, then the three buffers as they are in memory, tokens, and documents.
 * The buffers of numbers come first, so that they are aligned in the file.
 */
export function encodeIndex(documents: DocumentTable, segment: Segment): Uint8Array {
  const lines = [...documents.ids()].map((id) => `${id} ${documents.revisionOf(id) ?? ''}`);
  const parts = [
    bytesOf(segment.starts),
    bytesOf(segment.offsets),
    bytesOf(segment.postings),
    Buffer.from(segment.text),
    Buffer.from(lines.join('\n')),
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

/**
 * Decodes an index; null if the bytes are damaged or in another format. The segment stays in the bytes, which must not
 * change any more: a copy would take their size again until the next garbage collection.
 */
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
  const [starts, offsets, postings, text, lines] = parts;
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
      postings: new Uint8Array(postings.buffer, postings.byteOffset, postings.byteLength),
    },
  };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array | Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** The numbers in a part; a copy of them if it is not aligned to four bytes, as that of a decrypted file may be. */
function numbersOf(part: Buffer): Uint32Array {
  const { buffer, byteOffset } = part.byteOffset % 4 === 0 ? part : Uint8Array.from(part);
  return new Uint32Array(buffer, byteOffset, part.byteLength >>> 2);
}
