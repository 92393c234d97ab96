import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';

import { inject } from 'vitest';

import { readConnection, teamFoldersOf, writeConnection } from '#main/team/connection.ts';
import type { TeamDeps } from '#main/team/team-deps.ts';

import { temporaryFolder } from '../temporary-folder.ts';
import { createBareRepository } from './git-command.ts';
import { type GitDaemon, startGitDaemon } from './git-daemon.ts';
import { joinTeam, type Member, memberIn, type TeamPlace } from './test-teams.ts';

/** A team with a repository on a server of this computer. `folder` holds everything, and is what is served. */
export type ServerTeam = {
  readonly folder: string;
  readonly repository: string;
  readonly daemon: GitDaemon;
  readonly address: { readonly text: string };
  readonly members: readonly Member[];
};

/** A team that shares a folder. `folder` holds everything, `shared` is the shared one. */
export type FolderTeam = { readonly folder: string; readonly shared: string; readonly members: readonly Member[] };

/** Starts a team of two that lasts until the test ends. Its library is empty. */
export async function startTeam(): Promise<ServerTeam & { readonly ann: Member; readonly ben: Member }> {
  const team = await startServerTeam(['Ann', 'Ben']);
  const [ann, ben] = team.members as [Member, Member];
  return { ...team, ann, ben };
}

/** Starts a team with a server. Its members have joined one after the other, and exchanged once. */
export async function startServerTeam(names: readonly string[], deps: Partial<TeamDeps> = {}): Promise<ServerTeam> {
  const folder = temporaryFolder();
  copyPrepared(await prepared('server', names), folder);
  const daemon = await startGitDaemon(folder);
  const address = daemon.addressOf('team.git');
  const members = await openMembers(folder, names, address, deps);
  return { folder, repository: path.join(folder, 'team.git'), daemon, address, members };
}

/** Starts a team that shares a folder. Its members have joined one after the other, and exchanged once. */
export async function startFolderTeam(names: readonly string[]): Promise<FolderTeam> {
  const folder = temporaryFolder();
  copyPrepared(await prepared('folder', names), folder);
  const shared = path.join(folder, 'shared');
  return { folder, shared, members: await openMembers(folder, names, { sharedFolder: shared }) };
}

/** Teams that nobody has worked in yet. Each is prepared once in a process: joining starts git some thirty times. */
const preparedTeams = new Map<string, Promise<string>>();

function prepared(kind: 'server' | 'folder', names: readonly string[]): Promise<string> {
  const key = [kind, ...names].join('\n');
  const known = preparedTeams.get(key) ?? prepareTeam(kind, names);
  preparedTeams.set(key, known);
  return known;
}

async function prepareTeam(kind: 'server' | 'folder', names: readonly string[]): Promise<string> {
  const folder = mkdtempSync(path.join(inject('preparedTeams'), 'team-'));
  const place = kind === 'server' ? await serve(folder) : { sharedFolder: path.join(folder, 'shared') };
  if ('sharedFolder' in place) mkdirSync(place.sharedFolder);
  // One after the other: the first begins the library, and the others join it.
  for (const name of names) {
    const member = await joinTeam(folder, name, place);
    await member.team().close();
  }
  return folder;
}

async function serve(folder: string): Promise<{ readonly text: string }> {
  createBareRepository(folder);
  return (await startGitDaemon(folder)).addressOf('team.git');
}

const copyPrepared = (from: string, to: string): void =>
  cpSync(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });

/** Tells the copies where they are now, and opens them. */
async function openMembers(
  folder: string,
  names: readonly string[],
  place: TeamPlace,
  deps: Partial<TeamDeps> = {},
): Promise<readonly Member[]> {
  const members = names.map((name) => memberIn(folder, name, deps));
  for (const { library, deps, open } of members) {
    const { folder: own, connection } = await teamFoldersOf(deps.teamFolder, library);
    const [copied = ''] = readdirSync(deps.teamFolder);
    renameSync(path.join(deps.teamFolder, copied), own);
    const found = await readConnection(connection);
    if (found === null) throw new Error('The copied library is not connected.');
    await writeConnection(connection, {
      ...found,
      folder: library,
      ...('text' in place ? { remote: place.text } : { remote: place.sharedFolder, sharedFolder: place.sharedFolder }),
    });
    await open();
  }
  return members;
}
