import type { GitProgress } from './git/team-repository.ts';
import type { RunExclusive } from './library-files.ts';

/** What a team library needs from the app or the command line. */
export type TeamDeps = {
  /** `team` in the app's data. */
  readonly teamFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly runExclusive?: RunExclusive;
  readonly onProgress?: (progress: GitProgress) => void;
  /** How often a push that somebody else overtakes is tried in one exchange. Five times when left out. */
  readonly maxPushes?: number;
};

/** The host keys that a person accepted, shared by all team libraries. */
export const knownHostsIn = (teamFolder: string): string => `${teamFolder}/known_hosts`;

/** Whether addresses on this computer are allowed, which tests use. */
export const allowsLoopback = (environment: TeamDeps['environment']): boolean =>
  environment['ONCE_TEAM_ALLOW_LOOPBACK'] === '1';
