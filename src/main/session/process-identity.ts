import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import process from 'node:process';

import { z } from 'zod';

import { nullOnDiskError } from '#main/disk/disk-error.ts';
import { processExists } from '#main/disk/process-exists.ts';

/** Identifies a process, even if its process id is reused later. */
export const processIdentitySchema = z.strictObject({
  pid: z.number().int().positive(),
  /** When it started, in ticks after a named boot; null where the system does not say. */
  began: z.string().nullable(),
  /** The host name, and on Linux the PID namespace, that the process id belongs to. */
  where: z.string(),
});
/** The identity of a process, as stored in a lock file. */
export type ProcessIdentity = z.infer<typeof processIdentitySchema>;

/** Whether a process runs. `unsure` when the system cannot tell. */
export type ProcessStatus = 'runs' | 'gone' | 'unsure';

/** The identity of this process. */
export async function identityOfThisProcess(): Promise<ProcessIdentity> {
  const seen = await readProcStat(process.pid);
  return { pid: process.pid, began: seen?.began ?? null, where: await pidNamespace() };
}

/**
 * Returns whether the process still runs. `unsure` for a process in another namespace, or without a known start time.
 */
export async function processStatus(identity: ProcessIdentity): Promise<ProcessStatus> {
  // Computers may share a home folder, and each container numbers its own processes.
  if (identity.where !== (await pidNamespace())) return 'unsure';
  if (!processExists(identity.pid)) return 'gone';
  const seen = await readProcStat(identity.pid);
  if (seen === null || identity.began === null) return 'unsure';
  return seen.runs && seen.began === identity.began ? 'runs' : 'gone';
}

/** Reads state and start time from `/proc`; null on other systems, and for a process that does not exist. */
async function readProcStat(pid: number): Promise<{ runs: boolean; began: string } | null> {
  const [stat, boot] = await Promise.all([
    readIfPresent(`/proc/${pid}/stat`),
    readIfPresent('/proc/sys/kernel/random/boot_id'),
  ]);
  if (stat === null || boot === null) return null;
  // The second field is the program's name in parentheses, which may itself contain parentheses and spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state = ''] = fields;
  const ticks = fields[19];
  return ticks === undefined ? null : { runs: !/^[ZXx]/.test(state), began: `${boot.trim()} ${ticks}` };
}

async function pidNamespace(): Promise<string> {
  const container = await readlink('/proc/self/ns/pid').catch(() => '');
  return `${hostname()} ${container}`.trim();
}

async function readIfPresent(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(nullOnDiskError);
}
