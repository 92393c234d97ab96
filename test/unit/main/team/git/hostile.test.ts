import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';

import { describe, expect, it } from 'vitest';

import type { Oid } from '#domain/team/oid.ts';
import { parseRemoteAddress, type RemoteAddress } from '#domain/team/remote-address.ts';
import type { TeamRepository } from '#main/team/git/team-repository.ts';
import { createBareRepository, PLAIN_GIT_ENVIRONMENT, plainGit } from '#test/support/team/git-command.ts';
import { startGitDaemon } from '#test/support/team/git-daemon.ts';
import { commitFiles, openTestRepository, valueOf } from '#test/support/team/open-test-repository.ts';
import { skipBecause } from '#test/support/skip-without.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/**
 * Each test plants something that runs a program when git is used carelessly. The program creates a marker file. A
 * control with plain git shows that the plant works; the same with Once leaves no marker.
 */
const MAIN = 'refs/heads/main';
const THEIRS = 'refs/once/theirs';

/** A marker, and a program that creates it. */
function plantMarker(): { readonly script: string; readonly wasRun: () => boolean } {
  const folder = temporaryFolder();
  const marker = path.join(folder, 'marker');
  const script = path.join(folder, 'evil.sh');
  writeFileSync(script, `#!/bin/sh\n: > ${marker}\ncat >/dev/null 2>&1 </dev/null\nexit 0\n`, { mode: 0o755 });
  return {
    script,
    wasRun: () => {
      const was = existsSync(marker);
      rmSync(marker, { force: true });
      return was;
    },
  };
}

/** Plain git; how it ends does not matter. */
const carelessly = (folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void => {
  spawnSync('git', args, { cwd: folder, env: { ...PLAIN_GIT_ENVIRONMENT, ...env }, stdio: 'pipe' });
};

/** An address that the parser would refuse, as if it had not. */
const forged = (text: string, protocol: RemoteAddress['protocol'] = 'ssh'): RemoteAddress => ({
  text,
  protocol,
  host: 'localhost',
  port: null,
  user: null,
  path: text,
});

/** Everything that the repository can do with what it holds. */
async function useEverything(repository: TeamRepository, tip: Oid): Promise<void> {
  const next = await commitFiles(repository, { 'coes/new.json': '{}' });
  await valueOf(repository.listTree(tip));
  await valueOf(repository.changedPaths(tip, next));
  await valueOf(repository.changedPaths(null, next));
  await valueOf(repository.historyOf(next, 'coes/new.json', 10));
  await valueOf(repository.readFileAt(next, 'coes/new.json'));
  await valueOf(repository.mergeBase(tip, next));
  await valueOf(repository.aheadBehind(tip, next));
  await valueOf(repository.moveRef('refs/once/mark', next, null));
  await valueOf(repository.createBundle({ file: path.join(temporaryFolder(), 'b'), ref: MAIN, without: [] }));
  await valueOf(repository.repackWhenMoreThan(0));
}

describe('nothing of a hostile repository runs:', () => {
  it('core.fsmonitor in the configuration of a folder that came from elsewhere', async () => {
    const { script, wasRun } = plantMarker();
    const hostile = temporaryFolder();
    plainGit(hostile, ['init', '--quiet']);
    plainGit(hostile, ['config', 'core.fsmonitor', script]);
    carelessly(hostile, ['status']);
    expect(wasRun()).toBe(true);
    // Even with our folders inside it.
    const repository = await openTestRepository(path.join(hostile, 'inside'));
    await useEverything(repository, await commitFiles(repository, { 'a.txt': 'a' }));
    expect(wasRun()).toBe(false);
  });

  it('hooks and programs in the configuration of the repository on this computer', async () => {
    const { script, wasRun } = plantMarker();
    const folder = temporaryFolder();
    const repository = await openTestRepository(folder);
    const tip = await commitFiles(repository, { 'a.txt': 'a' });
    const gitDir = path.join(folder, 'library.git');
    mkdirSync(path.join(gitDir, 'hooks'));
    for (const hook of ['reference-transaction', 'pre-push', 'post-update', 'pre-auto-gc', 'post-rewrite']) {
      writeFileSync(path.join(gitDir, 'hooks', hook), `#!/bin/sh\nexec ${script}\n`, { mode: 0o755 });
    }
    plainGit(gitDir, ['config', 'core.fsmonitor', script]);
    plainGit(gitDir, ['config', 'core.pager', script]);
    plainGit(gitDir, ['config', 'core.sshCommand', script]);
    carelessly(gitDir, ['update-ref', 'refs/heads/x', tip]);
    expect(wasRun()).toBe(true);
    await useEverything(repository, tip);
    const served = temporaryFolder();
    createBareRepository(served);
    const address = (await startGitDaemon(served)).addressOf('team.git');
    await valueOf(repository.push(address, { commit: tip, to: MAIN, expected: null }));
    await valueOf(repository.fetchRef(address, { from: MAIN, to: THEIRS }));
    expect(wasRun()).toBe(false);
  });

  it('a post-receive hook of a repository on a share', async () => {
    const { script, wasRun } = plantMarker();
    const share = temporaryFolder();
    const bare = createBareRepository(share);
    writeFileSync(path.join(bare, 'hooks/post-receive'), `#!/bin/sh\nexec ${script}\n`, { mode: 0o755 });
    const folder = temporaryFolder();
    const repository = await openTestRepository(folder);
    const commit = await commitFiles(repository, { 'a.txt': 'a' });
    // Also with hooks switched off on the side that pushes.
    carelessly(path.join(folder, 'library.git'), [
      '-c',
      'core.hooksPath=/dev/null',
      'push',
      bare,
      `${commit}:refs/heads/x`,
    ]);
    expect(wasRun()).toBe(true);
    for (const text of [bare, `file://${bare}`, `//server/${bare}`, String.raw`\\server\share\team.git`]) {
      expect(parseRemoteAddress(text, { allowLoopback: true })).toEqual({ ok: false, error: 'local-path' });
    }
    for (const text of [bare, `file://${bare}`]) {
      const pushed = await repository.push(forged(text), { commit, to: MAIN, expected: null });
      expect(pushed.ok).toBe(false);
      expect((await repository.fetchRef(forged(text), { from: 'refs/heads/x', to: THEIRS })).ok).toBe(false);
      expect((await repository.lsRemote(forged(text, 'https'))).ok).toBe(false);
    }
    expect(wasRun()).toBe(false);
  });

  it('core.alternateRefsCommand of a share, which runs even with its hooks switched off', async () => {
    const { script, wasRun } = plantMarker();
    const share = temporaryFolder();
    const [bare, other] = [createBareRepository(share), createBareRepository(share, 'other.git')];
    plainGit(bare, ['config', 'core.alternateRefsCommand', script]);
    writeFileSync(path.join(bare, 'objects/info/alternates'), `${path.join(other, 'objects')}\n`);
    const folder = temporaryFolder();
    const repository = await openTestRepository(folder);
    const commit = await commitFiles(repository, { 'a.txt': 'a' });
    const receiver = '--receive-pack=git -c core.hooksPath=/dev/null receive-pack';
    carelessly(path.join(folder, 'library.git'), ['push', receiver, bare, `${commit}:refs/heads/x`]);
    expect(wasRun()).toBe(true);
    expect((await repository.push(forged(bare), { commit, to: MAIN, expected: null })).ok).toBe(false);
    expect(wasRun()).toBe(false);
  });

  it('uploadpack.packObjectsHook of a share', async () => {
    const { script, wasRun } = plantMarker();
    const share = temporaryFolder();
    const bare = createBareRepository(share);
    const repository = await openTestRepository(temporaryFolder());
    const commit = await commitFiles(repository, { 'a.txt': 'a' });
    const address = (await startGitDaemon(share)).addressOf('team.git');
    await valueOf(repository.push(address, { commit, to: MAIN, expected: null }));
    plainGit(bare, ['config', 'uploadpack.packObjectsHook', script]);
    const configuration = path.join(share, 'gitconfig');
    writeFileSync(configuration, `[uploadpack]\n\tpackObjectsHook = ${script}\n`);
    const clone = createBareRepository(temporaryFolder(), 'clone.git');
    carelessly(clone, ['fetch', bare, 'main'], { GIT_CONFIG_GLOBAL: configuration });
    expect(wasRun()).toBe(true);
    expect((await repository.fetchRef(forged(bare), { from: MAIN, to: THEIRS })).ok).toBe(false);
    expect(wasRun()).toBe(false);
  });

  it('an ext:: address', async () => {
    const { script, wasRun } = plantMarker();
    const repository = await openTestRepository(temporaryFolder());
    const text = `ext::${script}`;
    carelessly('/tmp', ['-c', 'protocol.ext.allow=always', 'ls-remote', text]);
    expect(wasRun()).toBe(true);
    expect(parseRemoteAddress(text, { allowLoopback: true })).toEqual({ ok: false, error: 'remote-helper' });
    for (const protocol of ['ssh', 'https', 'loopback'] as const) {
      expect((await repository.lsRemote(forged(text, protocol))).ok).toBe(false);
    }
    expect(wasRun()).toBe(false);
  });

  it('a filter, a difference driver or a merge driver named by .gitattributes', async () => {
    const { script, wasRun } = plantMarker();
    const home = temporaryFolder();
    const drivers = `[filter "evil"]\n\tsmudge = ${script}\n\tclean = ${script}\n\tprocess = ${script}\n[diff "evil"]\n\ttextconv = ${script}\n\tcommand = ${script}\n[merge "evil"]\n\tdriver = ${script}\n`;
    writeFileSync(path.join(home, '.gitconfig'), drivers);
    const folder = temporaryFolder();
    const repository = await openTestRepository(folder, { environment: { ...process.env, HOME: home } });
    const gitDir = path.join(folder, 'library.git');
    writeFileSync(path.join(gitDir, 'config'), `[core]\n\tbare = true\n${drivers}`);
    const attributes = '* filter=evil diff=evil merge=evil\n';
    const tip = await commitFiles(repository, { '.gitattributes': attributes, 'coes/new.json': '1' });
    const work = temporaryFolder();
    carelessly(work, [`--git-dir=${gitDir}`, '--work-tree=.', 'checkout', 'main', '--', '.']);
    expect(wasRun()).toBe(true);
    await useEverything(repository, tip);
    expect(wasRun()).toBe(false);
  });

  it('programs named in the environment or in the person’s own configuration', async () => {
    const { script, wasRun } = plantMarker();
    const home = temporaryFolder();
    const settings = `[core]\n\tsshCommand = ${script}\n\tgitProxy = ${script}\n\taskPass = ${script}\n[url "ext::${script} "]\n\tinsteadOf = ssh://\n`;
    writeFileSync(path.join(home, '.gitconfig'), settings);
    const variables = {
      GIT_SSH_COMMAND: script,
      GIT_SSH: script,
      GIT_PROXY_COMMAND: script,
      GIT_ASKPASS: script,
      SSH_ASKPASS: script,
      SSH_ASKPASS_REQUIRE: 'force',
      GIT_EXTERNAL_DIFF: script,
      GIT_PAGER: script,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.sshCommand',
      GIT_CONFIG_VALUE_0: script,
      GIT_CONFIG_PARAMETERS: `'core.fsmonitor'='${script}'`,
    };
    const address = parseRemoteAddress('ssh://git@127.0.0.1:9/team.git', { allowLoopback: false });
    if (!address.ok) throw new Error(address.error);
    carelessly('/tmp', ['ls-remote', address.value.text], { GIT_SSH_COMMAND: script });
    expect(wasRun()).toBe(true);
    carelessly('/tmp', ['ls-remote', address.value.text], {
      HOME: home,
      GIT_CONFIG_GLOBAL: path.join(home, '.gitconfig'),
      GIT_ALLOW_PROTOCOL: 'ext',
    });
    expect(wasRun()).toBe(true);
    const environment = { ...process.env, ...variables, HOME: home };
    const repository = await openTestRepository(temporaryFolder(), { environment });
    await useEverything(repository, await commitFiles(repository, { 'a.txt': 'a' }));
    expect(await repository.lsRemote(address.value)).toMatchObject({
      ok: false,
      error: { kind: 'connection-refused' },
    });
    expect(wasRun()).toBe(false);
  });
});

describe('a share owned by somebody else', () => {
  it('is refused as a repository, but a bundle in it is taken', async (context) => {
    if (process.getuid?.() !== 0) skipBecause('only root can give a file to another user', context);
    const share = temporaryFolder();
    const bare = createBareRepository(share);
    const ada = await openTestRepository(temporaryFolder());
    const tip = await commitFiles(ada, { 'a.txt': 'a' });
    const file = path.join(share, 'outbox/ada/1.bundle');
    expect(await valueOf(ada.createBundle({ file, ref: MAIN, without: [] }))).toBe(true);
    const colleague = 54_321;
    for (const owned of [bare, file]) chownSync(owned, colleague, colleague);
    chmodSync(file, 0o644);
    const plain = spawnSync('git', ['ls-remote', bare], { env: { ...PLAIN_GIT_ENVIRONMENT }, encoding: 'utf8' });
    expect(plain.stderr).toContain('dubious ownership');
    const ben = await openTestRepository(temporaryFolder());
    expect((await ben.lsRemote(forged(bare))).ok).toBe(false);
    expect(await valueOf(ben.fetchBundle({ file, from: MAIN, to: THEIRS, maxBytes: 1e6 }))).toBe(tip);
  });
});

/** Writes a tree object byte by byte, which git's own commands would refuse to. */
function hostileCommit(
  bare: string,
  entries: readonly (readonly [mode: string, name: string, text: string])[],
): string {
  const bytes = Buffer.concat(
    entries.map(([mode, name, content]) => {
      const isTree = mode === '40000';
      const oid = isTree
        ? plainGit(
            bare,
            ['mktree'],
            `100644 blob ${plainGit(bare, ['hash-object', '-w', '--stdin'], content)}\tconfig\n`,
          )
        : plainGit(bare, ['hash-object', '-w', '--stdin'], content);
      return Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')]);
    }),
  );
  const tree = plainGit(bare, ['hash-object', '-t', 'tree', '--literally', '-w', '--stdin'], bytes);
  const commit = plainGit(bare, ['commit-tree', '-m', 'hostile', tree]);
  plainGit(bare, ['update-ref', MAIN, commit]);
  return commit;
}

describe('a tree that would be dangerous to write to a disk', () => {
  it.each([
    ['.git as a folder', [['40000', '.git', '[core]']]],
    ['.GIT as a folder', [['40000', '.GIT', '[core]']]],
    ['git~1 as a folder', [['40000', 'git~1', '[core]']]],
    ['a path that leads out', [['40000', '..', 'x']]],
    ['.gitmodules as a link', [['120000', '.gitmodules', '/etc/passwd']]],
  ] as const)('is refused, by connection and by bundle: %s', async (_name, entries) => {
    const served = temporaryFolder();
    const bare = createBareRepository(served);
    const commit = hostileCommit(bare, entries);
    const daemon = await startGitDaemon(served);
    const address = daemon.addressOf('team.git');
    const file = path.join(served, 'hostile.bundle');
    plainGit(bare, ['bundle', 'create', '--quiet', file, MAIN]);
    for (const source of [address.text, file]) {
      const careless = createBareRepository(temporaryFolder(), 'careless.git');
      plainGit(careless, ['fetch', '--quiet', source, `${MAIN}:${MAIN}`]);
      expect(plainGit(careless, ['rev-parse', MAIN])).toBe(commit);
    }
    const repository = await openTestRepository(temporaryFolder());
    const refused = { ok: false, error: { kind: 'fsck-refused' } };
    expect(await repository.fetchRef(address, { from: MAIN, to: THEIRS })).toMatchObject(refused);
    expect(await repository.fetchBundle({ file, from: MAIN, to: THEIRS, maxBytes: 1e6 })).toMatchObject(refused);
    expect(await valueOf(repository.readRef(THEIRS))).toBeNull();
    // The rest goes on working.
    await commitFiles(repository, { 'a.txt': 'a' });
  });
});
