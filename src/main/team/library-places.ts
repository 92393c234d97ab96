import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import { exists } from '#main/disk/move-file.ts';

import { isTeamLibrary } from './is-team-library.ts';

/** File systems take names of at most 255 bytes; so many leave room for what is added. */
const MAX_NAME_BYTES = 200;

/**
 * The path of a folder that does not exist yet, beside another one: a name, which is cut if it is too long, and what is
 * added to it. Characters that a system refuses are left out.
 */
export async function unusedNameBeside(folder: string, name: string, added: string): Promise<string> {
  // oxlint-disable-next-line no-control-regex -- Windows refuses them in names
  const allowed = name.replaceAll(/[<>:"/\\|?*\u0000-\u001f]/g, '');
  let cut = '';
  for (const character of allowed) {
    if (Buffer.byteLength(cut + character) > MAX_NAME_BYTES) break;
    cut += character;
  }
  const plain = `${cut.trim()}${added}`.trim();
  for (let number = 1; ; number += 1) {
    const candidate = path.join(path.dirname(folder), number === 1 ? plain : `${plain} ${number}`);
    // oxlint-disable-next-line no-await-in-loop -- stops at the first that is free
    if (!(await exists(candidate))) return candidate;
  }
}

/** Whether nothing is in a folder, or there is no such folder. */
export async function isEmptyOrMissing(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch {
    return !(await stat(folder).then(
      () => true,
      () => false,
    ));
  }
}

/** Whether a team library can be connected in a folder: an empty one, or one that was a team library before. */
export const canHoldTeam = async (folder: string): Promise<boolean> =>
  isTeamLibrary({ folder }) || (await isEmptyOrMissing(folder));
