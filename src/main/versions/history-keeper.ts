import { type Clock } from '#domain/clock.ts';
import { reasonToKeep } from '#domain/versions/reason-to-keep.ts';
import { statusReached, type VersionReason } from '#domain/versions/version-reason.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { LibraryPaths } from '#main/coe-files/library-paths.ts';
import { revisionOf } from '#main/disk/revision.ts';

import { storeVersion, listVersions, readVersion, pruneVersions } from './version-store.ts';

/** Keeps versions as COEs are saved. A version that cannot be kept never stops a save: the new words matter most. */
export type VersionRecorder = {
  /**
   * Called when a file is about to be written over, with its bytes. `why` keeps it whatever the rules say. Answers why it could
   * not be kept, for those who must not write over it then.
   */
  readonly beforeReplacing: (coeId: string, bytes: Uint8Array, why?: VersionReason) => Promise<AppError | null>;
  /** Called when a save is on disk. `statusBefore` is null for a COE that is new. */
  readonly afterSaving: (saved: CompletedSave) => Promise<void>;
  /**
   * Called when a session ends: the last state of each COE that was saved in it becomes a version, so that it outlives a file
   * that something else puts an earlier one in the place of. `read` gives the bytes that are on disk.
   */
  readonly onSessionEnd: (read: (coeId: string) => Promise<Uint8Array | null>) => Promise<void>;
  /** Why the last version could not be kept; null while all is well. */
  readonly lastError: () => AppError | null;
};

/** What a save made of a file. */
export type CompletedSave = {
  readonly coeId: string;
  readonly bytes: Uint8Array;
  readonly revision: string;
  readonly statusBefore: string | null;
  readonly status: string;
};

/** What this session knows of a COE it saved. */
type Known = { written: string | null; keptAt: number | null; keptRevision: string | null };

/** Makes the keeper of one library. `onFault` is told when keeping begins to fail, and when it works again. */
export function createVersionRecorder(paths: LibraryPaths, clock: Clock, onFault: () => void): VersionRecorder {
  const known = new Map<string, Known>();
  let fault: AppError | null = null;

  const knownOf = (coeId: string): Known => {
    const there = known.get(coeId);
    if (there !== undefined) return there;
    const fresh: Known = { written: null, keptAt: null, keptRevision: null };
    known.set(coeId, fresh);
    return fresh;
  };
  const note = (next: AppError | null): void => {
    const isNews = (next === null) !== (fault === null);
    fault = next;
    if (isNews) onFault();
  };
  const keep = async (coeId: string, bytes: Uint8Array, why: VersionReason): Promise<AppError | null> => {
    const each = knownOf(coeId);
    const revision = revisionOf(bytes);
    each.keptRevision ??= await newestRevision(paths, coeId);
    // Never the same twice in a row, but for a milestone, which says something by its name.
    if (each.keptRevision === revision && (why === 'before' || why === 'while' || why === 'replaced')) {
      each.keptAt = clock();
      return null;
    }
    const kept = await storeVersion(paths, coeId, bytes, why, clock());
    note(kept.ok ? null : kept.error);
    if (!kept.ok) return kept.error;
    each.keptAt = clock();
    each.keptRevision = revision;
    await pruneVersions(paths, coeId);
    return null;
  };

  return {
    lastError: () => fault,
    onSessionEnd: async (read) => {
      for (const [coeId, { written, keptRevision }] of known) {
        if (written === null || written === keptRevision) continue;
        // oxlint-disable-next-line no-await-in-loop -- one after the other: a session ends with a handful
        const bytes = await read(coeId);
        // oxlint-disable-next-line no-await-in-loop -- as above
        if (bytes !== null && revisionOf(bytes) === written) await keep(coeId, bytes, 'while');
      }
    },
    beforeReplacing: async (coeId, bytes, why) => {
      const { written, keptAt } = knownOf(coeId);
      const isOwnWrite = written === revisionOf(bytes);
      const due = why ?? reasonToKeep({ isOwnWrite, lastKeptAt: keptAt, now: clock() });
      return due === null ? null : keep(coeId, bytes, due);
    },
    afterSaving: async ({ coeId, bytes, revision, statusBefore, status }) => {
      const each = knownOf(coeId);
      each.written = revision;
      // A new COE has nothing worth keeping until it has been written for a while.
      each.keptAt ??= clock();
      const milestone = statusReached(statusBefore, status);
      if (milestone !== null) await keep(coeId, bytes, milestone);
    },
  };
}

async function newestRevision(paths: LibraryPaths, coeId: string): Promise<string | null> {
  const listed = await listVersions(paths, coeId);
  const newest = listed.ok ? listed.value[0] : undefined;
  if (newest === undefined) return null;
  const read = await readVersion(paths, coeId, newest.versionId);
  return read.ok ? revisionOf(read.value) : null;
}
