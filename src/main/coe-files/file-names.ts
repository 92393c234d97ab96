import { isCoeId } from '#domain/ids.ts';
import { pathInFolder } from '#main/disk/path-in-folder.ts';
import { isTemporaryName } from '#main/disk/temporary-name.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

/**
 * What a name in the folder of COEs stands for. `stray` is a JSON file that is not named for an id, such as a copy that
 * a sync service made; `placeholder` a file that a sync service has not fetched yet. Everything else is none of our business.
 */
export type FileNameClass =
  | { readonly is: 'coe'; readonly id: string }
  | { readonly is: 'stray' }
  | { readonly is: 'placeholder' }
  | { readonly is: 'temporary' }
  | { readonly is: 'ignored' };

/** The name of a COE's file. */
export const coeFileName = (id: string): string => `${id}.json`;

/** Stands before the name of a file that the library's key does not know. No file's own name can hold a slash. */
const FOREIGN = 'foreign/';

/** Whether a name is one that `nameOf` gave to a file which does not belong to an encrypted library. */
export const isForeignName = (name: string): boolean => name.startsWith(FOREIGN);

/** What we call the file that has a name on disk. In an encrypted library a file of another making is never taken for ours. */
export function plainNameOf(cipher: FileCipher, nameOnDisk: string): string {
  if (!cipher.isEncrypted || standsForItself(nameOnDisk)) return nameOnDisk;
  const opened = cipher.decryptName(nameOnDisk);
  if (opened !== null) return opened;
  return /\.(json|age)$/i.test(nameOnDisk) ? FOREIGN + nameOnDisk : nameOnDisk;
}

/** The name on disk of the file that we call so. */
export function diskNameOf(cipher: FileCipher, name: string): string {
  if (isForeignName(name)) return name.slice(FOREIGN.length);
  return standsForItself(name) ? name : cipher.encryptName(name);
}

/**
 * The path of a library file in `folder`, by its plain name. Throws a RangeError when the name on disk would lead out of
 * that folder.
 */
export const pathOf = (cipher: FileCipher, folder: string, name: string): string =>
  pathInFolder(folder, diskNameOf(cipher, name));

/** Names that others give, and our own of files that are being written. */
const standsForItself = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~') || name.endsWith('.icloud');

/** Sorts a name. Temporary names of sync services and editors begin with a dot or a tilde. */
export function classifyFileName(name: string): FileNameClass {
  if (isTemporaryName(name)) return { is: 'temporary' };
  if (isForeignName(name)) return { is: 'stray' };
  if (name.endsWith('.icloud')) return { is: 'placeholder' };
  if (name.startsWith('.') || name.startsWith('~')) return { is: 'ignored' };
  if (!name.toLowerCase().endsWith('.json')) return { is: 'ignored' };
  const id = name.slice(0, -'.json'.length);
  return isCoeId(id) && name.endsWith('.json') ? { is: 'coe', id } : { is: 'stray' };
}
