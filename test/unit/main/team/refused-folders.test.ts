import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it, vi } from 'vitest';

import { readConnection, teamFoldersOf } from '#main/team/connection.ts';
import { filesUnder } from '#test/support/files-under.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { createBareRepository, plainGit } from '#test/support/team/git-command.ts';
import { startGitDaemon } from '#test/support/team/git-daemon.ts';
import { startTeamApp } from '#test/support/team/team-app.ts';
import { startTeam } from '#test/support/team/start-team.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** The app, whose person chooses this folder, and an empty repository. */
async function startApp(folder: string) {
  vi.stubEnv('ONCE_TEAM_ALLOW_LOOPBACK', '1');
  const home = temporaryFolder();
  const repository = createBareRepository(home);
  const address = (await startGitDaemon(home)).addressOf('team.git').text;
  const app = startTeamApp({ folder, team: path.join(home, 'team') });
  const choose = () => app.handlers['team:choose-folder']({});
  const connect = (handle: string, start: 'nothing' | 'copy-of-open-library' = 'nothing') =>
    app.handlers['team:connect']({ address, me: 'Ann', teamName: 'Ours', start, folder: handle });
  return { ...app, repository, choose, connect };
}

const NOT_EMPTY = { ok: false, error: { kind: 'folder-not-empty' } };

describe('a folder for a team library that is not empty', () => {
  it('is refused when it is chosen, and nothing in it is touched', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'letter.txt'), 'Dear Ann');
    const { choose, close } = await startApp(folder);
    expect(await choose()).toEqual(NOT_EMPTY);
    expect(readdirSync(folder)).toEqual(['letter.txt']);
    rmSync(path.join(folder, 'letter.txt'));
    expect(await choose()).toMatchObject({ ok: true, value: { path: folder } });
    await close();
  });

  it('is refused when something came into it between the choice and Connect', async () => {
    const folder = temporaryFolder();
    const { choose, connect, repository, opened, close } = await startApp(folder);
    const chosen = await choose();
    writeFileSync(path.join(folder, 'letter.txt'), 'Dear Ann');
    expect(await connect(chosen.ok ? chosen.value.handle : '')).toEqual(NOT_EMPTY);
    expect(readdirSync(folder)).toEqual(['letter.txt']);
    expect(plainGit(repository, ['for-each-ref'])).toBe('');
    expect(opened).toEqual([]);
    await close();
  });

  it('is refused for a copy, even if it was a team library before, which may be connected again', async () => {
    const { ann, address } = await startTeam();
    ann.put(someCoe());
    await ann.team().exchange();
    await ann.team().close();
    const before = filesUnder(ann.library);
    const { choose, connect, repository, handlers, close } = await startApp(ann.library);
    const chosen = await choose();
    const handle = chosen.ok ? chosen.value.handle : '';
    expect(await connect(handle, 'copy-of-open-library')).toEqual(NOT_EMPTY);
    expect(filesUnder(ann.library)).toEqual(before);
    expect(plainGit(repository, ['for-each-ref'])).toBe('');
    const again = { address: address.text, me: 'Ann', teamName: '', start: 'nothing', folder: handle } as const;
    expect(await handlers['team:connect'](again)).toMatchObject({ ok: true, value: { is: 'team', status: 'shared' } });
    await close();
  });
});

it('a library that is connected is not connected to another repository until it is disconnected', async () => {
  vi.stubEnv('ONCE_TEAM_ALLOW_LOOPBACK', '1');
  const { folder, ann, ben } = await startTeam();
  ann.put(someCoe());
  await ann.team().exchange();
  await ann.team().close();
  mkdirSync(path.join(folder, 'moved'));
  const repository = createBareRepository(path.join(folder, 'moved'));
  const moved = (await startGitDaemon(path.join(folder, 'moved'))).addressOf('team.git').text;
  const { connection } = await teamFoldersOf(ann.deps.teamFolder, ann.library);
  const before = await readConnection(connection);

  const app = startTeamApp({ folder: ann.library, team: ann.deps.teamFolder });
  const chosen = await app.handlers['team:choose-folder']({});
  const handle = chosen.ok ? chosen.value.handle : '';
  const request = { address: moved, me: 'Ann', teamName: '', start: 'nothing', folder: handle } as const;
  expect(await app.handlers['team:connect'](request)).toEqual({
    ok: false,
    error: {
      kind: 'team',
      problem: expect.objectContaining({
        kind: 'connected-already',
        what: 'This library is connected to another repository.',
        todo: 'Choose another folder. To move this library to the new repository, disconnect it first.',
      }),
    },
  });
  expect(plainGit(repository, ['for-each-ref'])).toBe('');
  // It goes on with the one from before.
  expect((await readConnection(connection))?.remote).toBe(before?.remote);
  const library = chosen.ok ? chosen.value.handle : '';
  expect(await app.handlers['team:sync']({ library })).toMatchObject({ ok: true, value: { status: 'shared' } });
  await ben.team().exchange();
  expect(ben.coes()).toEqual(ann.coes());

  await app.handlers['team:disconnect']({ library });
  expect(await app.handlers['team:connect'](request)).toMatchObject({ ok: true, value: { status: 'shared' } });
  expect(plainGit(repository, ['ls-tree', '-r', '--name-only', 'main'])).toContain(someCoe().id);
  await app.close();
});
