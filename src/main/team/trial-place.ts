import { rm } from 'node:fs/promises';
import path from 'node:path';

import { exists } from '#main/disk/move-file.ts';
import { errnoOf } from '#main/disk/disk-error.ts';

import { type TeamFolders, teamFoldersOf } from './connection.ts';
import { takeTeamLock } from './team-lock.ts';

/** Where a try fetches a team library to, from which connecting takes it. */
export const trialFoldersOf = (teamFolder: string): Promise<TeamFolders> =>
  teamFoldersOf(teamFolder, path.join(teamFolder, 'trial'));

/**
 * Removes what a try fetched: a team library in plain text that this computer is not connected to. Leaves what another
 * process is trying now. A disk error leaves it for the next time.
 */
export async function removeTrial(teamFolder: string): Promise<void> {
  const { folder, gitDir } = await trialFoldersOf(teamFolder);
  try {
    if (!(await exists(gitDir))) return;
    const release = await takeTeamLock(folder);
    if (release === null) return;
    await rm(gitDir, { recursive: true, force: true }).finally(release);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
}
