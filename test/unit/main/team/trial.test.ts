import { existsSync } from 'node:fs';
import path from 'node:path';

import { expect, it, vi } from 'vitest';

import { tryAddress } from '#main/team/try-place.ts';
import { trialFoldersOf } from '#main/team/trial-place.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { createBareRepository, plainGit } from '#test/support/team/git-command.ts';
import { startGitDaemon } from '#test/support/team/git-daemon.ts';
import { startTeamApp } from '#test/support/team/team-app.ts';
import { joinTeam } from '#test/support/team/test-teams.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** A server with a team library and another repository, and the app of somebody who is in no team. */
async function startOutsider() {
  vi.stubEnv('ONCE_TEAM_ALLOW_LOOPBACK', '1');
  const home = temporaryFolder();
  createBareRepository(home);
  const strange = createBareRepository(home, 'strange.git');
  const tree = plainGit(strange, ['mktree']);
  plainGit(strange, ['update-ref', 'refs/heads/main', plainGit(strange, ['commit-tree', '-m', 'Else', tree])]);
  const daemon = await startGitDaemon(home);
  const ann = await joinTeam(home, 'Ann', daemon.addressOf('team.git'));
  ann.put(someCoe());
  await ann.team().exchange();
  await ann.team().close();
  const places = { folder: path.join(home, 'library'), team: path.join(home, 'outsider') };
  const { gitDir } = await trialFoldersOf(places.team);
  return { daemon, ann, places, start: () => startTeamApp(places), isFetched: () => existsSync(gitDir) };
}

it('what a try fetched is removed when nobody is going to connect to it', async () => {
  const { daemon, start, isFetched } = await startOutsider();
  const app = start();
  const tried = await app.handlers['team:try']({ address: daemon.addressOf('team.git').text });
  expect(tried).toMatchObject({ ok: true, value: { is: 'reachable', coes: 1 } });
  expect(isFetched()).toBe(true);
  expect(await app.handlers['team:end-try']({})).toEqual({ ok: true, value: null });
  expect(isFetched()).toBe(false);
  await app.close();
});

it('a try that fails leaves nothing that it fetched', async () => {
  const { daemon, start, isFetched } = await startOutsider();
  const app = start();
  const tried = await app.handlers['team:try']({ address: daemon.addressOf('strange.git').text });
  expect(tried).toMatchObject({ ok: true, value: { is: 'refused', problem: { kind: 'not-a-team-library' } } });
  expect(isFetched()).toBe(false);
  await app.close();
});

it('what a try left when the app crashed is removed at the next start', async () => {
  const { daemon, ann, places, start, isFetched } = await startOutsider();
  const deps = { ...ann.deps, teamFolder: places.team };
  expect(await tryAddress(daemon.addressOf('team.git').text, deps)).toMatchObject({ ok: true });
  expect(isFetched()).toBe(true);
  const app = start();
  await expect.poll(isFetched).toBe(false);
  await app.close();
});

it('what cannot be an address is refused without a thread', async () => {
  const home = temporaryFolder();
  const worker = new URL('no-such-worker.ts', import.meta.url);
  const app = startTeamApp({ folder: path.join(home, 'library'), team: path.join(home, 'team'), worker });
  const address = '/srv/git/team.git';
  const problem = { kind: 'address' };
  const refused = { ok: true, value: { is: 'refused', problem } };
  expect(await app.handlers['team:try']({ address })).toMatchObject(refused);
  expect(await app.handlers['team:trust-host']({ address, fingerprint: '' })).toMatchObject(refused);
  expect(await app.handlers['team:sign-in']({ address })).toMatchObject({ ok: true, value: problem });
  await app.close();
});
