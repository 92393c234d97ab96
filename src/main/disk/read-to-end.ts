import type { FileHandle } from 'node:fs/promises';

/**
 * Reads until nothing more comes. Some file systems hand over less at a time than they were asked for, and Node's `readFile`
 * takes that for the end: half a file would pass for another version.
 */
export async function readToEnd(handle: FileHandle, expected: number): Promise<Buffer> {
  let bytes = Buffer.allocUnsafe(expected + 1);
  for (let length = 0; ;) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) return bytes.subarray(0, length);
    length += bytesRead;
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(length)]);
  }
}
