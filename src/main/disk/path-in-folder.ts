import path from 'node:path';

/**
 * The path of an entry in a folder. Throws a RangeError for a name that would lead outside: an empty name, `.`, `..`,
 * or one with a separator or a NUL. Callers validate ids and names first, so such a name is a bug.
 */
export function pathInFolder(folder: string, name: string): string {
  if (name === '' || name === '.' || name === '..' || /[/\0]/.test(name) || name.includes(path.sep)) {
    throw new RangeError('Not the name of a file in this folder');
  }
  return path.join(folder, name);
}
