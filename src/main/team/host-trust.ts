import path from 'node:path';

import { fail, type Result } from '#domain/result.ts';
import type { GitFailure } from '#domain/team/git-failure.ts';
import type { RemoteAddress } from '#domain/team/remote-address.ts';

import { findGitProgram } from './git/git-program.ts';
import { acceptHostKey, type HostKey, readHostKey } from './git/host-key.ts';
import { knownHostsIn, type TeamDeps } from './team-deps.ts';

type Deps = Pick<TeamDeps, 'teamFolder' | 'environment'>;

/** Asks a server for its key. */
export async function findHostKey(address: RemoteAddress, deps: Deps): Promise<Result<HostKey, GitFailure>> {
  const program = await findGitProgram(deps.environment);
  if (!program.ok) return program;
  return readHostKey(address, {
    program: program.value,
    environment: deps.environment,
    emptyFolder: path.join(deps.teamFolder),
    sshConfigFile: null,
  });
}

/** Trusts the key of a server from now on, if it still has the fingerprint that the person saw. */
export async function trustHostKey(
  address: RemoteAddress,
  fingerprint: string,
  deps: Deps,
): Promise<Result<null, GitFailure>> {
  const key = await findHostKey(address, deps);
  if (!key.ok) return key;
  if (key.value.fingerprint !== fingerprint) return fail({ kind: 'host-key-changed', host: key.value.host });
  return acceptHostKey(key.value, knownHostsIn(deps.teamFolder));
}
