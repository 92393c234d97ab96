import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { memoryUsage } from 'node:process';

import { ulid } from 'ulid';

import { connectTeam } from '../../src/main/team/connect-team.ts';
import type { TeamDeps } from '../../src/main/team/team-deps.ts';
import { openTeamLibrary, type TeamLibrary } from '../../src/main/team/team-library.ts';
import { startGitDaemon } from '../e2e/support/git-daemon.ts';
import { createBareRepository, plainGit } from '../support/team/git-command.ts';
import { copyLibrary } from './libraries.ts';
import type { Row } from './report.ts';
import { measureTeamWindow } from './team-window.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const COMMITS = 20;
const CHANGES = 100;
const ON_BOTH_SIDES = 20;
const POLLS = 10;
const MB = 1_000_000;

type Member = { readonly library: string; readonly deps: TeamDeps };

/**
 * Measures a team library of that many COEs against git itself doing as much, over a daemon on this computer, and what
 * the window of a member notices meanwhile against the same window at rest.
 */
export async function measureTeams(count: number, appFolder: string): Promise<Row[]> {
  return inTemporaryFolder(async (folder) => {
    createBareRepository(folder, 'team.git');
    createBareRepository(folder, 'plain.git');
    const daemon = await startGitDaemon(folder);
    try {
      const address = daemon.addressOf('team.git');
      const rows = await measure(count, folder, address, daemon.addressOf('plain.git'));
      const change = (library: string): Promise<void> => changeBoth(member(folder, 'ann'), library);
      const changeOne = (library: string): void => {
        const [name = ''] = readdirSync(path.join(library, 'coes')).toSorted();
        changeFile(library, name, 'By Cleo, once.');
      };
      return [...rows, ...(await measureTeamWindow({ folder, address, appFolder, count, change, changeOne }))];
    } finally {
      await daemon.stop();
    }
  });
}

async function measure(count: number, folder: string, address: string, plainAddress: string): Promise<Row[]> {
  const memoryBefore = memoryUsage().rss / MB;
  const ann = member(folder, 'ann');
  const ben = member(folder, 'ben');
  mkdirSync(path.join(folder, 'ann'), { recursive: true });
  copyLibrary(count, ann.library);
  const plain = path.join(folder, 'plain');
  copyLibrary(count, plain);

  const first = await timed(() => join(ann, address, 'Ann'));
  const plainFirst = await timed(() => {
    plainGit(plain, ['init', '-q', '--initial-branch=main']);
    plainGit(plain, ['add', '-A']);
    plainGit(plain, ['commit', '-q', '-m', 'all']);
    plainGit(plain, ['push', '-q', plainAddress, 'main']);
  });
  const joined = await timed(() => join(ben, address, 'Ben'));
  const other = path.join(folder, 'other');
  const plainJoined = await timed(() => plainGit(folder, ['clone', '-q', plainAddress, other]));
  const [annsTeam, bensTeam] = [first.value, joined.value];

  const names = readdirSync(path.join(ann.library, 'coes')).toSorted();
  const [commits, plainCommits]: [number[], number[]] = [[], []];
  const sizeBefore = sizeOf(path.join(folder, 'ann', 'team'));
  for (const name of names.slice(0, COMMITS)) {
    changeFile(ann.library, name, 'A line.');
    commits.push((await timed(async () => annsTeam.commit())).ms);
    changeFile(plain, name, 'A line.');
    plainCommits.push((await timed(() => commitPlain(plain, [name]))).ms);
  }
  const growth = (sizeOf(path.join(folder, 'ann', 'team')) - sizeBefore) / 1000 / COMMITS;
  await annsTeam.exchange();
  plainGit(plain, ['push', '-q', plainAddress, 'main']);
  await bensTeam.exchange();
  plainGit(other, ['pull', '-q', '--no-edit', plainAddress, 'main']);

  const [theirs, mine] = [
    names.slice(COMMITS, COMMITS + CHANGES),
    names.slice(COMMITS + CHANGES - ON_BOTH_SIDES, COMMITS + 2 * CHANGES - ON_BOTH_SIDES),
  ];
  for (const [libraries, some, text] of [
    [[ann.library, plain], theirs, 'By Ann.'],
    [[ben.library, other], mine, 'By Ben.'],
  ] as const)
    for (const library of libraries) for (const name of some) changeFile(library, name, text);
  await annsTeam.exchange();
  await bensTeam.commit();
  commitPlain(plain, theirs);
  plainGit(plain, ['push', '-q', plainAddress, 'main']);
  commitPlain(other, mine);
  const merged = await timed(async () => bensTeam.exchange());
  const plainMerged = await timed(() => {
    plainGit(other, ['fetch', '-q', plainAddress, 'main']);
    plainGit(other, ['merge', '-q', '--no-edit', '-X', 'ours', 'FETCH_HEAD']);
    plainGit(other, ['push', '-q', plainAddress, 'HEAD:main']);
  });
  await annsTeam.exchange();

  const [polls, plainPolls]: [number[], number[]] = [[], []];
  for (let poll = 0; poll < POLLS; poll += 1) {
    polls.push((await timed(async () => annsTeam.exchange())).ms);
    plainPolls.push((await timed(() => plainGit(plain, ['ls-remote', '-q', plainAddress]))).ms);
  }
  const memory = memoryUsage().rss / MB;
  await annsTeam.close();
  await bensTeam.close();
  return [
    {
      what: 'share a library for the first time, against add, commit, push',
      unit: 'ms',
      values: [first.ms],
      floor: [plainFirst.ms],
    },
    {
      what: 'join: from nothing to all files, against clone',
      unit: 'ms',
      values: [joined.ms],
      floor: [plainJoined.ms],
    },
    { what: 'commit one COE, against add and commit', unit: 'ms', values: commits, floor: plainCommits },
    {
      what: 'fetch and merge 100 and 100, 20 of them the same, against fetch, merge, push',
      unit: 'ms',
      values: [merged.ms],
      floor: [plainMerged.ms],
    },
    { what: 'an exchange with nothing new, against ls-remote', unit: 'ms', values: polls, floor: plainPolls },
    { what: 'growth of the repository a commit', unit: 'kB', values: [growth], bar: { of: 'p50', below: 80 } },
    {
      what: 'memory of two members in one process, against before',
      unit: 'MB',
      values: [memory],
      floor: [memoryBefore],
    },
  ];
}

/** Changes as many COEs in the library of a member, which sends them, as in another one, some of them the same. */
async function changeBoth({ library, deps }: Member, other: string): Promise<void> {
  const names = readdirSync(path.join(library, 'coes')).toSorted();
  const opened = await openTeamLibrary(library, deps);
  if (!opened.ok) throw new Error(`Not opened: ${opened.error.kind}.`);
  await opened.value.exchange();
  for (const name of names.slice(0, CHANGES)) changeFile(library, name, 'By Ann, again.');
  await opened.value.exchange();
  await opened.value.close();
  for (const name of names.slice(CHANGES - ON_BOTH_SIDES, 2 * CHANGES - ON_BOTH_SIDES))
    changeFile(other, name, 'By Cleo.');
}

const member = (folder: string, name: string): Member => ({
  library: path.join(folder, name, 'library'),
  deps: {
    teamFolder: path.join(folder, name, 'team'),
    environment: { ...process.env, ONCE_TEAM_ALLOW_LOOPBACK: '1' },
    clock: Date.now,
    newId: ulid,
  },
});

async function join({ library, deps }: Member, address: string, me: string): Promise<TeamLibrary> {
  const connected = await connectTeam({ library, address, me, teamName: 'Bench' }, deps);
  if (!connected.ok) throw new Error(`Not connected: ${connected.error.kind}.`);
  const opened = await openTeamLibrary(library, deps);
  if (!opened.ok) throw new Error(`Not opened: ${opened.error.kind}.`);
  await opened.value.exchange();
  return opened.value;
}

async function timed<Value>(work: () => Value | Promise<Value>): Promise<{ ms: number; value: Value }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

/** Adds a line to the first section of a COE, as an edit does, and sets when it was changed. */
function changeFile(library: string, name: string, text: string): void {
  const file = path.join(library, 'coes', name);
  const coe = JSON.parse(readFileSync(file, 'utf8')) as { updatedAt: string; sections: { context: { prose: string } } };
  coe.sections.context.prose += `\n\n${text}`;
  coe.updatedAt = new Date().toISOString();
  writeFileSync(file, `${JSON.stringify(coe, null, 2)}\n`);
}

function commitPlain(folder: string, names: readonly string[]): void {
  plainGit(folder, ['add', ...names.map((name) => `coes/${name}`)]);
  plainGit(folder, ['commit', '-q', '-m', 'some']);
}

/** The bytes of all files under a folder. */
const sizeOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
