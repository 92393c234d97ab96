import type { Coe } from '#domain/coe/coe.ts';
import type { JsonPatch } from '#domain/merge/json-patch.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { OpenedCoe } from '#ipc/contract.ts';

/** A version of the file: what it says and its revision. */
type Version = { readonly coe: Coe; readonly revision: string };
type Saved = Result<{ revision: string; savedAt: string }, AppError>;

/**
 * What a fault does to a save: nothing is written, it is written but the answer is lost, or the way to the disk breaks.
 */
type Fault = { readonly error: AppError; readonly written?: boolean } | 'rejects';

/** A disk for one COE that lives in memory, keeps revisions as the real one does, and can be made to fail. */
export type MemoryDisk = {
  /** What opening it gave at the beginning. */
  readonly opened: OpenedCoe;
  readonly save: (coe: Coe, base: string) => Promise<Saved>;
  readonly open: (id: string) => Promise<Result<OpenedCoe, AppError>>;
  /** What is in the file now; null when it is gone. */
  readonly file: () => Version | null;
  /** Another program writes the file, or takes it away. Answers the revision it then has. */
  readonly writeOutside: (coe: Coe | null) => string | null;
  /** Another program puts back a version that was there before. */
  readonly putBack: (version: Version) => void;
  /** Every save that changed the file, with what it replaced. */
  readonly writes: { readonly coe: Coe; readonly over: Version | null }[];
  /** How often a save was asked for, and how many were under way at most. */
  readonly asked: { saves: number; opens: number; together: number };
  /** What the journal holds that is not saved, oldest first. */
  readonly kept: { readonly words: Coe; readonly base: string }[];
  /** The entries of the journal by number, and the additions to them. */
  readonly entries: Map<number, Coe>;
  readonly additions: JsonPatch[];
  /** How long an answer takes. */
  latency: number;
  /** What saves meet until it is null again. */
  fault: Fault | null;
  /** Whether the whole library is out of reach. */
  away: boolean;
};

/** Makes a disk that holds one COE. Answers come by `setTimeout`, so that fake timers rule them. */
export function memoryDisk(first: Coe): MemoryDisk {
  let count = 1;
  let file: Version | null = { coe: first, revision: 'r1' };
  let underWay = 0;
  const put = (coe: Coe): Version => (file = { coe, revision: `r${(count += 1)}` });
  /** Half of the time an answer takes: on the way there, and on the way back. */
  const half = (): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, disk.latency / 2);
    });

  function saveNow(coe: Coe, base: string): Saved {
    if (disk.away) return fail({ kind: 'library-missing' });
    const done = (version: Version): Saved =>
      ok({ revision: version.revision, savedAt: new Date(Date.now()).toISOString() });
    if (file !== null && sameWords(file.coe, coe)) return done(file);
    if ((file?.revision ?? 'none') !== base) return fail({ kind: 'changed-outside', current: file });
    disk.writes.push({ coe, over: file });
    return done(put(coe));
  }

  const disk: MemoryDisk = {
    opened: { coe: first, revision: 'r1', readOnly: false },
    writes: [],
    asked: { saves: 0, opens: 0, together: 0 },
    kept: [],
    entries: new Map(),
    additions: [],
    latency: 5,
    fault: null,
    away: false,
    file: () => file,
    writeOutside: (coe) => {
      file = null;
      return coe === null ? null : put(coe).revision;
    },
    putBack: (version) => {
      file = version;
    },
    save: async (coe, base) => {
      disk.asked.saves += 1;
      underWay += 1;
      disk.asked.together = Math.max(disk.asked.together, underWay);
      await half();
      const { fault } = disk;
      const result = fault === null || (fault !== 'rejects' && fault.written === true) ? saveNow(coe, base) : null;
      await half();
      underWay -= 1;
      if (fault === 'rejects') throw new Error('the way to the disk broke');
      return result === null || (fault !== null && result.ok) ? fail(fault?.error ?? { kind: 'not-found' }) : result;
    },
    open: async (id) => {
      disk.asked.opens += 1;
      await half();
      const there = file;
      const { away } = disk;
      await half();
      if (away) return fail({ kind: 'library-missing' });
      return there === null || there.coe.id !== id ? fail({ kind: 'not-found' }) : ok({ ...there, readOnly: false });
    },
  };
  return disk;
}

/** As the real disk has it: what differs in nothing but bookkeeping counts as saved. */
const sameWords = (first: Coe, second: Coe): boolean =>
  JSON.stringify({ ...first, minutesWriting: 0 }) === JSON.stringify({ ...second, minutesWriting: 0 });
