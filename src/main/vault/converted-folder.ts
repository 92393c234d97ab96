import path from 'node:path';

import { isAttachmentName } from '#domain/attachments/attachment-name.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';
import { JOURNAL_SUBFOLDERS } from '#main/journal/journal-folder.ts';

/** A folder that is encrypted with the library. `isOurs` tells which plain file names in it the app wrote. */
export type ConvertedFolder = { readonly folder: string; readonly isOurs: (name: string) => boolean };

/** A folder and its two neighbours during a conversion: the new copies, and the originals they were made from. */
export type ConversionPaths = { readonly current: string; readonly staged: string; readonly previous: string };

/**
 * The paths used while a folder is converted. After the commit, `current` becomes `previous` and `staged` becomes
 * `current`.
 */
export const conversionPathsOf = ({ folder }: Pick<ConvertedFolder, 'folder'>): ConversionPaths => ({
  current: folder,
  staged: `${folder}.new`,
  previous: `${folder}.old`,
});

/** A library's data outside its folder: the caches, which a conversion deletes, and the journal, which it converts. */
export type ExternalFolders = { readonly caches: readonly string[]; readonly journal: string };

/** All folders of a library that are converted, including the subfolders of its journal. */
export function convertedFoldersOf(
  libraryFolder: string,
  { journal }: Pick<ExternalFolders, 'journal'>,
): ConvertedFolder[] {
  const { coes, trash, versions, questions, patterns, attachments, quarantine } = libraryPathsOf(libraryFolder);
  const isJson = (name: string): boolean => name.toLowerCase().endsWith('.json');
  return [
    ...[
      coes,
      trash,
      versions,
      questions,
      patterns,
      ...JOURNAL_SUBFOLDERS.map((subfolder) => path.join(journal, subfolder)),
    ].map((folder) => ({ folder: path.resolve(folder), isOurs: isJson })),
    { folder: path.resolve(attachments), isOurs: isAttachmentName },
    // Everything in the quarantine came from the other folders.
    { folder: path.resolve(quarantine), isOurs: () => true },
  ];
}

/** Converts a file's path segments from one cipher's names to another's; null if the file is not ours. */
export function convertSegments(
  converted: ConvertedFolder,
  steps: readonly string[],
  from: FileCipher,
  to: FileCipher,
): string[] | null {
  const names = steps.map((step) => from.decryptName(step));
  const own = names.at(-1);
  if (own === undefined || own === null || !converted.isOurs(own)) return null;
  return names.every((name) => name !== null) ? names.map((name) => to.encryptName(name)) : null;
}
