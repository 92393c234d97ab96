import { isCoeId } from '#domain/ids.ts';
import { pathInFolder } from '#main/disk/path-in-folder.ts';
import { isTemporaryName } from '#main/disk/temporary-name.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

/**
 * What a file name in the folder of COEs means. `stray` is a JSON file whose name is not an id, such as a copy by a
 * sync service, or a foreign file. `placeholder` is a file that a sync service has not downloaded yet. `ignored` is any
 * file that is not ours.
 */
export type FileNameClass =
  | { readonly is: 'coe'; readonly id: string }
  | { readonly is: 'stray' }
  | { readonly is: 'placeholder' }
  | { readonly is: 'temporary' }
  | { readonly is: 'ignored' };

/** The plain name of a COE's file. */
export const coeFileName = (id: string): string => `${id}.json`;

/** The prefix of a name that the library's key does not decrypt. A file name cannot contain a slash. */
const FOREIGN = 'foreign/';

/** Whether `plainNameOf` marked this name as that of a file that is not encrypted with the library's key. */
export const isForeignName = (name: string): boolean => name.startsWith(FOREIGN);

/**
 * The plain name for a name on disk. In an encrypted library, a JSON or age file whose name does not decrypt gets the
 * foreign prefix, so that it never passes for a file of the library.
 */
export function plainNameOf(cipher: FileCipher, nameOnDisk: string): string {
  if (!cipher.isEncrypted || staysUnencrypted(nameOnDisk)) return nameOnDisk;
  const opened = cipher.decryptName(nameOnDisk);
  if (opened !== null) return opened;
  return /\.(json|age)$/i.test(nameOnDisk) ? FOREIGN + nameOnDisk : nameOnDisk;
}

/** The name on disk for a plain name. */
export function diskNameOf(cipher: FileCipher, name: string): string {
  if (isForeignName(name)) return name.slice(FOREIGN.length);
  return staysUnencrypted(name) ? name : cipher.encryptName(name);
}

/**
 * The path of a library file in `folder`, by its plain name. Throws a RangeError if the name on disk would lead out of
 * that folder.
 */
export const pathOf = (cipher: FileCipher, folder: string, name: string): string =>
  pathInFolder(folder, diskNameOf(cipher, name));

/** Names that stay unencrypted: hidden files, temporary files and placeholders of sync services. */
const staysUnencrypted = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~') || name.endsWith('.icloud');

/** Classifies a plain name. Temporary names of sync services and editors begin with a dot or a tilde. */
export function classifyFileName(name: string): FileNameClass {
  if (isTemporaryName(name)) return { is: 'temporary' };
  if (isForeignName(name)) return { is: 'stray' };
  if (name.endsWith('.icloud')) return { is: 'placeholder' };
  if (name.startsWith('.') || name.startsWith('~')) return { is: 'ignored' };
  if (!name.toLowerCase().endsWith('.json')) return { is: 'ignored' };
  const id = name.slice(0, -'.json'.length);
  return isCoeId(id) && name.endsWith('.json') ? { is: 'coe', id } : { is: 'stray' };
}
