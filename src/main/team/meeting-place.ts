import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import { type AddressProblem, parseRemoteAddress, type RemoteAddress } from '#domain/team/remote-address.ts';
import { createTimeLimit } from '#main/disk/time-limit.ts';

import { SILENT_MS } from './folder-transport.ts';
import type { CallOptions, WaitsFor } from './git/team-repository.ts';
import { checkSharedFolder, failureOfFolder, type SharedFolderProblem } from './shared-folder.ts';
import type { TeamFailure } from './team-failure.ts';
import { allowsLoopback, type TeamDeps } from './team-deps.ts';

/** Why a library was not connected. */
export type ConnectFailure =
  | TeamFailure
  | { readonly kind: 'address'; readonly problem: AddressProblem }
  | { readonly kind: 'shared-folder'; readonly problem: SharedFolderProblem }
  | { readonly kind: 'busy' }
  | { readonly kind: 'connected-already' };

/** Where a team meets, as a person gave it: the address of a repository, or the full path of a shared folder. */
export type MeetingPlace = string | { readonly sharedFolder: string };

/** Reads an address; fails with what is wrong with it. */
export function addressIn(text: string, deps: Pick<TeamDeps, 'environment'>): Result<RemoteAddress, ConnectFailure> {
  const address = parseRemoteAddress(text, { allowLoopback: allowsLoopback(deps.environment) });
  return address.ok ? address : fail({ kind: 'address', problem: address.error });
}

/** A place that was read: an address that git may get, or a folder that may be shared. */
export type Remote =
  | { readonly is: 'server'; readonly address: RemoteAddress }
  | { readonly is: 'folder'; readonly folder: string };

/** Works in a shared folder, whose disk may never answer. */
export async function inFolder<Value, Failure>(
  options: CallOptions,
  work: (waits: WaitsFor) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | TeamFailure>> {
  const limit = createTimeLimit(SILENT_MS);
  try {
    return await work((read) => limit.run(read, options));
  } catch (error) {
    return fail(failureOfFolder(error));
  }
}

/** Reads a place; fails with what is wrong with it. */
export async function remoteIn(
  place: MeetingPlace,
  deps: TeamDeps,
  options: CallOptions,
): Promise<Result<Remote, ConnectFailure>> {
  if (typeof place === 'string') {
    const address = addressIn(place, deps);
    return address.ok ? ok({ is: 'server', address: address.value }) : address;
  }
  const { sharedFolder } = place;
  return inFolder<Remote, ConnectFailure>(options, async (waits) => {
    const problem = await waits(() => checkSharedFolder(sharedFolder));
    return problem === null
      ? ok({ is: 'folder', folder: path.resolve(sharedFolder) })
      : fail({ kind: 'shared-folder', problem });
  });
}

/** The text of a remote, which names it in a connection. */
export const textOf = (remote: Remote): string => (remote.is === 'server' ? remote.address.text : remote.folder);
