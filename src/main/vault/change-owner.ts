import { createHash } from 'node:crypto';
import { homedir, hostname } from 'node:os';

import { errnoOf } from '#main/disk/disk-error.ts';

/**
 * Who began a change: this computer and person, and the process. A folder may be synced to other computers, and a change is only ever
 * mended by whom it was cut short for: another one would undo what the first is still doing.
 */
export const currentOwner = (): string => `${thisComputer()}:${process.pid}`;

/** After this long a change counts as given up, whoever began it. Ten thousand COEs take minutes. */
const GIVEN_UP_MS = 60 * 60 * 1000;

/** Whether a change that somebody began may be brought to its end here and now. */
export function mayRecover(owner: string, since: string, now = Date.now()): boolean {
  const [computer, pid = ''] = owner.split(':');
  if (computer === thisComputer() && (Number(pid) === process.pid || !isAlive(Number(pid)))) return true;
  return !(now - Date.parse(since) < GIVEN_UP_MS);
}

const thisComputer = (): string =>
  createHash('sha256').update(`${hostname()}\n${homedir()}`).digest('hex').slice(0, 16);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}
