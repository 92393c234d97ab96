import { closeSync, ftruncateSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

import { replaceFileSync } from '#main/disk/replace-file-sync.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

/** The magic of the format. Change it with the layout, the model or the choice of sentences. */
const MAGIC = 'once-meaning-1';
const PURPOSE = 'meaning-vectors';
const HEAD = 8;

/** Where a record begins in the file, and how long it is with its head. */
export type RecordRange = { readonly at: number; readonly length: number };

/** A file of records, each encrypted by itself if the library is. Records are only added; a rewrite drops old ones. */
export type VectorFile = {
  /** The next record from the start; null after the last. A damaged record and all behind it are removed. */
  readonly next: () => { readonly range: RecordRange; readonly record: Buffer } | null;
  /** Adds a record. Throws on a disk error. */
  readonly add: (record: Uint8Array) => RecordRange;
  /** Null if the record is damaged. */
  readonly read: (range: RecordRange) => Buffer | null;
  /** Writes a new file with these records only, in their order, and returns their ranges in it. */
  readonly rewrite: (ranges: readonly RecordRange[]) => RecordRange[];
  /** The bytes in use. */
  readonly size: () => number;
  readonly close: () => void;
};

/** Opens the file, or begins it again if it is missing, damaged or of another format or key. Throws on a disk error. */
export function openVectorFile(file: string, cipher: FileCipher): VectorFile {
  const magic = (): Buffer => Buffer.from(cipher.encryptCache(PURPOSE, Buffer.from(MAGIC)));
  const start = magic().length;
  mkdirSync(path.dirname(file), { recursive: true });
  let descriptor = openSync(file, 'a+');
  let end = fstatSync(descriptor).size;
  let position = start;
  const bytesAt = (at: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, at));
  };
  const opened = cipher.decryptCache(PURPOSE, bytesAt(0, start));
  if (opened === null || Buffer.from(opened).toString('latin1') !== MAGIC) {
    ftruncateSync(descriptor, 0);
    writeSync(descriptor, magic());
    end = start;
  }
  const contentOf = (stored: Buffer): Buffer | null => {
    if (stored.length < HEAD || stored.readUInt32LE(0) !== stored.length) return null;
    const sealed = stored.subarray(HEAD);
    if (crc32(sealed) !== stored.readUInt32LE(4)) return null;
    const content = cipher.decryptCache(PURPOSE, sealed);
    return content === null ? null : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  };
  const append = (bytes: Uint8Array): RecordRange => {
    const range = { at: end, length: bytes.length };
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
    } catch (error) {
      ftruncateSync(descriptor, end); // no half record between whole ones
      throw error;
    }
    end += bytes.length;
    return range;
  };
  return {
    next: () => {
      if (position >= end) return null;
      const head = bytesAt(position, HEAD);
      const length = head.length < HEAD ? 0 : head.readUInt32LE(0);
      const record = length < HEAD || position + length > end ? null : contentOf(bytesAt(position, length));
      if (record === null) {
        ftruncateSync(descriptor, position);
        end = position;
        return null;
      }
      const range = { at: position, length };
      position += length;
      return { range, record };
    },
    add: (record) => {
      const sealed = cipher.encryptCache(PURPOSE, record);
      const head = Buffer.alloc(HEAD);
      head.writeUInt32LE(HEAD + sealed.length, 0);
      head.writeUInt32LE(crc32(sealed), 4);
      return append(Buffer.concat([head, sealed]));
    },
    read: ({ at, length }) => contentOf(bytesAt(at, length)),
    rewrite: (ranges) => {
      const added: RecordRange[] = [];
      let at = start;
      let isClosed = false;
      try {
        replaceFileSync(file, (next) => {
          writeFileSync(next, magic());
          for (const range of ranges) {
            added.push({ at, length: range.length });
            writeFileSync(next, bytesAt(range.at, range.length));
            at += range.length;
          }
          closeSync(descriptor); // Windows does not replace an open file
          isClosed = true;
        });
      } finally {
        if (isClosed) descriptor = openSync(file, 'a+');
      }
      end = at;
      position = at;
      return added;
    },
    size: () => end,
    close: () => closeSync(descriptor),
  };
}
