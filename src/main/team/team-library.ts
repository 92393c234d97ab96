import { setTimeout as pause } from 'node:timers/promises';

import { readCoe } from '#domain/file/read-coe.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { describeStep } from '#domain/team/describe-step.ts';
import { parseOid } from '#domain/team/oid.ts';
import { parseRemoteAddress } from '#domain/team/remote-address.ts';
import { type SettleChoice, settleQuestion } from '#domain/team/settle-question.ts';
import { newTeamComment, readTeamComment, type TeamComment, writeTeamComment } from '#domain/team/team-comment.ts';
import { readTeamFile } from '#domain/team/team-file.ts';
import { readTeamQuestion, type TeamQuestion } from '#domain/team/team-question.ts';
import { coePath, commentFolder, parseTreePath, questionFolder, TEAM_FILE } from '#domain/team/tree-paths.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { TeamState, TeamStep } from '#ipc/team.ts';

import { agreedInFile } from './agreed-files.ts';
import { type Connection, readConnection, type TeamFolders, teamFoldersOf, writeConnection } from './connection.ts';
import { type Exchange, type ExchangeReport, openExchange } from './exchange.ts';
import { openFolderTransport } from './folder-transport.ts';
import { openTeamRepository } from './git/open-repository.ts';
import { findGitProgram } from './git/git-program.ts';
import type { GitProgress, TeamRepository } from './git/team-repository.ts';
import { openLibraryFiles, type RunExclusive } from './library-files.ts';
import { blobId } from './object-id.ts';
import { openServerTransport } from './server-transport.ts';
import { problemOf, statusOf, systemOf, type TeamFailure } from './team-failure.ts';
import { takeTeamLock } from './team-lock.ts';
import type { Transport } from './transport.ts';

/** The most steps of a COE's history that are shown. */
const MAX_STEPS = 200;

/** Each commit is a pack of its own; above this many, they are combined. */
const MAX_PACKS = 200;

/** A library that is connected to a team. Its calls run one after the other. */
export type TeamLibrary = {
  readonly connection: () => Connection;
  readonly state: () => Promise<Extract<TeamState, { is: 'team' }>>;
  /**
   * Looks whether files of the library, by their path in the tree, have edits that are not committed, so that the state
   * counts them. Returns whether the count changed.
   */
  readonly noteEdited: (among: readonly string[] | 'all') => Promise<boolean>;
  /** Commits what changed in the library, without a network. Returns how many files. */
  readonly commit: () => Promise<Result<number, TeamFailure>>;
  /** One whole exchange. The failure, if any, is in the state afterwards. */
  readonly exchange: (signal?: AbortSignal) => Promise<ExchangeReport>;
  readonly questions: (coeId: string | null) => Promise<TeamQuestion[]>;
  /** Fails with `not-found` if the question is settled already or its wording no longer fits. */
  readonly settle: (
    coeId: string | null,
    questionId: string,
    choice: SettleChoice,
  ) => Promise<Result<null, AppError | TeamFailure>>;
  readonly comments: (coeId: string) => Promise<TeamComment[]>;
  readonly addComment: (
    event: Pick<TeamComment, 'coeId' | 'kind' | 'place' | 'replyTo' | 'text'>,
  ) => Promise<Result<TeamComment, TeamFailure>>;
  readonly history: (coeId: string) => Promise<Result<TeamStep[], TeamFailure>>;
  readonly readStep: (coeId: string, step: string) => Promise<Coe | null>;
  readonly close: () => Promise<void>;
};

/** What a team library needs from the app or the command line. */
export type TeamDeps = {
  /** `team` in the app's data. */
  readonly teamFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly runExclusive?: RunExclusive;
  readonly onProgress?: (progress: GitProgress) => void;
};

/** Why a team library was not opened. `busy`: another process of this computer exchanges it now. */
export type OpenFailure = TeamFailure | { readonly kind: 'busy' } | { readonly kind: 'not-connected' };

/** The repository of a team library, ready for calls. Starts git for the first time. */
export async function openRepository(
  folders: TeamFolders,
  deps: Pick<TeamDeps, 'environment' | 'onProgress' | 'teamFolder'>,
): Promise<Result<TeamRepository, TeamFailure>> {
  const program = await findGitProgram(deps.environment);
  if (!program.ok) return program;
  const repository = openTeamRepository({
    gitDir: folders.gitDir,
    stateDir: folders.state,
    knownHostsFile: knownHostsIn(deps.teamFolder),
    program: program.value,
    environment: deps.environment,
    ...(deps.onProgress === undefined ? {} : { onProgress: deps.onProgress }),
  });
  const ready = await repository.initRepository();
  return ready.ok ? ok(repository) : ready;
}

/** The host keys that a person accepted, shared by all team libraries. */
export const knownHostsIn = (teamFolder: string): string => `${teamFolder}/known_hosts`;

/** Whether addresses on this computer are allowed, which tests use. */
export const allowsLoopback = (environment: TeamDeps['environment']): boolean =>
  environment['ONCE_TEAM_ALLOW_LOOPBACK'] === '1';

/** Opens a library that was connected before. Uses no network. */
export async function openTeamLibrary(library: string, deps: TeamDeps): Promise<Result<TeamLibrary, OpenFailure>> {
  const folders = await teamFoldersOf(deps.teamFolder, library);
  const found = await readConnection(folders.connection);
  if (found?.connected !== true) return fail({ kind: 'not-connected' });
  const release = await takeTeamLock(folders.folder);
  if (release === null) return fail({ kind: 'busy' });
  const opened = await openConnected(library, folders, found, deps, release);
  if (opened.ok) return opened;
  // Connecting again then gets a whole repository.
  if (opened.error.kind === 'repository-broken')
    await writeConnection(folders.connection, { ...found, failure: opened.error });
  await release();
  return opened;
}

/** The transport of a connection: through its server, or through its shared folder. */
async function openTransport(
  { remote, sharedFolder, writer }: Connection,
  repository: TeamRepository,
  teamId: () => string | null,
  { environment, clock }: TeamDeps,
): Promise<Result<Transport, TeamFailure>> {
  if (sharedFolder !== null) return openFolderTransport({ repository, folder: sharedFolder, writer, teamId, clock });
  const address = parseRemoteAddress(remote, { allowLoopback: allowsLoopback(environment) });
  if (!address.ok) return fail({ kind: 'no-repository' });
  return openServerTransport({ repository, address: address.value, writer, teamId });
}

async function openConnected(
  library: string,
  folders: TeamFolders,
  found: Connection,
  deps: TeamDeps,
  release: () => Promise<void>,
): Promise<Result<TeamLibrary, OpenFailure>> {
  const repository = await openRepository(folders, deps);
  if (!repository.ok) return repository;
  let connection = found;
  const transport = await openTransport(found, repository.value, () => connection.teamId, deps);
  if (!transport.ok) return transport;
  const files = openLibraryFiles(library, deps.runExclusive);
  const author = { name: connection.me, email: `${connection.writer}@once.invalid` };
  const opened = await openExchange({
    repository: repository.value,
    transport: transport.value,
    files,
    memory: agreedInFile(folders.agreed),
    author,
    clock: deps.clock,
    pause: async (milliseconds) => pause(milliseconds),
    random: Math.random,
  });
  if (!opened.ok) return opened;
  const exchange = opened.value;
  const { branch } = exchange;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = turn.then(work, work);
    turn = next.catch(() => undefined);
    return next;
  };
  let isSyncing = false;
  let isChanged = false;
  let committed: readonly string[] = await exchange.unsharedPaths();
  let edited: ReadonlySet<string> = new Set();
  /** Counts again what the others do not have: what is committed, and what still waits for its commit. */
  const countAgain = async (): Promise<void> => {
    committed = await exchange.unsharedPaths();
    edited = new Set(await exchange.editedPaths([...edited]));
  };
  const countUnshared = (): number => new Set([...committed, ...edited]).size;
  let running: AbortController | null = null;
  /** Local work that a person waits for: it does not wait for a server that is silent. */
  const atOnce = <Value>(work: () => Promise<Value>): Promise<Value> => {
    running?.abort();
    return inTurn(async () => {
      const done = await work();
      await countAgain();
      return done;
    });
  };
  let commentsByCoe: Map<string, string[]> | null = null;
  const pathsUnder = (folder: string): string[] => {
    const slash = folder.lastIndexOf('/');
    commentsByCoe ??= groupByFolder(branch.tree.keys());
    return commentsByCoe.get(folder.slice(0, slash)) ?? [];
  };
  const save = async (changes: Partial<Connection>): Promise<void> => {
    connection = { ...connection, ...changes };
    await writeConnection(folders.connection, connection);
  };
  const time = (): number => Math.floor(deps.clock() / 1000);
  const now = (): string => new Date(deps.clock()).toISOString();
  const readAll = async <Item>(folder: string, read: (text: string) => Item | null): Promise<Item[]> => {
    const items: Item[] = [];
    for (const path of pathsUnder(folder)) {
      const oid = branch.tree.get(path);
      // oxlint-disable-next-line no-await-in-loop -- one process reads objects one after the other anyway
      const text = oid === undefined ? null : await branch.readText(oid);
      const item = text === null ? null : read(text);
      if (item !== null) items.push(item);
    }
    return items;
  };

  return ok({
    connection: () => connection,
    state: async () => {
      const questionsByCoe: Record<string, number> = {};
      let questions = 0;
      for (const path of branch.tree.keys()) {
        if (!path.startsWith('asks/')) continue;
        const place = parseTreePath(path);
        if (place?.is !== 'question') continue;
        // Two people may have deleted the COE and left a question about it.
        if (place.coeId !== null && !branch.tree.has(coePath(place.coeId))) continue;
        questions += 1;
        if (place.coeId !== null) questionsByCoe[place.coeId] = (questionsByCoe[place.coeId] ?? 0) + 1;
      }
      const unshared = countUnshared();
      const failure = connection.failure as TeamFailure | null;
      const known = failure === null ? null : statusOf(failure);
      return {
        is: 'team',
        name: connection.name,
        remote: connection.remote,
        isSharedFolder: connection.sharedFolder !== null,
        me: connection.me,
        status: known ?? (unshared > 0 || isChanged || connection.lastExchange === null ? 'not-yet-shared' : 'shared'),
        isSyncing,
        unshared,
        questions,
        questionsByCoe,
        offlineSince: connection.offlineSince,
        lastExchange: connection.lastExchange,
        problem:
          failure === null || known === 'not-yet-shared'
            ? null
            : problemOf(failure, systemOf(process.platform), deps.teamFolder),
        strangeFiles: [...exchange.refused().keys()].toSorted().slice(0, 200),
      };
    },
    noteEdited: async (among) => {
      const before = countUnshared();
      const found = await exchange.editedPaths(among);
      const gone = among === 'all' ? edited : new Set(among);
      edited = new Set([...[...edited].filter((path) => !gone.has(path)), ...found]);
      return countUnshared() !== before;
    },
    commit: () =>
      inTurn(async () => {
        const done = await exchange.commit();
        commentsByCoe = null;
        await countAgain();
        return done.ok ? ok(done.value.files) : done;
      }),
    exchange: (signal) =>
      inTurn(async () => {
        isSyncing = true;
        running = new AbortController();
        const signals = [running.signal, ...(signal === undefined ? [] : [signal])];
        const { report, failure } = await exchange.exchange(AbortSignal.any(signals)).finally(() => {
          isSyncing = false;
          running = null;
        });
        // Somebody else's work went first; the next exchange follows soon.
        if (failure?.kind === 'cancelled') return report;
        isChanged = false;
        commentsByCoe = null;
        const isOffline = failure !== null && statusOf(failure) === 'offline';
        const team = await teamFileOf(branch);
        await save({
          failure,
          lastExchange: failure === null ? now() : connection.lastExchange,
          offlineSince: isOffline ? (connection.offlineSince ?? now()) : null,
          ...(team === null ? {} : { teamId: team.id, name: team.name }),
        });
        await countAgain();
        // A failure only leaves the repository larger than it need be.
        await repository.value.repackWhenMoreThan(MAX_PACKS);
        return report;
      }),
    questions: (coeId) => readAll(questionFolder(coeId), readTeamQuestion),
    settle: (coeId, questionId, choice) =>
      atOnce(async () => {
        const path = `${questionFolder(coeId)}${questionId}.json`;
        const oid = branch.tree.get(path);
        const question = oid === undefined ? null : readTeamQuestion((await branch.readText(oid)) ?? '');
        if (question === null) return fail({ kind: 'not-found' });
        const read = await files.read(question.file);
        if (!read.ok) return read;
        const settled = settledFile(question, choice, read.value);
        if (settled === null) return fail({ kind: 'not-found' });
        if (settled !== 'as-it-is') {
          const before = read.value === null ? null : blobId(read.value);
          const done =
            settled === 'deleted'
              ? await removeFile(before)
              : await files.write(question.file, Buffer.from(settled.text), before);
          if (!done.ok) return done;
          if (done.value === null || done.value === false) return fail({ kind: 'not-found' });
        }
        async function removeFile(before: ReturnType<typeof blobId> | null): Promise<Result<boolean, AppError>> {
          return before === null || question === null ? ok(true) : files.remove(question.file, before);
        }
        const made = await branch.commit({
          author,
          time: time(),
          message: 'A question was settled',
          edits: [{ path, deleted: true }],
        });
        if (!made.ok) return made;
        commentsByCoe = null;
        isChanged = true;
        const committed = await exchange.commit();
        return committed.ok ? ok(null) : committed;
      }),
    comments: (coeId) => readAll(commentFolder(coeId), readTeamComment),
    addComment: (event) =>
      atOnce(async () => {
        const comment = newTeamComment({ ...event, id: deps.newId(), by: connection.me, at: now() });
        const made = await branch.commit({
          author,
          time: time(),
          message: `COE ${event.coeId}: a comment`,
          edits: [{ path: `${commentFolder(event.coeId)}${comment.id}.json`, text: writeTeamComment(comment) }],
        });
        if (!made.ok) return made;
        commentsByCoe = null;
        isChanged = true;
        return ok(comment);
      }),
    history: async (coeId) => {
      const head = branch.head();
      if (head === null) return ok([]);
      const steps = await repository.value.historyOf(head, coePath(coeId), MAX_STEPS);
      if (!steps.ok) return steps;
      const shown: TeamStep[] = [];
      for (const step of steps.value) {
        // oxlint-disable-next-line no-await-in-loop -- one process reads objects one after the other anyway
        const [before, after] = [await coeAt(step.before), await coeAt(step.after)];
        shown.push({
          id: step.commit,
          by: step.parents.length > 1 ? '' : step.author.name,
          at: new Date(step.time * 1000).toISOString(),
          changes: describeStep(before, after),
        });
      }
      return ok(shown);
    },
    readStep: async (coeId, step) => {
      const commit = parseOid(step);
      if (commit === null) return null;
      const read = await repository.value.readFileAt(commit, coePath(coeId));
      return read.ok && read.value.ok ? coeIn(Buffer.from(read.value.value).toString('utf8')) : null;
    },
    close: () => {
      running?.abort();
      return inTurn(async () => {
        await exchange.commit();
        await exchange.close();
        await release();
      });
    },
  });

  async function coeAt(oid: ReturnType<typeof blobId> | null): Promise<Coe | null> {
    return oid === null ? null : coeIn(await branch.readText(oid));
  }
}

function coeIn(text: string | null): Coe | null {
  const read = text === null ? null : readCoe(text);
  return read?.ok === true ? read.value : null;
}

/** The content of a file after a question about it is settled; null when the wording no longer fits. */
function settledFile(
  question: TeamQuestion,
  choice: SettleChoice,
  bytes: Uint8Array | null,
): { readonly text: string } | 'as-it-is' | 'deleted' | null {
  if (choice === 'stands' || choice === question.stands) return 'as-it-is';
  const wanted = choice === 'first' ? question.first : question.second;
  if (question.kind === 'deleted') return wanted === null ? 'deleted' : 'as-it-is';
  if (question.kind === 'file') return typeof wanted === 'string' ? { text: wanted } : null;
  const coe = bytes === null ? null : coeIn(Buffer.from(bytes).toString('utf8'));
  const settled = coe === null ? null : settleQuestion(coe, question, choice);
  if (settled === null) return null;
  return settled === coe ? 'as-it-is' : { text: writeCoe(settled) };
}

async function teamFileOf(branch: Exchange['branch']): Promise<ReturnType<typeof readTeamFile>> {
  const oid = branch.tree.get(TEAM_FILE);
  return oid === undefined ? null : readTeamFile((await branch.readText(oid)) ?? '');
}

/** The paths of questions and comments by their folder. */
function groupByFolder(paths: Iterable<string>): Map<string, string[]> {
  const byFolder = new Map<string, string[]>();
  for (const path of paths) {
    if (!path.startsWith('asks/') && !path.startsWith('talk/')) continue;
    const folder = path.slice(0, path.lastIndexOf('/'));
    const list = byFolder.get(folder);
    if (list === undefined) byFolder.set(folder, [path]);
    else list.push(path);
  }
  return byFolder;
}
