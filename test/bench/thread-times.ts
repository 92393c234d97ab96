import { readFileSync } from 'node:fs';

/** Milliseconds that a thread has run, and that it was ready to run but waited for a processor. */
export type ThreadTimes = { readonly ran: number; readonly waited: number };

/** The times of the main thread of a process so far; NaN where the system does not tell. */
export function mainThreadTimes(pid: number): ThreadTimes {
  try {
    const [ran = Number.NaN, waited = Number.NaN] = readFileSync(`/proc/${pid}/schedstat`, 'utf8')
      .split(' ')
      .map(Number);
    return { ran: ran / 1e6, waited: waited / 1e6 };
  } catch {
    return { ran: Number.NaN, waited: Number.NaN };
  }
}
