import { setTimeout as pause } from 'node:timers/promises';

import type { Coe } from '#domain/coe/coe.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { parseRemoteAddress } from '#domain/team/remote-address.ts';
import type { SettleChoice } from '#domain/team/settle-question.ts';
import { eventsInOrder, newTeamComment, type TeamComment, writeTeamComment } from '#domain/team/team-comment.ts';
import { readTeamFile } from '#domain/team/team-file.ts';
import { readTeamQuestion } from '#domain/team/team-question.ts';
import { commentFolder, questionFolder, TEAM_FILE } from '#domain/team/tree-paths.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { AskedQuestion, TeamState, TeamStep } from '#ipc/team.ts';

import { agreedInFile } from './agreed-files.ts';
import { type Connection, readConnection, type TeamFolders, teamFoldersOf, writeConnection } from './connection.ts';
import { type Exchange, type ExchangeReport, openExchange } from './exchange.ts';
import { openFolderTransport } from './folder-transport.ts';
import type { TeamRepository } from './git/team-repository.ts';
import { openLibraryFiles } from './library-files.ts';
import { withWriters } from './question-writers.ts';
import { openRepository } from './ready-repository.ts';
import { openServerTransport } from './server-transport.ts';
import { settleFile } from './settle-file.ts';
import { allowsLoopback, type TeamDeps } from './team-deps.ts';
import { problemOf, statusOf, systemOf, type TeamFailure } from './team-failure.ts';
import { readHistory, readStep } from './team-history.ts';
import { takeTeamLock } from './team-lock.ts';
import { countQuestions, openTalk } from './team-talk.ts';
import type { Transport } from './transport.ts';

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
  readonly questions: (coeId: string | null) => Promise<AskedQuestion[]>;
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

/** Why a team library was not opened. `busy`: another process of this computer exchanges it now. */
export type OpenFailure = TeamFailure | { readonly kind: 'busy' } | { readonly kind: 'not-connected' };

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
    ...(deps.maxPushes === undefined ? {} : { maxPushes: deps.maxPushes }),
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
  const atOnce = <Value, Failure extends { readonly kind: string }>(
    work: () => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure | TeamFailure>> => {
    running?.abort();
    return inTurn(async () => {
      const looked = await exchange.lookAgain();
      if (!looked.ok) return looked;
      const done = await work();
      if (!done.ok) exchange.doubt(done.error);
      await countAgain();
      return done;
    });
  };
  const talk = openTalk(branch);
  const save = async (changes: Partial<Connection>): Promise<void> => {
    connection = { ...connection, ...changes };
    await writeConnection(folders.connection, connection);
  };
  const time = (): number => Math.floor(deps.clock() / 1000);
  const now = (): string => new Date(deps.clock()).toISOString();

  return ok({
    connection: () => connection,
    state: async () => {
      const { questions, questionsByCoe } = countQuestions(branch.tree);
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
        talk.forget();
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
        talk.forget();
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
    questions: async (coeId) => {
      const [questions, head] = [await talk.questions(coeId), branch.head()];
      if (questions.length === 0 || head === null) return [];
      return withWriters(questions, { repository: repository.value, head, ownEmail: author.email });
    },
    settle: (coeId, questionId, choice) =>
      atOnce<null, AppError | TeamFailure>(async () => {
        const path = `${questionFolder(coeId)}${questionId}.json`;
        const oid = branch.tree.get(path);
        const question = oid === undefined ? null : readTeamQuestion((await branch.readText(oid)) ?? '');
        if (question === null) return fail({ kind: 'not-found' });
        const done = await settleFile(files, question, choice);
        if (!done.ok) return done;
        const made = await branch.commit({
          author,
          time: time(),
          message: 'A question was settled',
          edits: [{ path, deleted: true }],
        });
        if (!made.ok) return made;
        talk.forget();
        isChanged = true;
        const committed = await exchange.commit();
        return committed.ok ? ok(null) : committed;
      }),
    comments: talk.comments,
    addComment: (event) =>
      atOnce(async () => {
        const last = eventsInOrder(await talk.comments(event.coeId)).at(-1);
        const by = connection.me;
        const comment = newTeamComment({ ...event, id: deps.newId(), by, at: now(), after: last?.id ?? null });
        const made = await branch.commit({
          author,
          time: time(),
          message: `COE ${event.coeId}: a comment`,
          edits: [{ path: `${commentFolder(event.coeId)}${comment.id}.json`, text: writeTeamComment(comment) }],
        });
        if (!made.ok) return made;
        talk.forget();
        isChanged = true;
        return ok(comment);
      }),
    history: (coeId) => readHistory(repository.value, branch, coeId),
    readStep: (coeId, step) => readStep(repository.value, coeId, step),
    close: () => {
      running?.abort();
      return inTurn(async () => {
        await exchange.commit();
        await exchange.close();
        await release();
      });
    },
  });
}

async function teamFileOf(branch: Exchange['branch']): Promise<ReturnType<typeof readTeamFile>> {
  const oid = branch.tree.get(TEAM_FILE);
  return oid === undefined ? null : readTeamFile((await branch.readText(oid)) ?? '');
}
