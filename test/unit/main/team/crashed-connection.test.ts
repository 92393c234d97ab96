import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ulid } from 'ulid';
import { expect, it } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { connectAndExchange } from '#main/team/connect-and-exchange.ts';
import { disconnectTeam } from '#main/team/connect-team.ts';
import { teamFoldersOf } from '#main/team/connection.ts';
import { someCoe } from '#test/support/some-coe.ts';
import type { ConnectOrders } from '#test/support/team/connect-child.ts';
import { createBareRepository, plainGit } from '#test/support/team/git-command.ts';
import { startGitDaemon } from '#test/support/team/git-daemon.ts';
import { joinTeam } from '#test/support/team/test-teams.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const NEVER = new AbortController().signal;

/** Two servers' repositories, and a private library with one COE. */
async function startTwo() {
  const home = temporaryFolder();
  const other = createBareRepository(home, 'other.git');
  createBareRepository(home, 'one.git');
  const daemon = await startGitDaemon(home);
  const [own, library, teamFolder] = ['own', 'library', 'team'].map((name) => path.join(home, name));
  if (own === undefined || library === undefined || teamFolder === undefined) throw new Error('no folders');
  mkdirSync(path.join(own, 'coes'), { recursive: true });
  const coe = someCoe({ title: 'For the one team alone' });
  writeFileSync(path.join(own, 'coes', `${coe.id}.json`), writeCoe(coe));
  const request = { library, address: daemon.addressOf('one.git').text, me: 'Ann', teamName: 'One', copyOf: own };
  const environment = { ...process.env, ONCE_TEAM_ALLOW_LOOPBACK: '1' };
  return {
    home,
    library,
    teamFolder,
    request,
    one: daemon.addressOf('one.git'),
    deps: { teamFolder, environment, clock: Date.now, newId: ulid },
    elsewhere: { ...request, address: daemon.addressOf('other.git').text, me: 'Bea', teamName: 'Other', copyOf: null },
    /** Everything that was ever sent to the other repository, and by whom. */
    sentElsewhere: () =>
      plainGit(other, ['log', '--all', '-p', '--format=%an']) +
      plainGit(other, ['for-each-ref', '--format=%(refname)']),
  };
}

/** Connects in a process of its own, which is killed on the way. */
function connectAndCrash(orders: ConnectOrders): void {
  const script = path.join(import.meta.dirname, '../../../support/team/connect-child.ts');
  const child = spawnSync(process.execPath, [script, JSON.stringify(orders)], { encoding: 'utf8' });
  expect([child.signal, child.stdout, child.stderr]).toEqual(['SIGKILL', '', '']);
}

it('what a crash left before a library was connected does not go to another address', async () => {
  const { library, teamFolder, request, deps, elsewhere, sentElsewhere } = await startTwo();
  connectAndCrash({ request, teamFolder, until: [['rename', 'connection.json']], cancels: false });
  const folders = await teamFoldersOf(teamFolder, library);
  expect([existsSync(folders.gitDir), existsSync(folders.connection)]).toEqual([true, false]);
  rmSync(library, { recursive: true });
  expect(await connectAndExchange(elsewhere, deps, NEVER)).toEqual({ ok: true, value: null });
  expect(sentElsewhere()).toContain('Bea');
  expect(sentElsewhere()).not.toMatch(/Ann|"One"/);
});

it('nor does what a crash left while a connection was undone', async () => {
  const { library, teamFolder, request, deps, elsewhere, sentElsewhere } = await startTwo();
  const until = [
    ['rm', 'connection.json'],
    ['rm', 'agreed.json'],
  ] as const;
  connectAndCrash({ request, teamFolder, until, cancels: true });
  const folders = await teamFoldersOf(teamFolder, library);
  expect([existsSync(folders.gitDir), existsSync(folders.connection)]).toEqual([true, false]);
  rmSync(library, { recursive: true });
  expect(await connectAndExchange(elsewhere, deps, NEVER)).toEqual({ ok: true, value: null });
  expect(sentElsewhere()).toContain('Bea');
  expect(sentElsewhere()).not.toMatch(/Ann|"One"|For the one team alone/);
});

it('a folder that was emptied after it was disconnected takes nothing of one team to another', async () => {
  const { home, one, elsewhere, sentElsewhere } = await startTwo();
  const ann = await joinTeam(home, 'Ann', one);
  const coe = someCoe({ title: 'For the one team alone' });
  ann.put(coe);
  await ann.team().exchange();
  const place = { section: 'cause', row: null } as const;
  await ann.team().addComment({ coeId: coe.id, kind: 'comment', place, replyTo: null, text: 'Why then?' });
  await ann.team().close();
  await disconnectTeam(ann.library, ann.deps.teamFolder);
  rmSync(ann.library, { recursive: true });
  const request = { ...elsewhere, library: ann.library };
  expect(await connectAndExchange(request, ann.deps, NEVER)).toEqual({ ok: true, value: null });
  expect(sentElsewhere()).toContain('Bea');
  expect(sentElsewhere()).not.toMatch(/Ann|For the one team alone|Why then/);
  // Nobody gets it, and it is not lost: the comment had not been shared.
  const { gitDir } = await teamFoldersOf(ann.deps.teamFolder, ann.library);
  expect(plainGit(gitDir, ['log', '--all', '-p', '--format=%an'])).toContain('Why then');
});
