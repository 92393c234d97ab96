import path from 'node:path';

/** The folders of a library. COEs lie flat in one of them, the deleted ones in the other. */
export type Places = { readonly folder: string; readonly coes: string; readonly trash: string };

/** Where things are in a library. */
export const placesOf = (folder: string): Places => ({
  folder,
  coes: path.join(folder, 'coes'),
  trash: path.join(folder, 'trash'),
});
