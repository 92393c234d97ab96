import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import process from 'node:process';

import { z } from 'zod';

import { errnoOf } from '#main/disk/disk-error.ts';

/** Says which process is meant, so that another one that was given the same number later is not taken for it. */
export const processIdentitySchema = z.strictObject({
  pid: z.number().int().positive(),
  /** When it began, in the system's own count; null where that cannot be read. */
  began: z.string().nullable(),
  /** The computer, or the container on it, whose processes the number counts. */
  where: z.string(),
});
export type ProcessIdentity = z.infer<typeof processIdentitySchema>;

/** `unsure` where nothing but its silence can tell. */
export type ProcessStatus = 'runs' | 'gone' | 'unsure';

/** The mark of this process. */
export async function identityOfThisProcess(): Promise<ProcessIdentity> {
  const seen = await readProcStat(process.pid);
  return { pid: process.pid, began: seen?.began ?? null, where: await pidNamespace() };
}

/** Tells whether the process of a mark still runs. */
export async function processStatus(mark: ProcessIdentity): Promise<ProcessStatus> {
  // Computers may share a home folder, and containers count their processes for themselves.
  if (mark.where !== (await pidNamespace())) return 'unsure';
  if (!processExists(mark.pid)) return 'gone';
  const seen = await readProcStat(mark.pid);
  if (seen === null || mark.began === null) return 'unsure';
  return seen.runs && seen.began === mark.began ? 'runs' : 'gone';
}

/** Tells whether there is a process of that number, be it another person's. */
function processExists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}

/** What Linux says of a process: when it began, counted from a start of the computer that has a name. Null elsewhere. */
async function readProcStat(pid: number): Promise<{ runs: boolean; began: string } | null> {
  const [stat, boot] = await Promise.all([
    readIfPresent(`/proc/${pid}/stat`),
    readIfPresent('/proc/sys/kernel/random/boot_id'),
  ]);
  if (stat === null || boot === null) return null;
  // The second field is the program's name in brackets, which may hold brackets and spaces itself.
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
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}
