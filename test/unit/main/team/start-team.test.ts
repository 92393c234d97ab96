import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it, vi } from 'vitest';

import type { Library } from '#main/library/library-api.ts';
import { handleOf } from '#main/library/library-handle.ts';
import { newConnection, readConnection, teamFoldersOf, writeConnection } from '#main/team/connection.ts';
import { isTeamLibrary } from '#main/team/is-team-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { startTeamApp } from '#test/support/team/team-app.ts';
import { startServerTeam } from '#test/support/team/start-team.ts';
import type { Member } from '#test/support/team/test-teams.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** The app with a library that was connected before, and is encrypted by now. */
async function startEncrypted(left: readonly string[] = []) {
  const home = temporaryFolder();
  const [team, folder] = [path.join(home, 'team'), path.join(home, 'library')];
  mkdirSync(folder);
  const folders = await teamFoldersOf(team, folder);
  const { connection } = folders;
  for (const name of left) {
    mkdirSync(path.join(folders.folder, name), { recursive: true });
    writeFileSync(path.join(folders.folder, name, 'text'), 'A COE');
  }
  await writeConnection(
    connection,
    newConnection({
      folder,
      remote: 'ssh://git@git.example.org/payments.git',
      sharedFolder: null,
      me: 'Ann',
      writer: '0123abcd',
      teamId: null,
      name: 'Payments',
    }),
  );
  const app = startTeamApp({ folder, team, cipher: { isEncrypted: true } as Library['cipher'] });
  const isConnected = async () => (await readConnection(connection))?.connected;
  return { ...app, library: handleOf(folder), isConnected, names: () => readdirSync(folders.folder).toSorted() };
}

it('a library that was encrypted is disconnected from its team, for good', async () => {
  const { handlers, isConnected } = await startEncrypted();
  expect(await handlers['team:state']({})).toEqual({ ok: true, value: { is: 'none' } });
  expect(await isConnected()).toBe(false);
});

it('what a library exchanged before it was encrypted is kept until the person deletes it, damaged repositories too', async () => {
  const left = ['agreed.json', 'repository.git', 'repository.git.damaged-1', 'state'];
  const { handlers, isConnected, library, names } = await startEncrypted(left);
  const isThere = () => handlers['team:plain-history']({});
  expect(await isThere()).toEqual({ ok: true, value: true });
  expect(names()).toEqual(['agreed.json', 'connection.json', ...left.slice(1)]);
  const elsewhere = await handlers['team:delete-plain-history']({ library: '0'.repeat(24) });
  expect(elsewhere).toEqual({ ok: false, error: { kind: 'library-switched' } });
  expect(await isThere()).toEqual({ ok: true, value: true });
  expect(await handlers['team:delete-plain-history']({ library })).toEqual({ ok: true, value: null });
  expect(names()).toEqual(['connection.json', 'state']);
  expect(await isThere()).toEqual({ ok: true, value: false });
  expect(await isConnected()).toBe(false);
});

it('the history of a library that is not encrypted is not deleted', async () => {
  const home = temporaryFolder();
  const [team, folder] = [path.join(home, 'team'), path.join(home, 'library')];
  mkdirSync(folder);
  const { gitDir } = await teamFoldersOf(team, folder);
  mkdirSync(gitDir, { recursive: true });
  const { handlers } = startTeamApp({ folder, team });
  expect(await handlers['team:plain-history']({})).toEqual({ ok: true, value: false });
  const asked = await handlers['team:delete-plain-history']({ library: handleOf(folder) });
  expect(asked).toEqual({ ok: false, error: { kind: 'not-found' } });
  expect(existsSync(gitDir)).toBe(true);
});

it('a member keeps a copy of the team library that nobody shares, and opens it', async () => {
  vi.stubEnv('ONCE_TEAM_ALLOW_LOOPBACK', '1');
  const { folder: home, members } = await startServerTeam(['Ann']);
  const [ann] = members as [Member];
  const coe = someCoe();
  ann.put(coe);
  await ann.team().close();
  const app = startTeamApp({ folder: ann.library, team: ann.deps.teamFolder });
  const library = handleOf(ann.library);
  const [first, second] = [
    await app.handlers['team:keep-copy']({ library }),
    await app.handlers['team:keep-copy']({ library }),
  ];
  const copy = first.ok ? first.value : { handle: '', path: '' };
  expect(copy.path).toBe(path.join(home, 'Ann', 'Ours (my copy)'));
  expect(second).toMatchObject({ ok: true, value: { path: `${copy.path} 2` } });
  expect(readdirSync(path.join(copy.path, 'coes'))).toEqual([`${coe.id}.json`]);
  expect(isTeamLibrary({ folder: copy.path })).toBe(false);
  await app.handlers['team:open-copy']({ copy: copy.handle });
  expect(app.opened).toEqual([copy.path]);
  const pipe = path.join(ann.library, 'coes', 'pipe');
  execFileSync('mkfifo', [pipe]);
  expect(await app.handlers['team:keep-copy']({ library })).toMatchObject({ ok: false, error: { kind: 'disk' } });
  rmSync(pipe);
  expect(existsSync(`${copy.path} 3`)).toBe(false);
  await app.close();
});

it('the folder of a copy has a name that a disk takes, however long the name of the team is', async () => {
  vi.stubEnv('ONCE_TEAM_ALLOW_LOOPBACK', '1');
  const { folder: home, members } = await startServerTeam(['Ann']);
  const [ann] = members as [Member];
  await ann.team().close();
  const { connection } = await teamFoldersOf(ann.deps.teamFolder, ann.library);
  const connected = await readConnection(connection);
  if (connected === null) throw new Error('not connected');
  await writeConnection(connection, { ...connected, name: '過'.repeat(200) });
  const app = startTeamApp({ folder: ann.library, team: ann.deps.teamFolder });
  const copied = await app.handlers['team:keep-copy']({ library: handleOf(ann.library) });
  const folder = path.join(home, 'Ann', `${'過'.repeat(66)} (my copy)`);
  expect(copied).toMatchObject({ ok: true, value: { path: folder } });
  await app.close();
});

it('what git said about a failure is among its details, and in the log under the same reference', async () => {
  vi.stubEnv('ONCE_TEAM_ALLOW_LOOPBACK', '1');
  const { handlers, logEvent } = await startEncrypted();
  const tryIt = () => handlers['team:try']({ address: 'git://127.0.0.1:1/payments.git' });
  const tried = await tryIt();
  const problem = tried.ok && tried.value.is === 'refused' ? tried.value.problem : null;
  expect(problem).toMatchObject({ kind: 'connection-refused', details: expect.stringContaining('Connection refused') });
  await tryIt();
  expect(logEvent.mock.calls).toEqual([
    ['team-failed', { reference: problem?.reference, kind: 'connection-refused', said: expect.any(String) }],
  ]);
  expect(JSON.stringify(logEvent.mock.calls)).not.toMatch(/payments|127\.0\.0\.1/);
});
