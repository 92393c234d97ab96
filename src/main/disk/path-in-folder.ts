import path from 'node:path';

/**
 * The path of an entry of a folder, by its name. Throws a RangeError for a name that would lead anywhere else: an empty
 * one, `.` or `..`, or one that holds a separator or a NUL. Callers check ids and names first, so such a name is a bug.
 */
export function pathInFolder(folder: string, name: string): string {
  if (name === '' || name === '.' || name === '..' || /[/\0]/.test(name) || name.includes(path.sep)) {
    throw new RangeError('Not the name of a file in this folder');
  }
  return path.join(folder, name);
}
