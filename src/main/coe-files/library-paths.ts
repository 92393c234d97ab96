import path from 'node:path';

import { PLAIN_SEALER, type Sealer } from '#main/encryption/file-cipher.ts';

/**
 * The folders of a library, and what its files' bytes and names go through on their way there. COEs lie flat in one of them, the
 * deleted ones in the other.
 */
export type Places = {
  readonly folder: string;
  readonly coes: string;
  readonly trash: string;
  /** A folder for each COE, with what it was before. */
  readonly versions: string;
  /** Files that could not be read, or were settled, and that nobody throws away. */
  readonly setAside: string;
  readonly sealer: Sealer;
};

/** Where things are in a library. */
export const placesOf = (folder: string, sealer: Sealer = PLAIN_SEALER): Places => ({
  folder,
  sealer,
  coes: path.join(folder, 'coes'),
  trash: path.join(folder, 'trash'),
  versions: path.join(folder, 'versions'),
  setAside: path.join(folder, 'set-aside'),
});
