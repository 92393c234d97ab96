import { type Clock } from '#domain/clock.ts';
import { reasonToKeep } from '#domain/versions/reason-to-keep.ts';
import { statusReached, type VersionReason } from '#domain/versions/version-reason.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { LibraryPaths } from '#main/coe-files/library-paths.ts';
import { revisionOf } from '#main/disk/revision.ts';

import { storeVersion, listVersions, readVersion, pruneVersions } from './version-store.ts';

/**
 * Stores versions of COEs as they are saved. A version that cannot be stored never blocks a save, since the new text
 * matters most.
 */
export type VersionRecorder = {
  /**
   * Called with the content of a file that is about to be replaced. `why` stores it even if the rules would not.
   * Returns the error if it could not be stored, for callers that must not replace the file then; null otherwise.
   */
  readonly beforeReplacing: (coeId: string, bytes: Uint8Array, why?: VersionReason) => Promise<AppError | null>;
  /** Called after a save. `statusBefore` is null for a new COE. */
  readonly afterSaving: (saved: CompletedSave) => Promise<void>;
  /**
   * Called when a session ends: stores the last state of each COE that was saved in it, in case another program later
   * replaces the file with an earlier one. `read` returns the content on disk; null if there is none.
   */
  readonly onSessionEnd: (read: (coeId: string) => Promise<Uint8Array | null>) => Promise<void>;
  /** Why the last version could not be stored; null if it was. */
  readonly lastError: () => AppError | null;
};

/** The result of a save. `bytes` is the plain content. */
export type CompletedSave = {
  readonly coeId: string;
  readonly bytes: Uint8Array;
  readonly revision: string;
  readonly statusBefore: string | null;
  readonly status: string;
};

/** The state of a COE that was saved in this session. */
type Known = { written: string | null; keptAt: number | null; keptRevision: string | null };

/** Creates the recorder of one library. `onFault` is called when storing starts to fail, and when it works again. */
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
    // Skip a version that equals the newest one, except for a milestone, which has a meaning of its own.
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
        // oxlint-disable-next-line no-await-in-loop -- one at a time: a session saves only a few COEs
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
      // A new COE is stored only after the usual interval.
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
