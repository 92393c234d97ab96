import path from 'node:path';

import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';
import { JOURNAL_SUBFOLDERS } from '#main/journal/journal-folder.ts';

/** A folder whose files are encrypted along with the library. `isOurs` tells which names in it the app wrote. */
export type ConvertedFolder = { readonly folder: string; readonly isOurs: (name: string) => boolean };

/** A room and the two folders that stand beside it while it is changed: the copies, and what they are made from. */
export type ConversionPaths = { readonly current: string; readonly staged: string; readonly previous: string };

/** Where the copies of a room are made, and where it goes when they take its place. */
export const conversionPathsOf = ({ folder }: Pick<ConvertedFolder, 'folder'>): ConversionPaths => ({
  current: folder,
  staged: `${folder}.new`,
  previous: `${folder}.old`,
});

/** What is kept of a library outside its folder: caches, which go with every change, and the journal, which changes with it. */
export type ExternalFolders = { readonly caches: readonly string[]; readonly journal: string };

/** Every room of a library, the shelves of its journal among them. */
export function convertedFoldersOf(
  libraryFolder: string,
  { journal }: Pick<ExternalFolders, 'journal'>,
): ConvertedFolder[] {
  const { coes, trash, versions, quarantine: setAside } = libraryPathsOf(libraryFolder);
  const isJson = (name: string): boolean => name.toLowerCase().endsWith('.json');
  return [
    ...[coes, trash, versions, ...JOURNAL_SUBFOLDERS.map((shelf) => path.join(journal, shelf))].map((folder) => ({
      folder: path.resolve(folder),
      isOurs: isJson,
    })),
    // Whatever was put there came from the others.
    { folder: path.resolve(setAside), isOurs: () => true },
  ];
}

/** What a file of a room is called by another cipher, folder by folder; null when it is not ours. */
export function convertSegments(
  room: ConvertedFolder,
  steps: readonly string[],
  from: FileCipher,
  to: FileCipher,
): string[] | null {
  const names = steps.map((step) => from.decryptName(step));
  const own = names.at(-1);
  if (own === undefined || own === null || !room.isOurs(own)) return null;
  return names.every((name) => name !== null) ? names.map((name) => to.encryptName(name)) : null;
}
