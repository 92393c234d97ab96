import { describe, expect, it } from 'vitest';

import { DocumentTable } from '#main/search/document-table.ts';
import { decodeIndex, encodeIndex } from '#main/search/index-file.ts';
import { buildSegment } from '#main/search/segment.ts';

function someIndex(): { documents: DocumentTable; segment: ReturnType<typeof buildSegment> } {
  const documents = new DocumentTable();
  const id = documents.add('01HFGNX8RVMN6KE42DRW4298B2', 'revision');
  return { documents, segment: buildSegment([[id, new Map([['pager', 1] as const, ['queue', 2] as const])]]) };
}

/** The encoded index in a buffer of its own, after as many other bytes. */
function encodedAt(offset: number): Buffer {
  const { documents, segment } = someIndex();
  const encoded = encodeIndex(documents, segment);
  const file = Buffer.from(new ArrayBuffer(offset + encoded.length), offset);
  file.set(encoded);
  return file;
}

describe('a stored index', () => {
  it('is used where it was read, without a copy of its buffers', () => {
    const file = encodedAt(0);
    const decoded = decodeIndex(file);
    const { starts, offsets, postings } = decoded?.segment ?? someIndex().segment;
    for (const part of [starts, offsets, postings]) expect(part.buffer).toBe(file.buffer);
  });

  it('has the same content wherever its bytes begin', () => {
    const { documents, segment } = someIndex();
    for (const offset of [0, 1, 2, 3, 4]) {
      const decoded = decodeIndex(encodedAt(offset));
      expect(decoded?.segment).toEqual(segment);
      expect([...(decoded?.documents.ids() ?? [])]).toEqual([...documents.ids()]);
    }
  });
});
