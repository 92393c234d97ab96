import path from 'node:path';

import { PLAIN_CIPHER, type FileCipher } from '#main/encryption/file-cipher.ts';

/**
 * The folders of a library, and what its files' bytes and names go through on their way there. COEs lie flat in one of them, the
 * deleted ones in the other.
 */
export type LibraryPaths = {
  readonly folder: string;
  readonly coes: string;
  readonly trash: string;
  /** A folder for each COE, with what it was before. */
  readonly versions: string;
  /** Files that could not be read, or were settled, and that nobody throws away. */
  readonly quarantine: string;
  readonly cipher: FileCipher;
};

/** Where things are in a library. */
export const libraryPathsOf = (folder: string, cipher: FileCipher = PLAIN_CIPHER): LibraryPaths => ({
  folder,
  cipher,
  coes: path.join(folder, 'coes'),
  trash: path.join(folder, 'trash'),
  versions: path.join(folder, 'versions'),
  quarantine: path.join(folder, 'set-aside'),
});
