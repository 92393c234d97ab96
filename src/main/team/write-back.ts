import { ok, type Result } from '#domain/result.ts';
import type { Oid } from '#domain/team/oid.ts';
import { parseTreePath } from '#domain/team/tree-paths.ts';

import type { AgreedFiles } from './agreed-files.ts';
import type { Branch } from './branch.ts';
import { type FileRefusal, type LibraryFiles, type NewContent, refusalOf } from './library-files.ts';
import type { TeamFailure } from './team-failure.ts';

/**
 * How many files are written at once. Each is flushed to the disk by itself, and the disk flushes several in about the
 * time of one; their folder is flushed once. No more than these, and as many to follow, are in memory.
 */
const AT_ONCE = 32;

/** A file of the team that may be written over what the folder and the branch agreed on. */
type ReadFile = NewContent & { readonly oid: Oid };

/** What writing back did until it ended, well or not. `refused` are files of the team that this version does not write, and why. */
export type WrittenBack = {
  /** Why it stopped; null if it did not. */
  readonly failure: TeamFailure | null;
  /** The paths that were written or removed. */
  readonly changed: readonly string[];
  /** How many files have to wait, because they changed while they were about to be written. */
  readonly waiting: number;
  readonly refused: ReadonlyMap<string, FileRefusal>;
};

/**
 * Writes into the library what the branch has and the folder has not: each file only over the content that both agreed
 * on, so that nothing a person just typed is overwritten. Files that are not what their path says stay unwritten.
 * Updates `agreed`.
 */
export async function writeBack(files: LibraryFiles, branch: Branch, agreed: AgreedFiles): Promise<WrittenBack> {
  const changed: string[] = [];
  const refused = new Map<string, FileRefusal>();
  let waiting = 0;
  const ended = (failure: TeamFailure | null): WrittenBack => ({ failure, changed, waiting, refused });
  const wanted = [...branch.tree].filter(
    ([path, oid]) => oid !== (agreed.bases.get(path) ?? null) && isFileOfLibrary(path),
  );
  const readSome = async (start: number): Promise<Result<readonly ReadFile[], TeamFailure>> => {
    const some: ReadFile[] = [];
    const read = await Promise.all(
      wanted
        .slice(start, start + AT_ONCE)
        .map(async ([path, oid]) => ({ path, oid, bytes: await branch.readBytes(oid) })),
    );
    const unread = branch.takeReadFailure();
    if (unread !== null) return { ok: false, error: unread };
    for (const { path, oid, bytes } of read) {
      const refusal = bytes === null ? 'too-large' : refusalOf(path, bytes);
      if (bytes === null || refusal !== null) refused.set(path, refusal ?? 'too-large');
      else some.push({ path, oid, bytes, expected: agreed.bases.get(path) ?? null });
    }
    return ok(some);
  };
  let next = readSome(0);
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    // oxlint-disable-next-line no-await-in-loop -- a few at a time
    const read = await next;
    if (!read.ok) return ended(read.error);
    const ready = read.value;
    // The next are read while the disk flushes these.
    next = readSome(start + AT_ONCE);
    // oxlint-disable-next-line no-await-in-loop -- a few at a time
    const written = await files.write(ready);
    for (const [index, { path, oid }] of ready.entries()) {
      const one = written[index];
      if (one?.ok !== true) continue;
      if (one.value === null) {
        waiting += 1;
        continue;
      }
      agreed.bases.set(path, oid);
      agreed.known.set(path, { oid, stamp: one.value });
      changed.push(path);
    }
    const failed = written.find((one) => !one.ok);
    if (failed?.ok === false) {
      // oxlint-disable-next-line no-await-in-loop -- nothing goes on after the answer
      await next;
      return ended({ kind: 'library', error: failed.error });
    }
  }
  for (const [path, base] of agreed.bases) {
    // A link in the place of a file is no deletion.
    if (branch.tree.has(path) || branch.strange.has(path) || parseTreePath(path)?.is === 'attachment') continue;
    // oxlint-disable-next-line no-await-in-loop -- as above
    const removed = await files.remove(path, base);
    if (!removed.ok) return ended({ kind: 'library', error: removed.error });
    if (!removed.value) {
      waiting += 1;
      continue;
    }
    agreed.bases.delete(path);
    agreed.known.delete(path);
    changed.push(path);
  }
  return ended(null);
}

const FILES: ReadonlySet<string | undefined> = new Set(['team', 'coe', 'pattern', 'own-questions', 'attachment']);

/** Comments and questions stay in the repository; everything else is a file of the library. */
const isFileOfLibrary = (path: string): boolean => FILES.has(parseTreePath(path)?.is);
