import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';

import type { SettleChoice } from '#domain/team/settle-question.ts';
import type { During } from '#domain/team/git-failure.ts';
import { explainAddressProblem } from '#domain/team/remote-address.ts';
import { coePath } from '#domain/team/tree-paths.ts';
import { wordsForLog } from '#domain/team/words-of-git.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { TeamProblem, TeamProgress, TeamState, TeamTrial } from '#ipc/team.ts';
import { nullOnDiskError } from '#main/disk/disk-error.ts';
import type { Announcements } from '#main/ipc/announcements.ts';
import { handleOf } from '#main/library/library-handle.ts';
import type { Library } from '#main/library/library-api.ts';

import { connectAndExchange } from './connect-and-exchange.ts';
import { disconnectTeam } from './connect-team.ts';
import { listConnections, readConnection, teamFoldersOf } from './connection.ts';
import { copyLibrary } from './copy-library.ts';
import { createExchangeTimer } from './exchange-timer.ts';
import { findHostKey, trustHostKey } from './host-trust.ts';
import { canHoldTeam, isEmptyOrMissing, unusedNameBeside } from './library-places.ts';
import { addressIn, type ConnectFailure, type MeetingPlace } from './meeting-place.ts';
import { previewCopy } from './preview-copy.ts';
import { deletePlainHistory, hasPlainHistory } from './plain-history.ts';
import { explainSharedFolderProblem } from './shared-folder.ts';
import type { TeamHandlers } from './team-handlers.ts';
import { PLAIN, problemOf, systemOf, type TeamFailure } from './team-failure.ts';
import { type OpenFailure, openTeamLibrary, type TeamDeps, type TeamLibrary } from './team-library.ts';
import { removeTrial } from './trial-place.ts';
import { signIn, tryAddress } from './try-place.ts';

/** What team libraries need from the app. */
export type StartTeamDeps = {
  readonly folders: { readonly team: string };
  /** The open library; null while there is none. */
  readonly library: () => Library | null;
  /** Calls back after another library was opened, or the open one closed. */
  readonly onLibraryChanged: (listener: () => void) => void;
  /** Calls back before a library is closed, and waits. */
  readonly beforeClosing: (listener: (library: Library) => Promise<void>) => void;
  readonly openLibrary: (folder: string) => Promise<Result<unknown, AppError>>;
  readonly askForTeamFolder: () => Promise<string | null>;
  readonly askForSharedFolder: () => Promise<string | null>;
  readonly announce: Announcements['announce'];
  readonly onAnnounced: Announcements['onAnnounced'];
  readonly onFocus: (listener: () => void) => void;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly log: {
    readonly logError: (where: string, error: unknown) => unknown;
    readonly logEvent: (code: string, facts: Readonly<Record<string, string | null>>) => unknown;
  };
};

/**
 * Starts team libraries. Reads one small file for each library that is opened, and removes what a try left that a crash
 * interrupted; no program is started, and nothing uses a network, before a person tries an address.
 */
export function startTeam(deps: StartTeamDeps): TeamHandlers {
  const teamFolder = deps.folders.team;
  const shared: TeamDeps = {
    teamFolder,
    environment: process.env,
    clock: deps.clock,
    newId: deps.newId,
    runExclusive: (id, work) => deps.library()?.runExclusive(id, work) ?? work(),
  };
  const system = systemOf(process.platform);
  const chosen = new Map<string, string>();
  const chosenShared = new Map<string, string>();
  let current: { readonly folder: string; readonly team: TeamLibrary } | null = null;
  let failedToOpen: { readonly folder: string; readonly state: Extract<TeamState, { is: 'team' }> } | null = null;
  let opening: Promise<void> = Promise.resolve();
  let waiting: AbortController | null = null;
  const copies = new Map<string, string>();
  let lastLogged = { kind: '', details: '', reference: '' };

  /** Puts what git said into the log, once until it says something else, and its reference into the problem. */
  const logged = (problem: TeamProblem): TeamProblem => {
    const { kind, details } = problem;
    if (details === null) return problem;
    if (lastLogged.kind !== kind || lastLogged.details !== details) {
      lastLogged = { kind, details, reference: randomBytes(4).toString('hex') };
      const { reference } = lastLogged;
      deps.log.logEvent('team-failed', { reference, kind, said: wordsForLog(details) });
    }
    return { ...problem, reference: lastLogged.reference };
  };

  const openTeam = async (): Promise<TeamLibrary | null> => {
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
  const publish = async (): Promise<TeamState> => {
    const state = await stateNow();
    deps.announce('team:changed', state);
    return state;
  };

  const exchange = async (): Promise<'shared' | 'waiting' | 'failed'> => {
    const team = await openTeam();
    if (team === null) return 'shared';
    const before = team.exchange();
    await publish();
    const report = await before;
    if (report.changed.length > 0) await deps.library()?.reconcile();
    const state = await publish();
    if (report.fetched > 0 || report.merged > 0) deps.announce('team:comments-changed', { coeIds: [] });
    if (state.is !== 'team' || state.status === 'shared') return 'shared';
    return state.problem === null ? 'waiting' : 'failed';
  };
  const commit = async (): Promise<boolean> => {
    const team = await openTeam();
    if (team === null) return false;
    const done = await team.commit();
    await publish();
    return done.ok && done.value > 0;
  };
  const timer = createExchangeTimer({
    commit,
    exchange,
    random: Math.random,
    onError: (error) => void deps.log.logError('team', error),
  });
  const onEdited = (among: readonly string[] | 'all'): void => {
    if (current === null) return;
    timer.onEdited();
    current.team
      .noteEdited(among)
      .then((isOther) => (isOther ? publish() : null))
      .catch((error: unknown) => void deps.log.logError('team', error));
  };
  deps.onAnnounced('coes:changed', ({ ids }) => onEdited(ids === 'many' ? 'all' : ids.map(coePath)));
  for (const name of ['patterns:changed', 'questions:changed'] as const) deps.onAnnounced(name, () => onEdited('all'));
  deps.onFocus(() => (current === null ? void openAgain() : timer.onFocus()));

  const close = async (): Promise<void> => {
    timer.stop();
    const closing = current;
    current = null;
    await closing?.team.close();
  };
  const openFor = async (library: Library): Promise<void> => {
    if (current?.folder === library.folder) return;
    await close();
    failedToOpen = null;
    // Its repository would hold in plain text what is encrypted here. Decrypting it does not share it again by itself.
    if (library.cipher.isEncrypted) return disconnectTeam(library.folder, shared);
    // One that is open elsewhere is exchanged there.
    if (library.state().isOpenElsewhere) return;
    const opened = await openTeamLibrary(library.folder, shared);
    if (!opened.ok) {
      if (opened.error.kind !== 'not-connected') await rememberFailure(library.folder, opened.error);
      return;
    }
    current = { folder: library.folder, team: opened.value };
    timer.start();
  };
  const rememberFailure = async (folder: string, failure: OpenFailure): Promise<void> => {
    const connection = await readConnection((await teamFoldersOf(teamFolder, folder)).connection);
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
    opening = opening
      .then(() => (deps.library()?.folder === folder ? openFor(library) : undefined))
      .catch((error: unknown) => void deps.log.logError('team', error));
    void opening.then(publish);
  };
  /** Tries once more to open a team library that could not be opened, for example because git was missing. */
  const openAgain = async (): Promise<void> => {
    if (failedToOpen === null) return;
    failedToOpen = null;
    follow();
    await opening;
  };
  deps.onLibraryChanged(follow);
  /** Closes a team library if it is the open one, and forgets why it could not be opened. */
  const closeTeam = async (folder: string): Promise<void> => {
    await opening;
    if (current?.folder === folder) await close();
    if (failedToOpen?.folder === folder) failedToOpen = null;
  };
  deps.beforeClosing(async (library) => {
    await opening;
    if (current?.folder === library.folder) await close();
  });

  const explain = (failure: ConnectFailure | OpenFailure, during: During = 'exchange'): TeamProblem => {
    const said = (what: string, todo: string): TeamProblem => ({ ...PLAIN, kind: failure.kind, what, todo });
    switch (failure.kind) {
      case 'address':
        return said('This address cannot be used.', explainAddressProblem(failure.problem));
      case 'shared-folder': {
        const { what, todo } = explainSharedFolderProblem(failure.problem);
        return said(what, todo);
      }
      case 'busy':
        return said(
          'Another program is exchanging this library at the moment.',
          'Wait until it has ended, and try again.',
        );
      case 'not-connected':
        return said('This library is not connected to a team.', 'Connect it first.');
      case 'connected-already':
        return said('This library is connected to another repository.', 'Choose another folder.');
      default:
        return logged(problemOf(failure, system, teamFolder, during));
    }
  };
  const failed = (failure: ConnectFailure | OpenFailure, during?: During): Result<never, AppError> =>
    fail({ kind: 'team', problem: explain(failure, during) });

  /** The place that the page names; null for a folder that nobody chose. */
  const placeOf = (address: string | { readonly sharedFolder: string }): MeetingPlace | null => {
    if (typeof address === 'string') return address;
    const folder = chosenShared.get(address.sharedFolder);
    return folder === undefined ? null : { sharedFolder: folder };
  };
  /** What a person waits for in a dialog: how far it is, and a way to end it. */
  const waitedFor = { ...shared, onProgress: (progress: TeamProgress) => deps.announce('team:progress', progress) };
  const cancellable = async <Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> => {
    waiting?.abort();
    const controller = new AbortController();
    waiting = controller;
    try {
      return await work(controller.signal);
    } finally {
      if (waiting === controller) waiting = null;
    }
  };
  /** Tries, and what takes or removes what they fetched, go one after the other. */
  let trialTurn: Promise<unknown> = removeTrial(teamFolder).catch(
    (error: unknown) => void deps.log.logError('team', error),
  );
  const inTrialTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = trialTurn.then(work);
    trialTurn = next.catch(() => undefined);
    return next;
  };
  const trial = async (address: MeetingPlace): Promise<TeamTrial> => {
    const tried = await cancellable((signal) =>
      inTrialTurn(() => tryAddress(address, waitedFor, { signal })),
    );
    if (tried.ok) {
      const { team, ...found } = tried.value;
      return { is: 'reachable', name: team?.name ?? null, ...found };
    }
    if (tried.error.kind === 'unknown-host' && typeof address === 'string') {
      const parsed = addressIn(address, shared);
      const key = parsed.ok ? await findHostKey(parsed.value, shared) : null;
      if (key?.ok === true) return { is: 'unknown-host', host: key.value.host, fingerprint: key.value.fingerprint };
    }
    return { is: 'refused', problem: explain(tried.error, 'try') };
  };

  const withTeam = async <Value>(
    work: (team: TeamLibrary) => Promise<Result<Value, AppError>>,
    library?: string,
  ): Promise<Result<Value, AppError>> => {
    const open = deps.library();
    if (library !== undefined && (open === null || handleOf(open.folder) !== library))
      return fail({ kind: 'library-switched' });
    const team = await openTeam();
    if (team !== null) return work(team);
    return failedToOpen !== null && failedToOpen.folder === open?.folder && failedToOpen.state.problem !== null
      ? fail({ kind: 'team', problem: failedToOpen.state.problem })
      : fail({ kind: 'not-found' });
  };
  const explained = <Value>(result: Result<Value, TeamFailure>): Result<Value, AppError> =>
    result.ok ? result : failed(result.error);

  return {
    'team:state': async () => ok(await stateNow()),
    'team:try': async ({ address }) => {
      const place = placeOf(address);
      return place === null ? fail({ kind: 'not-found' }) : ok(await trial(place));
    },
    'team:trust-host': async ({ address, fingerprint }) => {
      const parsed = addressIn(address, shared);
      const trusted = parsed.ok ? await trustHostKey(parsed.value, fingerprint, shared) : null;
      if (trusted !== null && !trusted.ok) return ok({ is: 'refused', problem: explain(trusted.error, 'try') });
      return ok(await trial(address));
    },
    'team:sign-in': async ({ address }) => {
      const signedIn = await cancellable((signal) => inTrialTurn(() => signIn(address, shared, { signal })));
      return ok(signedIn.ok ? null : explain(signedIn.error, 'try'));
    },
    'team:cancel': async () => {
      waiting?.abort();
      return ok(null);
    },
    'team:end-try': async () => {
      await inTrialTurn(() => removeTrial(teamFolder));
      return ok(null);
    },
    'team:keep-copy': ({ library: handle }) =>
      withTeam(async (team) => {
        const library = deps.library();
        if (library === null) return fail({ kind: 'library-loading' });
        const folder = await unusedNameBeside(library.folder, team.connection().name, ' (my copy)');
        const copied = await copyLibrary(library.folder, folder);
        if (!copied.ok) {
          // Nothing was there before; half a copy would look like a whole one.
          await rm(folder, { recursive: true, force: true }).catch(nullOnDiskError);
          return copied;
        }
        const copy = handleOf(folder);
        copies.set(copy, folder);
        return ok({ handle: copy, path: folder });
      }, handle),
    'team:open-copy': async ({ copy }) => {
      const folder = copies.get(copy);
      if (folder === undefined) return fail({ kind: 'not-found' });
      const opened = await deps.openLibrary(folder);
      return opened.ok ? ok(null) : opened;
    },
    'team:host-key': ({ library }) =>
      withTeam(async (team) => {
        const parsed = addressIn(team.connection().remote, shared);
        if (!parsed.ok) return failed(parsed.error);
        const key = await findHostKey(parsed.value, shared);
        return key.ok ? ok({ host: key.value.host, fingerprint: key.value.fingerprint }) : failed(key.error);
      }, library),
    'team:accept-host': ({ library, fingerprint }) =>
      withTeam(async (team) => {
        const parsed = addressIn(team.connection().remote, shared);
        if (!parsed.ok) return failed(parsed.error);
        const trusted = await trustHostKey(parsed.value, fingerprint, shared);
        if (!trusted.ok) return failed(trusted.error);
        await timer.now();
        return ok(await stateNow());
      }, library),
    'team:preview-copy': async () => {
      const library = deps.library();
      return library === null ? fail({ kind: 'library-loading' }) : previewCopy(library);
    },
    'team:choose-folder': async () => {
      const folder = await deps.askForTeamFolder();
      if (folder === null) return fail({ kind: 'cancelled' });
      if (!(await canHoldTeam(folder))) return fail({ kind: 'folder-not-empty' });
      const handle = handleOf(folder);
      chosen.set(handle, folder);
      return ok({ handle, path: folder });
    },
    'team:choose-shared-folder': async () => {
      const folder = await deps.askForSharedFolder();
      if (folder === null) return fail({ kind: 'cancelled' });
      const handle = handleOf(folder);
      chosenShared.set(handle, folder);
      return ok({ handle, path: folder });
    },
    'team:connect': async ({ address, me, teamName, start, folder: handle }) => {
      const folder = chosen.get(handle);
      const place = placeOf(address);
      if (folder === undefined || place === null) return fail({ kind: 'not-found' });
      if (!(await canHoldTeam(folder))) return fail({ kind: 'folder-not-empty' });
      const library = deps.library();
      if (start === 'copy-of-open-library') {
        if (!(await isEmptyOrMissing(folder))) return fail({ kind: 'folder-not-empty' });
        if (library === null) return fail({ kind: 'library-loading' });
        if (library.cipher.isEncrypted) return fail({ kind: 'library-locked' });
      }
      const copyOf = start === 'copy-of-open-library' ? (library?.folder ?? null) : null;
      const request = { library: folder, address: place, me, teamName, copyOf };
      // The open library may be the one to connect again, for example because its history is damaged.
      await closeTeam(folder);
      const connected = await cancellable((signal) =>
        inTrialTurn(() => connectAndExchange(request, waitedFor, signal)),
      );
      if (library?.folder === folder) {
        if (connected.ok) await library.reconcile();
        follow();
      }
      if (!connected.ok) {
        return connected.error.kind === 'copy' ? fail(connected.error.error) : failed(connected.error, 'try');
      }
      const shown = await deps.openLibrary(folder);
      if (!shown.ok) return shown;
      follow();
      return ok(await publish());
    },
    'team:disconnect': ({ library }) =>
      withTeam(async () => {
        const folder = deps.library()?.folder;
        await close();
        if (folder !== undefined) await disconnectTeam(folder, shared);
        return ok(await publish());
      }, library),
    'team:plain-history': async () => {
      await opening;
      const library = deps.library();
      if (library?.cipher.isEncrypted !== true) return ok(false);
      return ok(await hasPlainHistory(teamFolder, library.folder));
    },
    'team:delete-plain-history': async ({ library: handle }) => {
      await opening;
      const library = deps.library();
      if (library === null || handleOf(library.folder) !== handle) return fail({ kind: 'library-switched' });
      // A library that is not encrypted may be connected again, and goes on with its history.
      if (!library.cipher.isEncrypted) return fail({ kind: 'not-found' });
      return deletePlainHistory(teamFolder, library.folder);
    },
    'team:commit': async () => {
      if (await commit()) timer.onCommitted();
      return ok(null);
    },
    'team:sync': async ({ library }) => {
      await openAgain();
      return withTeam(async () => {
        await timer.now();
        return ok(await stateNow());
      }, library);
    },
    'team:questions': ({ coeId }) => withTeam(async (team) => ok(await team.questions(coeId))),
    'team:settle': ({ library, coeId, question, choice }) =>
      withTeam(async (team) => {
        const settled = await team.settle(coeId, question, choice satisfies SettleChoice);
        if (!settled.ok) return isAppError(settled.error) ? fail(settled.error) : failed(settled.error);
        await deps.library()?.reconcile();
        await publish();
        timer.onCommitted();
        return ok(null);
      }, library),
    'team:comments': ({ coeId }) => withTeam(async (team) => ok(await team.comments(coeId))),
    'team:add-comment': ({ library, ...event }) =>
      withTeam(async (team) => {
        const added = explained(await team.addComment(event));
        if (added.ok) {
          deps.announce('team:comments-changed', { coeIds: [event.coeId] });
          await publish();
          timer.onCommitted();
        }
        return added;
      }, library),
    'team:history': ({ coeId }) => withTeam(async (team) => explained(await team.history(coeId))),
    'team:read-step': ({ coeId, step }) =>
      withTeam(async (team) => {
        const coe = await team.readStep(coeId, step);
        return coe === null ? fail({ kind: 'not-found' }) : ok(coe);
      }),
    'team:libraries': async () => {
      const connections = await listConnections(teamFolder);
      const open = deps.library()?.folder;
      return ok(
        connections
          .filter(({ folder }) => folder !== open)
          .map(({ folder, name }) => ({ handle: handleOf(folder), name })),
      );
    },
  };
}

const APP_ERRORS: ReadonlySet<string> = new Set(['not-found', 'disk', 'unreadable', 'library-missing']);

const isAppError = (error: AppError | TeamFailure): error is AppError => APP_ERRORS.has(error.kind);
