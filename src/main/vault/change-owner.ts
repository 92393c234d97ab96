import { createHash } from 'node:crypto';
import { homedir, hostname } from 'node:os';

import { processExists } from '#main/disk/process-exists.ts';

/**
 * Identifies who started a conversion: computer, person and process. Only the same computer may recover an interrupted
 * conversion of a synced library: another one would undo work that is still running.
 */
export const currentOwner = (): string => `${thisComputer()}:${process.pid}`;

/**
 * After this time in milliseconds, a conversion counts as abandoned, and any computer may recover it. Ten thousand COEs
 * take minutes.
 */
const GIVEN_UP_MS = 60 * 60 * 1000;

/**
 * Whether this process may recover a conversion, given its owner and its start as an ISO instant. True if the owner is
 * this process, or one of this computer that no longer runs, or if the conversion is abandoned.
 */
export function mayRecover(owner: string, since: string, now = Date.now()): boolean {
  const [computer, pid = ''] = owner.split(':');
  if (computer === thisComputer() && (Number(pid) === process.pid || !processExists(Number(pid)))) return true;
  return !(now - Date.parse(since) < GIVEN_UP_MS);
}

const thisComputer = (): string =>
  createHash('sha256').update(`${hostname()}\n${homedir()}`).digest('hex').slice(0, 16);
