import { fail, ok, type Result } from '#domain/result.ts';
import type { Oid } from '#domain/team/oid.ts';
import { parseTreePath } from '#domain/team/tree-paths.ts';

import type { AgreedMemory } from './agreed-files.ts';
import { type Branch, openBranch } from './branch.ts';
import { commitLibrary } from './commit-library.ts';
import type { Author, CallOptions, TeamRepository } from './git/team-repository.ts';
import type { FileRefusal, LibraryFiles } from './library-files.ts';
import { mergeSides } from './merge-sides.ts';
import { blobId } from './object-id.ts';
import type { TeamFailure } from './team-failure.ts';
import type { Transport } from './transport.ts';
import { writeBack } from './write-back.ts';

/** How often a push that somebody else overtakes is tried in one exchange. */
const MAX_PUSHES = 5;

/** How often writing back is repeated for files that changed meanwhile. */
const MAX_ROUNDS = 3;

/**
 * Failures after which it is not certain what git did: it may have been killed after its work and before it said so, and
 * may have left locks.
 */
const DOUBTFUL: ReadonlySet<string> = new Set<TeamFailure['kind']>([
  'unexpected',
  'repository-broken',
  'ref-moved',
  'disk-full',
  'timeout',
  'cancelled',
]);

/** What an exchange did. */
export type ExchangeReport = {
  /** Commits that the others can get now and could not before. */
  readonly pushed: number;
  /** Commits that came from the others. */
  readonly fetched: number;
  /** Files that both sides had changed, merged into one. */
  readonly merged: number;
  /** Files of the library that were written or removed, by their path in the tree. */
  readonly changed: readonly string[];
};

/** An exchange that ended, well or not: what it did until then, and why it stopped. */
export type ExchangeResult = { readonly report: ExchangeReport; readonly failure: TeamFailure | null };

/** The exchange of one library with its team. Calls run one after the other; the caller sees to that. */
export type Exchange = {
  readonly branch: Branch;
  /** Call it before anything is committed by other means than `commit` and `exchange`, which begin with it. */
  readonly lookAgain: () => Promise<Result<null, TeamFailure>>;
  /** Call it with the failure of what was committed by other means. After one that leaves it open what git did, the next `lookAgain` reads the branch again. */
  readonly doubt: (failure: { readonly kind: string }) => void;
  /** Commits what changed in the library, without a network. */
  readonly commit: () => Promise<Result<{ readonly files: number; readonly vanished: number }, TeamFailure>>;
  /** One whole cycle: commit, fetch, merge, write into the library, push. */
  readonly exchange: (signal?: AbortSignal) => Promise<ExchangeResult>;
  /** The files that differ between the branch here and what the others can get, as last seen. */
  readonly unsharedPaths: () => Promise<readonly string[]>;
  /** The files whose content in the library is not in the branch yet, among some or all of those that are Once's. */
  readonly editedPaths: (among: readonly string[] | 'all') => Promise<readonly string[]>;
  /** Files of the team that this version does not write or cannot use, and files that are not Once's. */
  readonly refused: () => ReadonlyMap<string, FileRefusal | 'strange'>;
  /** The branch of one's own, where the main branch is protected; null if that was not needed. */
  readonly approvalBranch: () => string | null;
  readonly close: () => Promise<void>;
};

/** What an exchange needs. */
export type ExchangeDeps = {
  readonly repository: TeamRepository;
  readonly transport: Transport;
  readonly files: LibraryFiles;
  /** Remembers what was agreed. */
  readonly memory: AgreedMemory;
  readonly author: Author;
  readonly clock: () => number;
  /** Waits some milliseconds before a push is tried again. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
  /** How often a push that somebody else overtakes is tried in one exchange. Five times when left out. */
  readonly maxPushes?: number;
};

/** Opens the exchange: the branch, and what was agreed. Uses no network. */
export async function openExchange(deps: ExchangeDeps): Promise<Result<Exchange, TeamFailure>> {
  const { repository, transport, files, author } = deps;
  const maxPushes = deps.maxPushes ?? MAX_PUSHES;
  const opened = await openBranch(repository);
  if (!opened.ok) return opened;
  const branch = opened.value;
  const agreed = await deps.memory.read();
  // Without the branch, what is not shared yet would count as agreed, and be replaced by what the others have.
  if (branch.head() === null && agreed.bases.size > 0) return fail({ kind: 'repository-broken' });
  let refused: ReadonlyMap<string, FileRefusal> = new Map();
  const time = (): number => Math.floor(deps.clock() / 1000);

  let isDoubtful = false;
  const doubt = ({ kind }: { readonly kind: string }): void => {
    isDoubtful ||= DOUBTFUL.has(kind);
  };
  const lookAgain = async (): Promise<Result<null, TeamFailure>> => {
    if (!isDoubtful) return ok(null);
    const ready = await repository.initRepository();
    const read = ready.ok ? await branch.readAgain() : ready;
    isDoubtful = !read.ok;
    return read;
  };
  const commit = async (): ReturnType<typeof commitLibrary> => {
    const looked = await lookAgain();
    if (!looked.ok) return looked;
    const done = await commitLibrary({ files, branch, agreed, author, time });
    if (!done.ok) doubt(done.error);
    return done;
  };

  const report = { pushed: 0, fetched: 0, merged: 0, changed: [] as string[] };
  const takeTip = async (to: Oid): Promise<Result<number, TeamFailure>> => {
    const mine = branch.head();
    if (mine === to) return ok(0);
    if (mine === null) {
      report.fetched += 1;
      return counted(await branch.moveTo(to));
    }
    const different = await repository.aheadBehind(to, mine);
    if (!different.ok) return different;
    if (different.value.ahead === 0) return ok(0);
    report.fetched += different.value.ahead;
    if (different.value.behind === 0) return counted(await branch.moveTo(to));
    const base = await repository.mergeBase(mine, to);
    if (!base.ok) return base;
    // The order of the ids decides which side is first, so that every computer makes the same commit.
    const [first, second]: [Oid, Oid] = mine < to ? [mine, to] : [to, mine];
    const when = await latestTime(repository, [first, second]);
    if (!when.ok) return when;
    const both = await mergeSides(repository, branch, base.value, [first, second]);
    if (!both.ok) return both;
    const { edits, merged } = both.value;
    const made = await branch.commitMerge([first, second], edits, when.value);
    if (!made.ok) return made;
    if (!transport.hasOneBranch) return ok(merged);
    const left = await repository.changedPaths(to, made.value);
    if (!left.ok) return left;
    // Nothing of ours is left to share, for example because it was approved as one commit.
    if (left.value.length === 0) return counted(await branch.moveTo(to), merged);
    return ok(merged);
  };

  const run = async (signal: AbortSignal | undefined): Promise<TeamFailure | null> => {
    const options = signal === undefined ? {} : { signal };
    for (let attempt = 0; attempt < maxPushes; attempt += 1) {
      const committed = await commit();
      if (!committed.ok) return committed.error;
      const fetched = await transport.fetchTips(options);
      if (!fetched.ok) return fetched.error;
      for (const tip of fetched.value) {
        // oxlint-disable-next-line no-await-in-loop -- each merge follows the one before
        const taken = await takeTip(tip);
        if (!taken.ok) return taken.error;
        report.merged += taken.value;
      }
      for (let round = 0; round < MAX_ROUNDS; round += 1) {
        const written = await writeBack(files, branch, agreed);
        report.changed.push(...written.changed);
        refused = written.refused;
        if (written.failure !== null) {
          // What was written here goes to the others, even if what they wrote does not fit on this disk.
          if (written.failure.kind === 'library') await push(options);
          return written.failure;
        }
        if (written.waiting === 0) break;
        const again = await commit();
        if (!again.ok) return again.error;
      }
      await deps.memory.write(agreed);
      const pushed = await push(options);
      if (pushed === null) return null;
      if (pushed.kind !== 'push-race' || attempt === maxPushes - 1) return pushed;
      await deps.pause((100 + deps.random() * 400) * 2 ** attempt);
    }
    return { kind: 'push-race' };
  };

  const push = async (options: CallOptions): Promise<TeamFailure | null> => {
    const head = branch.head();
    if (head === null) return null;
    const pushed = await transport.push(head, options);
    if (!pushed.ok) return pushed.error;
    report.pushed += pushed.value;
    return null;
  };

  return ok({
    branch,
    lookAgain,
    doubt,
    commit: async () => {
      const done = await commit();
      if (done.ok) await deps.memory.write(agreed);
      return done;
    },
    exchange: async (signal) => {
      Object.assign(report, { pushed: 0, fetched: 0, merged: 0, changed: [] });
      const failure = await run(signal);
      if (failure !== null) doubt(failure);
      await deps.memory.write(agreed);
      return { report: { ...report, changed: [...new Set(report.changed)] }, failure };
    },
    unsharedPaths: async () => {
      const head = branch.head();
      if (head === null) return [...agreed.known.keys()];
      if (head === transport.shared()) return [];
      const different = await repository.changedPaths(transport.shared(), head);
      return different.ok ? different.value.map(({ path }) => path).filter((path) => parseTreePath(path) !== null) : [];
    },
    editedPaths: async (among) => {
      const isEdited = (path: string, oid: Oid | null): boolean => oid !== (agreed.bases.get(path) ?? null);
      if (among === 'all') {
        const scanned = await files.scan(agreed.known);
        if (!scanned.ok) return [];
        // A picture goes along with the COE that names it.
        return [...scanned.value.files].flatMap(([path, { oid }]) =>
          isEdited(path, oid) && parseTreePath(path)?.is !== 'attachment' ? [path] : [],
        );
      }
      const edited: string[] = [];
      for (const path of among) {
        // oxlint-disable-next-line no-await-in-loop -- a few small files
        const read = await files.read(path);
        if (read.ok && isEdited(path, read.value === null ? null : blobId(read.value))) edited.push(path);
      }
      return edited;
    },
    refused: () =>
      new Map<string, FileRefusal | 'strange'>([
        ...[...branch.strange, ...transport.unusableFiles()].map((path) => [path, 'strange'] as const),
        ...refused,
      ]),
    approvalBranch: transport.approvalBranch,
    close: async () => {
      await deps.memory.write(agreed);
      await repository.close();
    },
  });
}

const counted = (moved: Result<null, TeamFailure>, merged = 0): Result<number, TeamFailure> =>
  moved.ok ? ok(merged) : fail(moved.error);

/** The later of the times of two commits, in whole seconds since 1970. */
async function latestTime(
  repository: TeamRepository,
  commits: readonly [Oid, Oid],
): Promise<Result<number, TeamFailure>> {
  const times = [await repository.commitTime(commits[0]), await repository.commitTime(commits[1])];
  for (const time of times) if (!time.ok) return time;
  return ok(Math.max(...times.map((time) => (time.ok ? time.value : 0))));
}
