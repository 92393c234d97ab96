import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { skipBecause } from '#test/support/skip-without.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { createBareRepository } from '#test/support/team/git-command.ts';
import { addressOnHosts, type Host, startHosts, whyNoHosts } from '#test/support/team/lonely-hosts.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

it('two computers and a server with networks of their own: one is cut off, goes on writing, and catches up', async (context) => {
  const reason = whyNoHosts();
  if (reason !== null) skipBecause(reason, context);
  const folder = temporaryFolder();
  createBareRepository(folder);
  const [ann, ben] = (await startHosts(folder, 2)) as [Host, Host];
  const libraryOf = (name: string): string => path.join(folder, name, 'library');
  const team = (host: Host, name: string, command: string, ...more: readonly string[]): unknown => {
    const data = ['--library', libraryOf(name), '--user-data', path.join(folder, name, 'data')];
    const printed = host.run(process.execPath, ['scripts/team/team.ts', command, ...data, ...more], {
      ONCE_TEAM_ALLOW_LOOPBACK: '1',
    });
    return JSON.parse(printed) as unknown;
  };
  const put = (name: string, title: string, number: number): void => {
    const coe = someCoe({ title }, number);
    writeFileSync(path.join(libraryOf(name), 'coes', `${coe.id}.json`), writeCoe(coe));
  };
  const titles = (name: string): string[] =>
    readdirSync(path.join(libraryOf(name), 'coes'))
      .map((file) => readFileSync(path.join(libraryOf(name), 'coes', file), 'utf8'))
      .map((text) => (JSON.parse(text) as { title: string }).title)
      .toSorted();

  for (const [host, name] of [
    [ann, 'Ann'],
    [ben, 'Ben'],
  ] as const)
    expect(team(host, name, 'connect', '--remote', addressOnHosts('team.git'), '--name', name)).toMatchObject({
      state: 'shared',
    });
  ben.plug(false);
  put('Ann', 'By Ann', 1);
  put('Ben', 'By Ben', 2);
  expect(team(ann, 'Ann', 'sync')).toMatchObject({ pushed: 1, state: 'shared' });
  expect(team(ben, 'Ben', 'sync')).toMatchObject({ pushed: 0, fetched: 0, state: 'offline', unshared: 1 });
  expect(titles('Ben')).toEqual(['By Ben']);
  ben.plug(true);
  expect(team(ben, 'Ben', 'sync')).toMatchObject({ fetched: 1, state: 'shared', unshared: 0 });
  expect(team(ann, 'Ann', 'sync')).toMatchObject({ state: 'shared' });
  for (const name of ['Ann', 'Ben']) expect(titles(name)).toEqual(['By Ann', 'By Ben']);
});
