import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it, type TestContext } from 'vitest';

import { findGitProgram } from '#main/team/git/git-program.ts';
import { acceptHostKey, type HostKeyContext, parseHostKeys, readHostKey } from '#main/team/git/host-key.ts';
import { parseLockedKey } from '#main/team/git/locked-key.ts';
import type { TeamRepository } from '#main/team/git/team-repository.ts';
import { skipBecause } from '#test/support/skip-without.ts';
import { createBareRepository } from '#test/support/team/git-command.ts';
import { commitFiles, openTestRepository, valueOf } from '#test/support/team/open-test-repository.ts';
import { type SshServer, startSshServer, whyNoSshServer } from '#test/support/team/ssh-server.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const MAIN = 'refs/heads/main';

async function startAll(
  context: TestContext,
  options: { passphrase?: string } = {},
): Promise<{
  server: SshServer;
  repository: TeamRepository;
  knownHostsFile: string;
  keys: HostKeyContext;
  bare: string;
}> {
  const reason = whyNoSshServer();
  if (reason !== null) skipBecause(reason, context);
  const folder = temporaryFolder();
  const server = await startSshServer(folder, options);
  // A space and a quote: the path reaches ssh through a shell.
  const own = path.join(temporaryFolder(), "Ada's files");
  const knownHostsFile = path.join(own, 'known hosts');
  const repository = await openTestRepository(own, { knownHostsFile, sshConfigFile: server.configFile });
  const keys = {
    program: await valueOf(findGitProgram(process.env)),
    environment: process.env,
    emptyFolder: folder,
    sshConfigFile: server.configFile,
  };
  return { server, repository, knownHostsFile, keys, bare: createBareRepository(folder) };
}

describe('an ssh server', () => {
  it('that is unknown is refused until its key is accepted, which is asked once', async (context) => {
    const { server, repository, knownHostsFile, keys, bare } = await startAll(context);
    server.acceptKey();
    const address = server.addressOf(bare);
    const host = `[127.0.0.1]:${server.port}`;
    expect(await repository.lsRemote(address)).toMatchObject({ ok: false, error: { kind: 'unknown-host', host } });
    const key = await valueOf(readHostKey(address, keys));
    expect(key).toMatchObject({ host, type: 'ED25519', fingerprint: server.fingerprint() });
    await valueOf(acceptHostKey(key, knownHostsFile));
    expect(await repository.lsRemote(address)).toEqual({ ok: true, value: new Map() });
    // Nobody has begun anything there: that is no lost connection.
    const begun = await repository.fetchRef(address, { from: MAIN, to: 'refs/once/theirs' });
    expect(begun).toEqual({ ok: true, value: null });
    const commit = await commitFiles(repository, { 'a.txt': 'a' });
    expect(await repository.push(address, { commit, to: MAIN, expected: null })).toEqual({ ok: true, value: null });
    expect(await valueOf(repository.fetchRef(address, { from: MAIN, to: 'refs/once/theirs' }))).toBe(commit);
    // The person's own file is not written.
    expect(readFileSync(server.knownHosts, 'utf8')).toBe('');
  });

  it('with another key than before is refused', async (context) => {
    const { server, repository, knownHostsFile, keys, bare } = await startAll(context);
    server.acceptKey();
    const address = server.addressOf(bare);
    await valueOf(acceptHostKey(await valueOf(readHostKey(address, keys)), knownHostsFile));
    await valueOf(repository.lsRemote(address));
    await server.changeHostKey();
    const refused = { ok: false, error: { kind: 'host-key-changed', host: `[127.0.0.1]:${server.port}` } };
    expect(await repository.lsRemote(address)).toMatchObject(refused);
    const commit = await commitFiles(repository, { 'a.txt': 'a' });
    expect(await repository.push(address, { commit, to: MAIN, expected: null })).toMatchObject(refused);
    // After the team confirmed the new key, it takes the place of the old one.
    await valueOf(acceptHostKey(await valueOf(readHostKey(address, keys)), knownHostsFile));
    expect(await repository.lsRemote(address)).toMatchObject({ ok: true });
    expect(readFileSync(knownHostsFile, 'utf8').trim().split('\n')).toHaveLength(1);
  });

  it('that accepts no key says so, and a locked key is named', async (context) => {
    const plain = await startAll(context);
    await valueOf(
      acceptHostKey(await valueOf(readHostKey(plain.server.addressOf('/x'), plain.keys)), plain.knownHostsFile),
    );
    expect(await plain.repository.lsRemote(plain.server.addressOf(plain.bare))).toMatchObject({
      ok: false,
      error: { kind: 'key-refused' },
    });
    const locked = await startAll(context, { passphrase: 'a long passphrase' });
    locked.server.acceptKey();
    const address = locked.server.addressOf(locked.bare);
    await valueOf(acceptHostKey(await valueOf(readHostKey(address, locked.keys)), locked.knownHostsFile));
    expect(await locked.repository.lsRemote(address)).toMatchObject({
      ok: false,
      error: { kind: 'key-locked', keyFile: locked.server.keyFile },
    });
    expect(parseLockedKey(readFileSync(plain.server.keyFile, 'utf8'))).toBeNull();
    expect(parseLockedKey(readFileSync(locked.server.keyFile, 'utf8'))?.fingerprint).toMatch(/^SHA256:\S{43}$/);
  });

  it('without the repository says so', async (context) => {
    const { server, repository, knownHostsFile, keys } = await startAll(context);
    server.acceptKey();
    const address = server.addressOf('/no/such/team.git');
    await valueOf(acceptHostKey(await valueOf(readHostKey(address, keys)), knownHostsFile));
    expect(await repository.lsRemote(address)).toMatchObject({ ok: false, error: { kind: 'no-repository' } });
  });
});

it('the best of several host keys is shown, and other lines are not keys', () => {
  const output = '# 127.0.0.1:22 SSH-2.0\nh ssh-rsa QUJD\nh ssh-ed25519 QUJD\nh ssh-evil QUJD\n-oProxyCommand=x\n';
  expect(parseHostKeys(output, 'example.org').map(({ line }) => line)).toEqual([
    'example.org ssh-ed25519 QUJD',
    'example.org ssh-rsa QUJD',
  ]);
});
