import { chmodSync, cpSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Copies what goes into a package to where it will be installed, below `tree`. A source with a slash at its end stands
 * for what is in the folder. Rights are those of a package: everybody reads, only the owner writes.
 *
 * @param {readonly { source: string, destination: string }[]} files
 * @param {string} tree
 */
export function stageFiles(files, tree) {
  for (const { source, destination } of files) {
    const target = path.join(tree, destination);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(source, target, { recursive: true, verbatimSymlinks: true });
  }
  for (const { file, isFolder, isLink } of filesBelow(tree)) {
    if (isLink) continue;
    const mayRun = isFolder || (statSync(file).mode & 0o100) !== 0;
    chmodSync(file, mayRun ? 0o755 : 0o644);
  }
}

/**
 * Every folder, file and symbolic link below a folder, in a fixed order.
 *
 * @param {string} folder
 * @returns {{ file: string, isFolder: boolean, isLink: boolean }[]}
 */
export const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => path.join(folder, name))
    .map((file) => ({ file, isFolder: lstatSync(file).isDirectory(), isLink: lstatSync(file).isSymbolicLink() }));
