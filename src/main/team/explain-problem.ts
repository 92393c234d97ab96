import { randomBytes } from 'node:crypto';

import type { During } from '#domain/team/git-failure.ts';
import { explainAddressProblem } from '#domain/team/remote-address.ts';
import { wordsForLog } from '#domain/team/words-of-git.ts';
import { fail, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { TeamProblem } from '#ipc/team.ts';

import type { ConnectFailure } from './meeting-place.ts';
import { explainSharedFolderProblem } from './shared-folder.ts';
import { PLAIN, problemOf, systemOf } from './team-failure.ts';
import type { OpenFailure } from './team-library.ts';

/** Says in sentences what went wrong, and puts what git said about it into the log. */
export type ProblemExplainer = {
  /** Puts what git said into the log, once until it says something else, and its reference into the problem. */
  readonly logged: (problem: TeamProblem) => TeamProblem;
  readonly explain: (failure: ConnectFailure | OpenFailure, during?: During) => TeamProblem;
  /** The same as the failure of a handler. */
  readonly failed: (failure: ConnectFailure | OpenFailure, during?: During) => Result<never, AppError>;
};

/** `teamFolder` is `team` in the app's data. */
export function createProblemExplainer(
  teamFolder: string,
  logEvent: (code: string, facts: Readonly<Record<string, string | null>>) => unknown,
): ProblemExplainer {
  const system = systemOf(process.platform);
  let last = { kind: '', details: '', reference: '' };

  const logged: ProblemExplainer['logged'] = (problem) => {
    const { kind, details } = problem;
    if (details === null) return problem;
    if (last.kind !== kind || last.details !== details) {
      last = { kind, details, reference: randomBytes(4).toString('hex') };
      logEvent('team-failed', { reference: last.reference, kind, said: wordsForLog(details) });
    }
    return { ...problem, reference: last.reference };
  };

  const explain: ProblemExplainer['explain'] = (failure, during = 'exchange') => {
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
        return said(
          'This library is connected to another repository.',
          'Choose another folder. To move this library to the new repository, disconnect it first.',
        );
      default:
        return logged(problemOf(failure, system, teamFolder, during));
    }
  };

  return {
    logged,
    explain,
    failed: (failure, during) => fail({ kind: 'team', problem: explain(failure, during) }),
  };
}
