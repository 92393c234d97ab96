import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it, vi } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { connectAndExchange } from '#main/team/connect-and-exchange.ts';
import { readConnection, teamFoldersOf } from '#main/team/connection.ts';
import type { TeamDeps } from '#main/team/team-deps.ts';
import { openTeamLibrary } from '#main/team/team-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { createBareRepository, plainGit } from '#test/support/team/git-command.ts';
import { startGitDaemon } from '#test/support/team/git-daemon.ts';
import { startTeamApp } from '#test/support/team/team-app.ts';
import { startServerTeam } from '#test/support/team/start-team.ts';
import { joinTeam, type Member } from '#test/support/team/test-teams.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

async function startServer() {
  const home = temporaryFolder();
  const repository = createBareRepository(home);
  const daemon = await startGitDaemon(home);
  return { home, repository, daemon, address: daemon.addressOf('team.git') };
}

/** Ann, alone in a team with a server. */
async function startAlone() {
  const team = await startServerTeam(['Ann']);
  const [ann] = team.members as [Member];
  return { ...team, ann };
}

/** A cancel button that is pressed when the library is connected, and its first exchange calls the server. */
async function cancelInExchange(library: string, deps: TeamDeps) {
  const { connection } = await teamFoldersOf(deps.teamFolder, library);
  const textNow = (): string | null => (existsSync(connection) ? readFileSync(connection, 'utf8') : null);
  const before = textNow();
  const controller = new AbortController();
  const onProgress = (): void => {
    if (textNow() !== before) controller.abort();
  };
  return { signal: controller.signal, deps: { ...deps, onProgress } };
}

describe('cancelling a connection', () => {
  it('leaves a library connected that was connected before', async () => {
    const { ann, address } = await startAlone();
    ann.put(someCoe());
    await ann.team().exchange();
    await ann.team().close();
    const { connection } = await teamFoldersOf(ann.deps.teamFolder, ann.library);
    const before = await readConnection(connection);
    const cancel = await cancelInExchange(ann.library, ann.deps);
    const request = { library: ann.library, address: address.text, me: 'Anna', teamName: '', copyOf: null };
    const done = await connectAndExchange(request, cancel.deps, cancel.signal);
    expect(cancel.signal.aborted).toBe(true);
    expect(done).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(await readConnection(connection)).toEqual(before);
    await ann.open();
    expect(await ann.team().exchange()).toMatchObject({ pushed: 0, fetched: 0 });
    expect(Object.keys(ann.coes())).toHaveLength(1);
    await ann.team().close();
  });

  it('leaves an empty folder empty, and the next try can begin with a copy again', async () => {
    const { home, repository, address } = await startServer();
    const own = path.join(home, 'own');
    mkdirSync(path.join(own, 'coes'), { recursive: true });
    const coe = someCoe();
    writeFileSync(path.join(own, 'coes', `${coe.id}.json`), writeCoe(coe));
    const ann = await joinTeam(home, 'Ann', { sharedFolder: sharedFolderIn(home) });
    await ann.team().close();
    const library = path.join(home, 'team library');
    mkdirSync(library);
    const cancel = await cancelInExchange(library, ann.deps);
    const request = { library, address: address.text, me: 'Ann', teamName: 'Ours', copyOf: own };
    const done = await connectAndExchange(request, cancel.deps, cancel.signal);
    expect(cancel.signal.aborted).toBe(true);
    expect(done).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(readdirSync(library)).toEqual([]);
    const folders = await teamFoldersOf(ann.deps.teamFolder, library);
    for (const place of [folders.connection, folders.agreed, folders.gitDir]) expect(existsSync(place)).toBe(false);
    expect(await connectAndExchange(request, ann.deps, new AbortController().signal)).toEqual({
      ok: true,
      value: null,
    });
    expect(plainGit(repository, ['ls-tree', '-r', '--name-only', 'main'])).toContain(coe.id);
  });
});

describe('a connection whose file cannot be read by this version', () => {
  const UNREADABLE = '{"format":"once-team-connection","version":2}';

  async function startWithUnsharedComment() {
    const server = await startAlone();
    const { ann } = server;
    const coe = someCoe();
    ann.put(coe);
    await ann.team().exchange();
    const place = { section: 'cause', row: null } as const;
    await ann.team().addComment({ coeId: coe.id, kind: 'comment', place, replyTo: null, text: 'Why then?' });
    await ann.team().close();
    const { connection } = await teamFoldersOf(ann.deps.teamFolder, ann.library);
    writeFileSync(connection, UNREADABLE);
    const request = { library: ann.library, address: server.address.text, me: 'Ann', teamName: '', copyOf: null };
    return { ...server, connection, request };
  }

  it('keeps comments that nobody else has when another try fails, and shares them at the next one', async () => {
    const { ann, connection, daemon, repository, request } = await startWithUnsharedComment();
    const nowhere = { ...request, address: daemon.addressOf('nowhere.git').text };
    expect(await connectAndExchange(nowhere, ann.deps, new AbortController().signal)).toMatchObject({ ok: false });
    expect(readFileSync(connection, 'utf8')).toBe(UNREADABLE);
    await connectAndExchange(request, ann.deps, new AbortController().signal);
    expect(plainGit(repository, ['grep', 'Why then', 'main'])).not.toBe('');
  });

  it('keeps them, and the file, when another try is cancelled', async () => {
    const { ann, connection, repository, request } = await startWithUnsharedComment();
    const cancel = await cancelInExchange(ann.library, ann.deps);
    expect(await connectAndExchange(request, cancel.deps, cancel.signal)).toMatchObject({ ok: false });
    expect(cancel.signal.aborted).toBe(true);
    expect(readFileSync(connection, 'utf8')).toBe(UNREADABLE);
    await connectAndExchange(request, ann.deps, new AbortController().signal);
    expect(plainGit(repository, ['grep', 'Why then', 'main'])).not.toBe('');
  });
});

it('an empty folder is empty again when git is replaced by one that is too old while it is connected', async () => {
  const { home, address } = await startServer();
  const own = await joinTeam(home, 'Ann', { sharedFolder: sharedFolderIn(home) });
  own.put(someCoe());
  await own.team().close();
  const library = path.join(home, 'team library');
  mkdirSync(library);
  const folders = await teamFoldersOf(own.deps.teamFolder, library);
  const [programs, searched] = [path.join(home, 'programs'), process.env['PATH'] ?? ''];
  mkdirSync(programs);
  const script = `[ -e '${folders.connection}' ] && echo git version 2.30.2 || PATH='${searched}' exec git "$@"`;
  writeFileSync(path.join(programs, 'git'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const environment = { ...own.deps.environment, PATH: `${programs}:${searched}` };
  const request = { library, address: address.text, me: 'Ann', teamName: 'Ours', copyOf: own.library };
  const { signal } = new AbortController();
  expect(await connectAndExchange(request, { ...own.deps, environment }, signal)).toMatchObject({
    ok: false,
    error: { kind: 'git-too-old' },
  });
  expect(readdirSync(library)).toEqual([]);
  for (const place of [folders.connection, folders.agreed, folders.gitDir]) expect(existsSync(place)).toBe(false);
  expect(await connectAndExchange(request, own.deps, signal)).toEqual({ ok: true, value: null });
});

const sharedFolderIn = (home: string): string => {
  const folder = path.join(home, 'shared');
  mkdirSync(folder);
  return folder;
};

it('connects a folder that does not exist yet, below a link', async () => {
  const { home, address } = await startServer();
  mkdirSync(path.join(home, 'real'));
  symlinkSync('real', path.join(home, 'link'));
  const ann = await joinTeam(path.join(home, 'link'), 'Ann', address);
  expect(await ann.team().state()).toMatchObject({ status: 'shared' });
  await ann.team().close();
});

it('a folder that was emptied, connected again, gets the COEs of the team back', async () => {
  const { ann, repository, address } = await startAlone();
  const coe = someCoe();
  ann.put(coe);
  await ann.team().exchange();
  await ann.team().close();
  for (const name of readdirSync(ann.library)) rmSync(path.join(ann.library, name), { recursive: true });
  const request = { library: ann.library, address: address.text, me: 'Ann', teamName: '' };
  await connectAndExchange({ ...request, copyOf: null }, ann.deps, new AbortController().signal);
  expect(Object.keys(ann.coes())).toEqual([`${coe.id}.json`]);
  expect(plainGit(repository, ['ls-tree', '-r', '--name-only', 'main'])).toContain(coe.id);
});

it('a library whose history is damaged is connected again while it is open, and what was not shared is shared then', async () => {
  vi.stubEnv('ONCE_TEAM_ALLOW_LOOPBACK', '1');
  const { ann, repository, address } = await startAlone();
  const coe = someCoe();
  ann.put(coe);
  await ann.team().exchange();
  // Committed here, and not with the team yet.
  ann.put({ ...coe, title: 'Not shared yet' });
  await ann.team().commit();
  await ann.team().close();
  const { gitDir } = await teamFoldersOf(ann.deps.teamFolder, ann.library);
  rmSync(path.join(gitDir, 'objects', 'pack'), { recursive: true });
  expect(await openTeamLibrary(ann.library, ann.deps)).toMatchObject({ error: { kind: 'repository-broken' } });

  const app = startTeamApp({ folder: ann.library, team: ann.deps.teamFolder });
  expect(await app.handlers['team:state']({})).toMatchObject({ value: { problem: { kind: 'repository-broken' } } });
  const chosen = await app.handlers['team:choose-folder']({});
  const folder = chosen.ok ? chosen.value.handle : '';
  const request = { address: address.text, me: 'Ann', teamName: '', start: 'nothing', folder } as const;
  const connected = await app.handlers['team:connect'](request);
  expect(connected).toMatchObject({ ok: true, value: { is: 'team', status: 'shared', problem: null } });
  // Without a common ancestor, only a person can say which of the two titles is right.
  const questions = await app.handlers['team:questions']({ coeId: coe.id });
  const kept = JSON.stringify([ann.coe(coe.id), questions]);
  for (const title of [coe.title, 'Not shared yet']) expect(kept).toContain(title);
  expect(plainGit(repository, ['grep', 'Not shared yet', 'main'])).not.toBe('');
  await app.close();
});

it('a failed sign-in promises nothing', async () => {
  const home = temporaryFolder();
  const app = startTeamApp({ folder: path.join(home, 'library'), team: path.join(home, 'team') });
  const signedIn = await app.handlers['team:sign-in']({ address: 'https://127.0.0.1:1/team.git' });
  expect(signedIn).toMatchObject({ ok: true, value: { kind: 'connection-refused' } });
  expect(JSON.stringify(signedIn)).not.toMatch(/will be shared|Once tries/);
  await app.close();
});
