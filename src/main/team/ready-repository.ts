import { ok, type Result } from '#domain/result.ts';

import type { TeamFolders } from './connection.ts';
import { findGitProgram } from './git/git-program.ts';
import { openTeamRepository } from './git/open-repository.ts';
import type { TeamRepository } from './git/team-repository.ts';
import { knownHostsIn, type TeamDeps } from './team-deps.ts';
import type { TeamFailure } from './team-failure.ts';

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
