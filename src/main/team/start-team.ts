import { fail, ok } from '#domain/result.ts';
import { handleOf } from '#main/library/library-handle.ts';

import { listConnections } from './connection.ts';
import { createProblemExplainer } from './explain-problem.ts';
import { followLibrary } from './follow-library.ts';
import { memberHandlers } from './member-handlers.ts';
import { placeHandlers } from './place-handlers.ts';
import { deletePlainHistory, hasPlainHistory } from './plain-history.ts';
import type { StartTeamDeps, TeamHandlers } from './team-handlers.ts';
import { createTeamThread } from './team-thread.ts';

/**
 * Starts team libraries. Reads one small file for each library that is opened, and removes what a try left that a crash
 * interrupted; no thread and no program is started, and nothing uses a network, before a person tries an address.
 */
export function startTeam(deps: StartTeamDeps): TeamHandlers {
  const teamFolder = deps.folders.team;
  const thread = createTeamThread({
    url: deps.workerUrl,
    teamFolder,
    runExclusive: (id, work) => deps.library()?.runExclusive(id, work) ?? work(),
    onError: (error) => void deps.log.logError('team', error),
  });
  const explainer = createProblemExplainer(teamFolder, deps.log.logEvent);
  const followed = followLibrary(deps, thread, explainer);

  return {
    ...placeHandlers(deps, thread, explainer, followed),
    ...memberHandlers(deps, thread, explainer, followed),
    'team:state': async () => ok(await followed.stateNow()),
    'team:plain-history': async () => {
      await followed.opened();
      const library = deps.library();
      if (library?.cipher.isEncrypted !== true) return ok(false);
      return ok(await hasPlainHistory(teamFolder, library.folder));
    },
    'team:delete-plain-history': async ({ library: handle }) => {
      await followed.opened();
      const library = deps.library();
      if (library === null || handleOf(library.folder) !== handle) return fail({ kind: 'library-switched' });
      // A library that is not encrypted may be connected again, and goes on with its history.
      if (!library.cipher.isEncrypted) return fail({ kind: 'not-found' });
      return deletePlainHistory(teamFolder, library.folder);
    },
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
