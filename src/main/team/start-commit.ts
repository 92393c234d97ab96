import type { Result } from '#domain/result.ts';
import type { Oid } from '#domain/team/oid.ts';
import { TEAM_ATTRIBUTES, TEAM_README } from '#domain/team/team-file.ts';

import type { TeamRepository } from './git/team-repository.ts';
import type { TeamFailure } from './team-failure.ts';
import type { TeamDeps } from './team-deps.ts';

/** Makes the first commit of a new team library: how to read it without Once. */
export const commitStart = (
  repository: TeamRepository,
  ref: string,
  name: string,
  deps: TeamDeps,
): Promise<Result<Oid, TeamFailure>> =>
  repository.commit({
    ref,
    parents: [],
    author: { name, email: 'start@once.invalid' },
    time: Math.floor(deps.clock() / 1000),
    message: 'Begin a team library',
    changes: [
      { path: 'README.md', bytes: Buffer.from(TEAM_README) },
      { path: '.gitattributes', bytes: Buffer.from(TEAM_ATTRIBUTES) },
    ],
  });
