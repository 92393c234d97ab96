import process from 'node:process';

import { errnoOf } from './disk-error.ts';

/** Whether a process with this id runs on this computer, including those of other users. False for what is no id. */
export function processExists(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}
