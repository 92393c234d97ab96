import { coePath } from '#domain/team/tree-paths.ts';
import { fail, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { TeamState } from '#ipc/team.ts';
import type { Library } from '#main/library/library-api.ts';
import { handleOf } from '#main/library/library-handle.ts';

import { disconnectTeam } from './connect-team.ts';
import { type Connection, isConnected, readConnection, teamFoldersOf } from './connection.ts';
import { createEditLook } from './edit-look.ts';
import { createExchangeTimer, type ExchangeTimer } from './exchange-timer.ts';
import type { ProblemExplainer } from './explain-problem.ts';
import type { StartTeamDeps } from './team-handlers.ts';
import type { OpenFailure } from './team-library.ts';
import type { OpenTeam } from './team-tasks.ts';
import type { TeamThread } from './team-thread.ts';

/** The team library that belongs to the open library, if there is one: opened, exchanged and closed along with it. */
export type FollowedTeam = {
  readonly stateNow: () => Promise<TeamState>;
  /** Tells every window the state, and returns it. */
  readonly publish: () => Promise<TeamState>;
  /** Commits what changed; true if there was anything. */
  readonly commit: () => Promise<boolean>;
  readonly timer: ExchangeTimer;
  /** Opens the team library of the open library, if that is another one than before. */
  readonly follow: () => void;
  /** Tries once more to open a team library that could not be opened, for example because git was missing. */
  readonly openAgain: () => Promise<void>;
  /** Resolves when what is being opened is open. */
  readonly opened: () => Promise<void>;
  /** Closes the team library in a folder if it is the open one, and forgets why it could not be opened. */
  readonly closeIn: (folder: string) => Promise<void>;
  /** Closes the open team library. */
  readonly close: () => Promise<void>;
  /** Works with the open team library. `library` is the handle of the library that the page means. */
  readonly withTeam: <Value>(
    work: (team: OpenTeam) => Promise<Result<Value, AppError>>,
    library?: string,
  ) => Promise<Result<Value, AppError>>;
};

/** Follows the open library. */
export function followLibrary(
  deps: StartTeamDeps,
  thread: TeamThread,
  { explain, logged }: ProblemExplainer,
): FollowedTeam {
  const teamFolder = deps.folders.team;
  let current: { readonly folder: string; readonly team: OpenTeam } | null = null;
  let failedToOpen: { readonly folder: string; readonly state: Extract<TeamState, { is: 'team' }> } | null = null;
  let opening: Promise<void> = Promise.resolve();
  let announced: TeamState = { is: 'none' };

  const onError = (error: unknown): void => void deps.log.logError('team', error);
  const openTeam = async (): Promise<OpenTeam | null> => {
    await opening;
    return current !== null && current.folder === deps.library()?.folder ? current.team : null;
  };
  const stateNow = async (): Promise<TeamState> => {
    const team = await openTeam();
    if (team !== null) {
      const state = await team.state();
      return { ...state, problem: state.problem === null ? null : logged(state.problem) };
    }
    return failedToOpen !== null && failedToOpen.folder === deps.library()?.folder
      ? failedToOpen.state
      : { is: 'none' };
  };
  const announce = (state: TeamState): void => {
    announced = state;
    deps.announce('team:changed', state);
  };
  const publish = async (): Promise<TeamState> => {
    const state = await stateNow();
    announce(state);
    return state;
  };

  /**
   * Announces what holds now when work fails, such as in a thread that died: what was announced before no longer holds.
   * If nothing answers, what is certain is that no exchange goes on.
   */
  const orPublish = async <Value>(work: Promise<Value>): Promise<Value> => {
    try {
      return await work;
    } catch (error) {
      await publish().catch((another: unknown) => {
        onError(another);
        if (announced.is === 'team' && announced.isSyncing) announce({ ...announced, isSyncing: false });
      });
      throw error;
    }
  };
  const exchange = async (): Promise<'shared' | 'waiting' | 'failed'> => {
    const team = await openTeam();
    if (team === null) return 'shared';
    const [report] = await orPublish(Promise.all([team.exchange(), publish()]));
    if (report.changed.length > 0) await deps.library()?.reconcile();
    const state = await publish();
    if (report.fetched > 0 || report.merged > 0) deps.announce('team:comments-changed', { coeIds: [] });
    if (state.is !== 'team' || state.status === 'shared') return 'shared';
    return state.problem === null ? 'waiting' : 'failed';
  };
  const commit = async (): Promise<boolean> => {
    const team = await openTeam();
    if (team === null) return false;
    const done = await orPublish(team.commit());
    await publish();
    return done.ok && done.value > 0;
  };
  const timer = createExchangeTimer({
    commit,
    exchange,
    random: Math.random,
    onError,
  });
  const edits = createEditLook(async (among) => {
    if ((await current?.team.noteEdited(among)) === true) await publish();
  }, onError);
  const onEdited = (among: readonly string[] | 'all'): void => {
    if (current === null) return;
    timer.onEdited();
    edits.note(among);
  };

  const close = async (): Promise<void> => {
    timer.stop();
    edits.stop();
    const closing = current;
    current = null;
    await closing?.team.close();
  };
  const connectionOf = async (folder: string): Promise<Connection | null> =>
    readConnection((await teamFoldersOf(teamFolder, folder)).connection);
  const openFor = async (library: Library): Promise<void> => {
    if (current?.folder === library.folder) return;
    await close();
    failedToOpen = null;
    // Its repository would hold in plain text what is encrypted here. Decrypting it does not share it again by itself.
    if (library.cipher.isEncrypted) return disconnectTeam(library.folder, teamFolder);
    // One that is open elsewhere is exchanged there.
    if (library.state().isOpenElsewhere) return;
    if (!(await isConnected(teamFolder, library.folder))) return;
    const opened = await thread.open(library.folder);
    if (!opened.ok) {
      if (opened.error.kind !== 'not-connected') await rememberFailure(library.folder, opened.error);
      return;
    }
    current = { folder: library.folder, team: opened.value };
    timer.start();
  };
  const rememberFailure = async (folder: string, failure: OpenFailure): Promise<void> => {
    const connection = await connectionOf(folder);
    if (connection === null) return;
    failedToOpen = {
      folder,
      state: {
        is: 'team',
        name: connection.name,
        remote: connection.remote,
        isSharedFolder: connection.sharedFolder !== null,
        me: connection.me,
        status: 'needs-you',
        isSyncing: false,
        unshared: 0,
        questions: 0,
        questionsByCoe: {},
        offlineSince: null,
        lastExchange: connection.lastExchange,
        problem: explain(failure),
        strangeFiles: [],
      },
    };
  };
  const follow = (): void => {
    const library = deps.library();
    if (library === null || library.folder === current?.folder || library.folder === failedToOpen?.folder) return;
    const folder = library.folder;
    opening = opening.then(() => (deps.library()?.folder === folder ? openFor(library) : undefined)).catch(onError);
    void opening.then(publish).catch(onError);
  };
  const openAgain = async (): Promise<void> => {
    if (failedToOpen === null) return;
    failedToOpen = null;
    follow();
    await opening;
  };

  deps.onAnnounced('coes:changed', ({ ids }) => onEdited(ids === 'many' ? 'all' : ids.map(coePath)));
  for (const name of ['patterns:changed', 'questions:changed'] as const) deps.onAnnounced(name, () => onEdited('all'));
  deps.onFocus(() => (current === null ? void openAgain() : timer.onFocus()));
  deps.onLibraryChanged(follow);
  deps.beforeClosing(async (library) => {
    await opening;
    if (current?.folder === library.folder) await close();
  });

  return {
    stateNow,
    publish,
    commit,
    timer,
    follow,
    openAgain,
    opened: () => opening,
    closeIn: async (folder) => {
      await opening;
      if (current?.folder === folder) await close();
      if (failedToOpen?.folder === folder) failedToOpen = null;
    },
    close,
    withTeam: async (work, library) => {
      const open = deps.library();
      if (library !== undefined && (open === null || handleOf(open.folder) !== library))
        return fail({ kind: 'library-switched' });
      const team = await openTeam();
      if (team !== null) return work(team);
      return failedToOpen !== null && failedToOpen.folder === open?.folder && failedToOpen.state.problem !== null
        ? fail({ kind: 'team', problem: failedToOpen.state.problem })
        : fail({ kind: 'not-found' });
    },
  };
}
