import { fail, ok } from '#domain/result.ts';
import type { TeamProgress, TeamTrial } from '#ipc/team.ts';
import { handleOf } from '#main/library/library-handle.ts';

import type { ProblemExplainer } from './explain-problem.ts';
import type { FollowedTeam } from './follow-library.ts';
import { canHoldTeam, isEmptyOrMissing } from './library-places.ts';
import type { MeetingPlace } from './meeting-place.ts';
import { previewCopy } from './preview-copy.ts';
import type { StartTeamDeps, TeamHandlers } from './team-handlers.ts';
import type { TeamThread } from './team-thread.ts';
import { removeTrial } from './trial-place.ts';

type PlaceHandlers = Pick<
  TeamHandlers,
  | 'team:try'
  | 'team:trust-host'
  | 'team:sign-in'
  | 'team:cancel'
  | 'team:end-try'
  | 'team:preview-copy'
  | 'team:choose-folder'
  | 'team:choose-shared-folder'
  | 'team:connect'
>;

/** The handlers of what the dialog that connects a team library asks: the place to meet, a try, a folder, and *Connect*. */
export function placeHandlers(
  deps: StartTeamDeps,
  thread: TeamThread,
  { explain, failed }: ProblemExplainer,
  { closeIn, follow, publish }: FollowedTeam,
): PlaceHandlers {
  const teamFolder = deps.folders.team;
  const chosen = new Map<string, string>();
  const chosenShared = new Map<string, string>();
  let waiting: AbortController | null = null;

  /** The place that the page names; null for a folder that nobody chose. */
  const placeOf = (address: string | { readonly sharedFolder: string }): MeetingPlace | null => {
    if (typeof address === 'string') return address;
    const folder = chosenShared.get(address.sharedFolder);
    return folder === undefined ? null : { sharedFolder: folder };
  };
  const onProgress = (progress: TeamProgress): void => deps.announce('team:progress', progress);
  /** Tries, and what takes or removes what they fetched, go one after the other. */
  let turn: Promise<unknown> = removeTrial(teamFolder).catch((error: unknown) => void deps.log.logError('team', error));
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };
  /** Ends what the person waited for before, and lets them cancel this. */
  const cancellable = async <Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> => {
    waiting?.abort();
    const controller = new AbortController();
    waiting = controller;
    try {
      return await inTurn(() => work(controller.signal));
    } finally {
      if (waiting === controller) waiting = null;
    }
  };
  const trial = async (address: MeetingPlace): Promise<TeamTrial> => {
    const tried = await cancellable((signal) => thread.tryAddress(address, { signal, onProgress }));
    if (tried.ok) {
      const { team, ...found } = tried.value;
      return { is: 'reachable', name: team?.name ?? null, ...found };
    }
    if (tried.error.kind === 'unknown-host' && typeof address === 'string') {
      const key = await thread.findHostKey(address);
      if (key.ok) return { is: 'unknown-host', host: key.value.host, fingerprint: key.value.fingerprint };
    }
    return { is: 'refused', problem: explain(tried.error, 'try') };
  };

  return {
    'team:try': async ({ address }) => {
      const place = placeOf(address);
      return place === null ? fail({ kind: 'not-found' }) : ok(await trial(place));
    },
    'team:trust-host': async ({ address, fingerprint }) => {
      const trusted = await thread.trustHostKey(address, fingerprint);
      if (!trusted.ok) return ok({ is: 'refused', problem: explain(trusted.error, 'try') });
      return ok(await trial(address));
    },
    'team:sign-in': async ({ address }) => {
      const signedIn = await cancellable((signal) => thread.signIn(address, { signal }));
      return ok(signedIn.ok ? null : explain(signedIn.error, 'try'));
    },
    'team:cancel': async () => {
      waiting?.abort();
      return ok(null);
    },
    'team:end-try': async () => {
      await inTurn(() => removeTrial(teamFolder));
      return ok(null);
    },
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
      await closeIn(folder);
      const isLibraryOpen = library?.folder === folder;
      const connected = await cancellable((signal) =>
        thread.connectAndExchange(request, { signal, onProgress, isLibraryOpen }),
      );
      if (isLibraryOpen) {
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
  };
}
