import type { FileHandle } from 'node:fs/promises';

import type { Result } from '#domain/result.ts';

import { LIMITS } from '../limits.ts';

/** A file that an import cannot read, and why, as a sentence for the person. */
export type RefusedFile = { readonly path: string; readonly reason: string };

/** What was picked: a folder, a zip, a tar or a single file, as a list of files with paths relative to it. */
export type PickedSource = {
  readonly paths: readonly string[];
  readonly refused: readonly RefusedFile[];
  /** The bytes of a file, or the first `most` of them; a sentence if it cannot be read. */
  readonly read: (path: string, most?: number) => Promise<Result<Uint8Array, string>>;
  /** The size of a file in bytes, as the disk or the archive says; null if it is not there. */
  readonly size: (path: string) => Promise<number | null>;
  readonly close: () => void;
};

/** Folders in which nobody keeps reports. */
export const IGNORED_FOLDERS = new Set(['.git', 'node_modules', '.svn', '.hg', '__MACOSX']);

/** Why a file is refused, as a sentence for the person: it is too large. */
export const TOO_LARGE = `The file is larger than ${LIMITS.fileBytes / 1024 / 1024} MB.`;
/** Why a file is refused: the disk or the archive does not give it. */
export const NOT_READABLE = 'The file cannot be read.';
/** Why a link is refused. */
export const LINK = 'This is a link. Once does not follow links out of what you chose.';

/** The first `most` bytes of a file from a place in it, or all there are. */
export async function readUpTo(handle: FileHandle, most: number, from = 0): Promise<Buffer> {
  const buffer = Buffer.alloc(most);
  let read = 0;
  while (read < most) {
    // oxlint-disable-next-line no-await-in-loop -- one part follows the other
    const { bytesRead } = await handle.read(buffer, read, most - read, from + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return buffer.subarray(0, read);
}

/** A name as it is shown: one of an archive may be of any length. */
export const shown = (name: string): string => name.slice(0, LIMITS.pathLength);
