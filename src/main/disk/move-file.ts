import { link, lstat, rename, unlink } from 'node:fs/promises';

import { errnoOf } from './disk-error.ts';

/** Whether a file, folder or link has this path. Does not follow links. Throws any error but ENOENT. */
export async function exists(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Moves a file; throws EEXIST if the target exists. Uses a link, since `rename` would replace the target. On file
 * systems without links it falls back to `rename`, so check for the target first. Tests hand in a `makeLink` that fails.
 */
export async function moveWithoutReplacing(from: string, to: string, makeLink = link): Promise<void> {
  try {
    await makeLink(from, to);
  } catch (error) {
    if (!isLinkUnsupported(error)) throw error;
    return rename(from, to);
  }
  await unlink(from);
}

/** What systems answer where a file system has no links; Windows answers EISDIR for exFAT and FAT, and rclone EIO. */
const NO_LINKS = new Set(['EISDIR', 'EIO', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'UNKNOWN']);

/** Whether a link could not be made because the file system has none. */
export const isLinkUnsupported = (error: unknown): boolean => NO_LINKS.has(errnoOf(error) ?? '');
