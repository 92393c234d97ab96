import { link, lstat, rename, unlink } from 'node:fs/promises';

import { errnoOf } from './disk-error.ts';

/** Whether anything has that name: a file, a folder, or a link, wherever it leads. */
export async function exists(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** A link refuses a name that is taken, which rename does not. Where there are no links, looking first has to do. */
export async function moveWithoutReplacing(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!NO_LINKS.has(errnoOf(error) ?? '')) throw error;
    return rename(from, to);
  }
  await unlink(from);
}

const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'UNKNOWN']);
