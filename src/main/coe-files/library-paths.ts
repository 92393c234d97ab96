import path from 'node:path';

import { ATTACHMENT_FOLDER } from '#domain/attachments/attachment-name.ts';
import { PLAIN_CIPHER, type FileCipher } from '#main/encryption/file-cipher.ts';

/**
 * The folders of a library, and the cipher for the content and names of their files. `coes` and `trash` have no
 * subfolders.
 */
export type LibraryPaths = {
  readonly folder: string;
  readonly coes: string;
  readonly trash: string;
  /** The earlier versions, in one folder for each COE. */
  readonly versions: string;
  /** Unreadable files and merged copies that were moved out of the way. Nothing in it is deleted. */
  readonly quarantine: string;
  /** The own questions, conditions and presets, in one file. */
  readonly questions: string;
  /** The patterns, one file each. */
  readonly patterns: string;
  /** Pictures and other files, named by their content. */
  readonly attachments: string;
  readonly cipher: FileCipher;
};

/** The paths of a library in `folder`; without a cipher, of one that is not encrypted. */
export const libraryPathsOf = (folder: string, cipher: FileCipher = PLAIN_CIPHER): LibraryPaths => ({
  folder,
  cipher,
  coes: path.join(folder, 'coes'),
  trash: path.join(folder, 'trash'),
  versions: path.join(folder, 'versions'),
  quarantine: path.join(folder, 'set-aside'),
  questions: path.join(folder, 'questions'),
  patterns: path.join(folder, 'patterns'),
  attachments: path.join(folder, ATTACHMENT_FOLDER),
});
