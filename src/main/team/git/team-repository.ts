import type { Result } from '#domain/result.ts';
import type { Passed } from '#domain/team/merge-trees.ts';
import type { GitFailure } from '#domain/team/git-failure.ts';
import type { Oid } from '#domain/team/oid.ts';
import type { RemoteAddress } from '#domain/team/remote-address.ts';

/** A promise of a value or of the reason why git did not give it. Nothing here rejects but for bugs. */
export type Answer<Value> = Promise<Result<Value, GitFailure>>;

/** How far a fetch or push is. `percent`, `done` and `total` are of the current step; null while git does not know. */
export type GitProgress = {
  readonly step: 'connecting' | 'counting' | 'compressing' | 'receiving' | 'resolving' | 'sending' | 'checking';
  readonly percent: number | null;
  /** Objects. */
  readonly done: number | null;
  readonly total: number | null;
  /** Bytes received or sent so far; null in steps that do not count them. */
  readonly bytes: number | null;
};

/** One file of a tree. `path` is as the repository has it, unchecked: data, never a path on disk. */
export type TreeEntry = { readonly path: string; readonly mode: string; readonly oid: Oid };

/**
 * A path that differs between two commits. `path` is unchecked. A side is null where the path does not exist. Renames
 * are a deletion and an addition.
 */
export type ChangedPath = {
  readonly path: string;
  readonly before: { readonly mode: string; readonly oid: Oid } | null;
  readonly after: { readonly mode: string; readonly oid: Oid } | null;
};

/** A change that a commit makes to its first parent's tree. Files get mode 100644. */
export type TreeChange =
  | { readonly path: string; readonly bytes: Uint8Array }
  /** An object that the repository already has, such as the other side's version. */
  | { readonly path: string; readonly oid: Oid }
  | { readonly path: string; readonly deleted: true };

/** Who a commit says it is from: unverified when read. */
export type Author = { readonly name: string; readonly email: string };

/** What a commit is made of. */
export type NewCommit = {
  /** The branch that moves to the new commit, such as `refs/heads/main`. */
  readonly ref: string;
  /**
   * None for the first commit. Changes are relative to the first. The branch must be at one of them or at an ancestor,
   * or not exist; otherwise the answer is `ref-moved`.
   */
  readonly parents: readonly Oid[];
  readonly author: Author;
  /** Whole seconds since 1970. */
  readonly time: number;
  readonly message: string;
  readonly changes: Iterable<TreeChange> | AsyncIterable<TreeChange>;
};

/** A commit that changed a path. Names, addresses, times and messages are what the commit says, unverified. */
export type HistoryStep = {
  readonly commit: Oid;
  readonly author: Author;
  /** Whole seconds since 1970. */
  readonly time: number;
  readonly message: string;
  /** More than one for a commit that combined two sides. */
  readonly parents: readonly Oid[];
  /** The path's contents before (in the first parent) and after; null where it did not exist. */
  readonly before: Oid | null;
  readonly after: Oid | null;
};

/** Why an object was not read. */
export type ObjectProblem =
  /** It is not in this repository. */
  | { readonly kind: 'missing' }
  /** It is not a file's contents. */
  | { readonly kind: 'not-a-blob' }
  | { readonly kind: 'too-large'; readonly size: number };

/** What a call may be given. */
export type CallOptions = { readonly signal?: AbortSignal };

/** What a push may be given. */
export type PushOptions = CallOptions & {
  /** Asks the server whether it would take the push, and sends nothing. */
  readonly isTrial?: boolean;
};

/**
 * The bare repository of one team library, and the only way to it. Every call runs git with a list of arguments, a clean
 * environment and its own configuration; no call writes outside the repository and the state folder. Calls that write
 * must not overlap; the caller runs one after the other.
 */
export type TeamRepository = {
  /**
   * Creates the repository, or removes what killed processes left in an existing one: lock files and half packs. Safe to
   * call at every start, while no other call runs.
   */
  readonly initRepository: () => Answer<null>;

  /** Where a branch is; null when it does not exist. `ref` is a full name such as `refs/heads/main`. */
  readonly readRef: (ref: string) => Answer<Oid | null>;
  /** Moves a branch, if it is still at `expected` (null: does not exist); else `ref-moved`. `to` null deletes it. */
  readonly moveRef: (ref: string, to: Oid | null, expected: Oid | null) => Answer<null>;
  /** Moves a ref that only this process moves, wherever it is; creates it when it does not exist. */
  readonly setRef: (ref: string, to: Oid) => Answer<null>;

  /** The branches of the remote by full name (`refs/heads/…` only). Empty for a new repository. */
  readonly lsRemote: (address: RemoteAddress, options?: CallOptions) => Answer<ReadonlyMap<string, Oid>>;
  /**
   * Fetches one branch of the remote into a ref of ours, without tags, checked by fsck; moves the ref also when the
   * remote was rewritten. The answer is where it is; null when the remote has no such branch (our ref stays).
   */
  readonly fetchRef: (
    address: RemoteAddress,
    refs: { readonly from: string; readonly to: string },
    options?: CallOptions,
  ) => Answer<Oid | null>;
  /**
   * Moves one branch of the remote from `expected` (null: does not exist) to `commit`, which must contain `expected`.
   * `push-race` when it is elsewhere by now; `push-protected` when the server accepts no pushes there.
   */
  readonly push: (
    address: RemoteAddress,
    refs: { readonly commit: Oid; readonly to: string; readonly expected: Oid | null },
    options?: PushOptions,
  ) => Answer<null>;

  /**
   * Asks the server for its branches, and lets the person's credential helper ask in a window or browser of its own.
   * Waits five minutes for the person.
   */
  readonly signIn: (address: RemoteAddress, options?: CallOptions) => Answer<null>;

  /** A best common ancestor; null when the two have none. The smallest id when there are several. */
  readonly mergeBase: (first: Oid, second: Oid) => Answer<Oid | null>;
  /** Commits that only one side has. */
  readonly aheadBehind: (mine: Oid, theirs: Oid) => Answer<{ readonly ahead: number; readonly behind: number }>;
  /** When a commit says it was made, in whole seconds since 1970. */
  readonly commitTime: (commit: Oid) => Answer<number>;
  /** Paths that differ; `base` null stands for the empty tree. */
  readonly changedPaths: (base: Oid | null, tip: Oid) => Answer<readonly ChangedPath[]>;
  /**
   * The ids of the contents that each path had in the commits that `tip` has and `base` has not; `NO_FILE` where it had
   * none for a while.
   */
  readonly contentsSince: (base: Oid, tip: Oid) => Answer<Passed>;
  /** Every file of a commit. */
  readonly listTree: (tip: Oid) => Answer<readonly TreeEntry[]>;

  /** The bytes of a blob. Its size is checked before it is read. `maxBytes` is 20 MB unless given. */
  readonly readBlob: (oid: Oid, maxBytes?: number) => Answer<Result<Uint8Array, ObjectProblem>>;
  /** The bytes of a file in a commit's tree; `missing` where the commit has no such path. */
  readonly readFileAt: (commit: Oid, path: string, maxBytes?: number) => Answer<Result<Uint8Array, ObjectProblem>>;

  /** Writes a commit and moves the branch to it last: a kill leaves the branch where it was. */
  readonly commit: (commit: NewCommit) => Answer<Oid>;

  /** Commits that changed a path, newest first, at most `limit`. */
  readonly historyOf: (tip: Oid, path: string, limit: number) => Answer<readonly HistoryStep[]>;

  /** Combines packs and refreshes the commit graph, if there are more than `packs` packs; says whether it did. */
  readonly repackWhenMoreThan: (packs: number, options?: CallOptions) => Answer<boolean>;

  /**
   * Writes a bundle with one branch, without what the commits `without` already have. False, and no file, when nothing
   * is left. The file appears whole or not at all, and replaces one of the same name.
   */
  readonly createBundle: (bundle: {
    readonly file: string;
    readonly ref: string;
    readonly without: readonly Oid[];
    readonly waits?: WaitsFor;
  }) => Answer<boolean>;
  /** Reads the head of a bundle: its branches, and the commits that it continues. */
  readonly inspectBundle: (file: string, maxBytes: number, waits?: WaitsFor) => Answer<BundleHead>;
  /** Takes one branch of a bundle into a ref of ours, checked by fsck; the answer is where it is. */
  readonly fetchBundle: (bundle: {
    readonly file: string;
    readonly from: string;
    readonly to: string;
    readonly maxBytes: number;
    readonly waits?: WaitsFor;
    readonly signal?: AbortSignal;
  }) => Answer<Oid>;

  /** Ends the process that reads objects. The next read starts another. */
  readonly close: () => Promise<void>;
};

/** How a file of a shared folder is waited for: its disk may never answer. Throws an error with a code then. */
export type WaitsFor = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** What the head of a bundle file says. */
export type BundleHead = { readonly refs: ReadonlyMap<string, Oid>; readonly prerequisites: readonly Oid[] };
