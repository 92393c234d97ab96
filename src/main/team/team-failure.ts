import { type During, explainGitFailure, type GitFailure, type System } from '#domain/team/git-failure.ts';
import { withoutSecrets } from '#domain/team/words-of-git.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { TeamProblem, TeamStatus } from '#ipc/team.ts';

import { explainLibraryProblem } from './explain-library-problem.ts';

/** Why an exchange with the team did not finish. */
export type TeamFailure =
  | GitFailure
  /** The library on this computer could not be read or written. */
  | { readonly kind: 'library'; readonly error: AppError }
  /** The shared folder is not there: a share or a disk that is not connected, or a folder that was moved. */
  | { readonly kind: 'shared-folder-gone' }
  /** The shared folder does not say yet which team library it is: a sync program has not brought all of it. */
  | { readonly kind: 'shared-folder-incomplete' }
  /** Nothing can be written into the shared folder. */
  | { readonly kind: 'shared-folder-read-only' }
  /** The branch that everybody shares is gone from the server. */
  | { readonly kind: 'remote-empty' }
  /** The repository holds something that is not a team library of Once. */
  | { readonly kind: 'not-a-team-library' }
  /** The repository holds another team library than the one that was connected. */
  | { readonly kind: 'another-team-library' };

/** The failures that pass by themselves once there is a network. */
const OFFLINE: ReadonlySet<TeamFailure['kind']> = new Set<TeamFailure['kind']>([
  'no-network',
  'host-not-found',
  'connection-refused',
  'timeout',
  'not-a-git-server',
  'proxy',
  'shared-folder-gone',
  'shared-folder-incomplete',
]);

/** The failures that the next try mends. */
const PASSING: ReadonlySet<TeamFailure['kind']> = new Set<TeamFailure['kind']>(['push-race', 'ref-moved', 'cancelled']);

/** What a failure means for the state of the library. */
export function statusOf(failure: TeamFailure): TeamStatus {
  if (OFFLINE.has(failure.kind)) return 'offline';
  if (PASSING.has(failure.kind)) return 'not-yet-shared';
  if (failure.kind === 'not-allowed-to-write' || failure.kind === 'shared-folder-read-only') return 'read-only';
  return failure.kind === 'push-protected' ? 'waiting-for-approval' : 'needs-you';
}

/** A problem about which there is nothing to type and nothing more to read. */
export const PLAIN = { command: null, details: null, reference: null } as const;

/** A failure in sentences for a person. `teamFolder` is `team` in the app's data. */
export function problemOf(
  failure: TeamFailure,
  system: System,
  teamFolder: string,
  during: During = 'exchange',
): TeamProblem {
  const problem = (what: string, todo: string): TeamProblem => ({ ...PLAIN, kind: failure.kind, what, todo });
  const isTry = during === 'try';
  switch (failure.kind) {
    case 'library': {
      const { what, todo } = explainLibraryProblem(failure.error);
      return isTry
        ? problem(`${what} Nothing was connected.`, `${todo} Then try again.`)
        : problem(
            `${what} Your saved COEs are safe, and so is everything that was shared.`,
            `${todo} Once tries again by itself.`,
          );
    }
    case 'shared-folder-gone':
      return isTry
        ? problem(
            'The shared folder is not there. Nothing on this computer was changed.',
            'Connect the disk or the share that it is on, or start the program that syncs it. Then try again.',
          )
        : problem(
            'The shared folder is not there. Your COEs are saved on this computer and will be shared later.',
            'Connect the disk or the share that it is on, or start the program that syncs it. Once tries again by itself.',
          );
    case 'shared-folder-incomplete':
      return problem(
        `The shared folder is not complete yet. ${isTry ? 'Nothing on this computer was changed.' : 'Your COEs are saved on this computer and will be shared later.'}`,
        `Wait until the program that syncs it has brought once-team.json. ${isTry ? 'Then try again.' : 'Once tries again by itself.'}`,
      );
    case 'shared-folder-read-only':
      return isTry
        ? problem(
            'You may read the shared folder, but not write into it. Nothing on this computer was changed.',
            'Ask whoever owns the folder for the right to write, or choose another folder.',
          )
        : problem(
            'You may read the shared folder, but not write into it. Your changes stay on this computer.',
            'Ask whoever owns the folder for the right to write, or keep a copy of your own.',
          );
    case 'remote-empty':
      return problem(
        'The repository is empty now. Everything is still on this computer, and nothing was deleted here.',
        'Ask the people who run the repository what happened. If it was replaced, disconnect and connect again.',
      );
    case 'not-a-team-library':
      return problem(
        'This repository holds something else, not a team library of Once. Nothing was changed.',
        'Make an empty repository for the team library, and use its address.',
      );
    case 'another-team-library':
      return problem(
        'The repository holds another team library than the one this computer was connected to. Nothing was changed.',
        'Ask your team for the right address, then disconnect and connect again.',
      );
    default:
      return explained(failure, system, teamFolder, during);
  }
}

function explained(failure: GitFailure, system: System, teamFolder: string, during: During): TeamProblem {
  const { title, safe, todo, command } = explainGitFailure(failure, system, during);
  const what = `${title} ${safe}`;
  // The reason for which a push is refused is the server's.
  const refusal = failure.kind === 'push-protected' ? `remote: ${withoutSecrets(failure.reason)}` : null;
  const details = refusal ?? failure.said ?? null;
  if (failure.kind !== 'host-key-changed') return { ...PLAIN, kind: failure.kind, what, todo, command, details };
  // The key may be among the person's own or among those that were accepted in Once.
  const both = `${command ?? ''}; ssh-keygen -R "${failure.host}" -f "${teamFolder}/known_hosts"`;
  return { ...PLAIN, kind: failure.kind, what, todo, command: both, details };
}

/** The system of this computer, for sentences. */
export function systemOf(platform: NodeJS.Platform): System {
  return platform === 'win32' ? 'windows' : platform === 'darwin' ? 'mac' : 'linux';
}
