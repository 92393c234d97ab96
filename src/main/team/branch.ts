import { fail, ok, type Result } from '#domain/result.ts';
import { FILE_MODE, isFile, type TreeEdit } from '#domain/team/merge-trees.ts';
import type { Oid } from '#domain/team/oid.ts';
import { MAX_TREE_FILE_BYTES, parseTreePath } from '#domain/team/tree-paths.ts';

import type { Author, TeamRepository, TreeChange } from './git/team-repository.ts';
import { blobId } from './object-id.ts';
import type { TeamFailure } from './team-failure.ts';

/** The branch that everybody shares, on this computer and on the server. */
export const MAIN = 'refs/heads/main';

/** What the others can get, as last seen: the server's branch, or what lies in the shared folder. */
export const SHARED = 'refs/once/theirs';

/** The team's branch on this computer: where it is, and the files of Once in its tree. */
export type Branch = {
  readonly head: () => Oid | null;
  /** The content of each file of Once. Other paths are kept in the repository and are in `strange`. */
  readonly tree: ReadonlyMap<string, Oid>;
  readonly strange: ReadonlySet<string>;
  /** The text of an object; null if it is not there, not a file or too large. */
  readonly readText: (oid: Oid) => Promise<string | null>;
  readonly readBytes: (oid: Oid) => Promise<Uint8Array | null>;
  /**
   * Why something could not be read since the last call; null if everything could. What was decided without it must not
   * be committed: a text that was not read is not one that is not there.
   */
  readonly takeReadFailure: () => TeamFailure | null;
  /**
   * Reads again where the branch is, and its tree: a call of git that failed may have moved it before. Fails with
   * `repository-broken` if the branch is gone, which nothing here does.
   */
  readonly readAgain: () => Promise<Result<null, TeamFailure>>;
  /** Adds a commit on top of the branch. */
  readonly commit: (change: NewStep) => Promise<Result<Oid, TeamFailure>>;
  /** Moves the branch to a commit that contains it, or that replaces it. */
  readonly moveTo: (to: Oid) => Promise<Result<null, TeamFailure>>;
  /** Adds a commit with two parents, made from the first, and moves the branch to it. */
  readonly commitMerge: (
    parents: readonly [Oid, Oid],
    edits: readonly TreeEdit[],
    time: number,
  ) => Promise<Result<Oid, TeamFailure>>;
};

/** A commit on top of the branch. `time` is in whole seconds since 1970. */
export type NewStep = {
  readonly author: Author;
  readonly time: number;
  readonly message: string;
  /** Read once, one after the other, so that a large library is never in memory at once. */
  readonly edits: Iterable<TreeEdit> | AsyncIterable<TreeEdit>;
};

/** Merges say nobody's name, so that every computer makes the same commit. */
const MERGE_AUTHOR: Author = { name: 'Once', email: 'once@invalid' };

/** Reads where the branch is, and its tree. */
export async function openBranch(repository: TeamRepository): Promise<Result<Branch, TeamFailure>> {
  let head: Oid | null = null;
  const tree = new Map<string, Oid>();
  const strange = new Set<string>();
  const put = (path: string, entry: { readonly oid: Oid; readonly mode: string } | null): void => {
    tree.delete(path);
    strange.delete(path);
    if (entry === null) return;
    if (parseTreePath(path) !== null && isFile(entry)) tree.set(path, entry.oid);
    else strange.add(path);
  };
  const readAgain = async (): Promise<Result<null, TeamFailure>> => {
    const found = await repository.readRef(MAIN);
    if (!found.ok) return found;
    if (found.value === null && head !== null) return fail({ kind: 'repository-broken' });
    const listed = found.value === null ? ok([]) : await repository.listTree(found.value);
    if (!listed.ok) return listed;
    head = found.value;
    tree.clear();
    strange.clear();
    for (const entry of listed.value) put(entry.path, entry);
    return ok(null);
  };
  const read = await readAgain();
  if (!read.ok) return read;
  let readFailure: TeamFailure | null = null;
  const readBytes = async (oid: Oid): Promise<Uint8Array | null> => {
    const read = await repository.readBlob(oid, MAX_TREE_FILE_BYTES);
    if (!read.ok) readFailure = read.error;
    return read.ok && read.value.ok ? read.value.value : null;
  };
  const moveTo = async (to: Oid): Promise<Result<null, TeamFailure>> => {
    const changed = await repository.changedPaths(head, to);
    if (!changed.ok) return changed;
    const moved = await repository.moveRef(MAIN, to, head);
    if (!moved.ok) return moved;
    head = to;
    for (const { path, after } of changed.value) put(path, after);
    return ok(null);
  };
  return ok({
    head: () => head,
    tree,
    strange,
    readBytes,
    readAgain,
    takeReadFailure: () => {
      const failure = readFailure;
      readFailure = null;
      return failure;
    },
    readText: async (oid) => {
      const bytes = await readBytes(oid);
      return bytes === null ? null : Buffer.from(bytes).toString('utf8');
    },
    moveTo,
    commit: async ({ author, time, message, edits }) => {
      const applied: { path: string; oid: Oid | null }[] = [];
      const made = await repository.commit({
        ref: MAIN,
        parents: head === null ? [] : [head],
        author,
        time,
        message,
        changes: changesOf(edits, (path, oid) => applied.push({ path, oid })),
      });
      if (!made.ok) return made;
      head = made.value;
      for (const { path, oid } of applied) put(path, oid === null ? null : { mode: FILE_MODE, oid });
      return made;
    },
    commitMerge: async (parents, edits, time) => {
      const before = head;
      const made = await repository.commit({
        ref: MAIN,
        parents,
        author: MERGE_AUTHOR,
        time,
        message: 'Combine two sides',
        changes: edits.map(toChange),
      });
      if (!made.ok) return made;
      head = made.value;
      const changed = await repository.changedPaths(before, made.value);
      if (!changed.ok) return changed;
      for (const { path, after } of changed.value) put(path, after);
      return made;
    },
  });
}

const bytesOf = (edit: Extract<TreeEdit, { text: string } | { bytes: Uint8Array }>): Uint8Array =>
  'text' in edit ? Buffer.from(edit.text) : edit.bytes;

const toChange = (edit: TreeEdit): TreeChange => ('text' in edit ? { path: edit.path, bytes: bytesOf(edit) } : edit);

async function* changesOf(
  edits: NewStep['edits'],
  applied: (path: string, oid: Oid | null) => void,
): AsyncGenerator<TreeChange> {
  for await (const edit of edits) {
    applied(edit.path, 'deleted' in edit ? null : 'oid' in edit ? edit.oid : blobId(bytesOf(edit)));
    yield toChange(edit);
  }
}
