import type { FileHandle } from 'node:fs/promises';

/**
 * Reads a file from its start until no bytes are left; `expected` is its likely size in bytes. Some file systems return
 * fewer bytes than requested, which Node's `readFile` treats as the end: half a file would then look like another
 * version.
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
