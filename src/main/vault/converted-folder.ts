import path from 'node:path';

import { placesOf } from '#main/coe-files/library-paths.ts';
import type { Sealer } from '#main/encryption/file-cipher.ts';
import { JOURNAL_SHELVES } from '#main/journal/journal-folder.ts';

/** A folder whose files are encrypted along with the library. `isOurs` tells which names in it the app wrote. */
export type Room = { readonly folder: string; readonly isOurs: (name: string) => boolean };

/** A room and the two folders that stand beside it while it is changed: the copies, and what they are made from. */
export type RoomPlaces = { readonly now: string; readonly next: string; readonly past: string };

/** Where the copies of a room are made, and where it goes when they take its place. */
export const roomPlacesOf = ({ folder }: Pick<Room, 'folder'>): RoomPlaces => ({
  now: folder,
  next: `${folder}.new`,
  past: `${folder}.old`,
});

/** What is kept of a library outside its folder: caches, which go with every change, and the journal, which changes with it. */
export type OutsideFolders = { readonly caches: readonly string[]; readonly journal: string };

/** Every room of a library, the shelves of its journal among them. */
export function roomsOf(libraryFolder: string, { journal }: Pick<OutsideFolders, 'journal'>): Room[] {
  const { coes, trash, versions, setAside } = placesOf(libraryFolder);
  const isJson = (name: string): boolean => name.toLowerCase().endsWith('.json');
  return [
    ...[coes, trash, versions, ...JOURNAL_SHELVES.map((shelf) => path.join(journal, shelf))].map((folder) => ({
      folder: path.resolve(folder),
      isOurs: isJson,
    })),
    // Whatever was put there came from the others.
    { folder: path.resolve(setAside), isOurs: () => true },
  ];
}

/** What a file of a room is called by another sealer, folder by folder; null when it is not ours. */
export function renamed(room: Room, steps: readonly string[], from: Sealer, to: Sealer): string[] | null {
  const names = steps.map((step) => from.openName(step));
  const own = names.at(-1);
  if (own === undefined || own === null || !room.isOurs(own)) return null;
  return names.every((name) => name !== null) ? names.map((name) => to.sealName(name)) : null;
}
