import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { findGitProgram } from '#main/team/git/git-program.ts';
import { openTeamRepository } from '#main/team/git/open-repository.ts';
import type { TeamRepository, TreeChange } from '#main/team/git/team-repository.ts';
import { runTool, whileMounted } from '#test/faults/mount.ts';
import { skipBecause } from '#test/support/skip-without.ts';
import { createBareRepository, plainGit } from '#test/support/team/git-command.ts';
import { startGitDaemon } from '#test/support/team/git-daemon.ts';
import { commitFiles, openTestRepository, valueOf } from '#test/support/team/open-test-repository.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const MAIN = 'refs/heads/main';
const THEIRS = 'refs/once/theirs';

/** A repository whose running git can be killed at any moment, as the system does when memory runs out. */
async function openKillable(): Promise<{
  folder: string;
  repository: TeamRepository;
  kill: () => void;
  arm: () => void;
}> {
  const folder = temporaryFolder();
  const program = await valueOf(findGitProgram(process.env));
  const [git, pidFile] = [path.join(folder, 'git'), path.join(folder, 'pid')];
  writeFileSync(git, `#!/bin/sh\necho $$ > ${pidFile}\nexec ${program.git} "$@"\n`, { mode: 0o755 });
  let isArmed = false;
  const kill = (): void => {
    try {
      process.kill(-Number(readFileSync(pidFile, 'utf8')), 'SIGKILL');
    } catch {
      // It was faster.
    }
  };
  const repository = await openTestRepository(folder, {
    program: { ...program, git },
    onProgress: ({ step }) => {
      if (isArmed && step !== 'connecting') kill();
    },
  });
  return { folder, repository, kill, arm: () => (isArmed = !isArmed) };
}

it('git killed while it writes a commit leaves the branch, and the next commit works', async () => {
  const { folder, repository, kill } = await openKillable();
  const base = await commitFiles(repository, { 'a.txt': 'base' });
  function* killedHalfway(): Generator<TreeChange> {
    for (let n = 0; n < 10; n++) yield { path: `${n}.txt`, bytes: randomBytes(200_000) };
    kill();
    for (let n = 10; n < 20; n++) yield { path: `${n}.txt`, bytes: randomBytes(200_000) };
  }
  const author = { name: 'Ada', email: 'ada@example.org' };
  const commit = { ref: MAIN, parents: [base], author, time: 1, message: 'killed', changes: killedHalfway() };
  expect(await repository.commit(commit)).toMatchObject({ ok: false, error: { kind: 'unexpected', code: null } });
  await valueOf(repository.initRepository());
  expect(await valueOf(repository.readRef(MAIN))).toBe(base);
  await commitFiles(repository, { 'b.txt': 'after' });
  expect(plainGit(path.join(folder, 'library.git'), ['fsck', '--full', '--strict'])).toBe('');
});

it('git killed during a push or a fetch leaves both sides whole, and the next one works', async () => {
  const served = temporaryFolder();
  const bare = createBareRepository(served);
  const daemon = await startGitDaemon(served);
  const address = daemon.addressOf('team.git');
  const ada = await openKillable();
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [`${n}.txt`, randomBytes(40_000).toString('hex')]),
  );
  const commit = await commitFiles(ada.repository, files);
  ada.arm();
  await ada.repository.push(address, { commit, to: MAIN, expected: null });
  ada.arm();
  // The server may have got everything, and move its branch after that.
  await daemon.quietAfter(1);
  await valueOf(ada.repository.initRepository());
  const there = (await valueOf(ada.repository.lsRemote(address))).get(MAIN) ?? null;
  expect([null, commit]).toContain(there);
  await valueOf(ada.repository.push(address, { commit, to: MAIN, expected: there }));
  expect(plainGit(bare, ['rev-parse', MAIN])).toBe(commit);
  const ben = await openKillable();
  ben.arm();
  await ben.repository.fetchRef(address, { from: MAIN, to: THEIRS });
  ben.arm();
  await valueOf(ben.repository.initRepository());
  expect([null, commit]).toContain(await valueOf(ben.repository.readRef(THEIRS)));
  expect(await valueOf(ben.repository.fetchRef(address, { from: MAIN, to: THEIRS }))).toBe(commit);
  expect(await valueOf(ben.repository.listTree(commit))).toHaveLength(40);
  expect(plainGit(path.join(ben.folder, 'library.git'), ['fsck', '--full', '--connectivity-only'])).toBe('');
});

it('a full disk is named, nothing is half, and it works once there is space', async (context) => {
  const place = path.join(temporaryFolder(), 'disk');
  mkdirSync(place);
  const served = temporaryFolder();
  createBareRepository(served);
  const address = (await startGitDaemon(served)).addressOf('team.git');
  const ada = await openTestRepository(temporaryFolder());
  const large = await commitFiles(ada, { 'large.txt': randomBytes(3_000_000).toString('hex') });
  await valueOf(ada.push(address, { commit: large, to: MAIN, expected: null }));
  const program = await valueOf(findGitProgram(process.env));
  const mounted = await whileMounted(['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs'], place, async () => {
    const repository = openTeamRepository({
      gitDir: path.join(place, 'library.git'),
      stateDir: path.join(place, 'state'),
      knownHostsFile: path.join(place, 'known-hosts'),
      program,
    });
    await valueOf(repository.initRepository());
    const base = await commitFiles(repository, { 'a.txt': 'small' });
    const full = { ok: false, error: { kind: 'disk-full' } };
    const changes = [{ path: 'large.txt', bytes: randomBytes(4_000_000) }];
    const author = { name: 'Ada', email: 'ada@example.org' };
    const commit = { ref: MAIN, parents: [base], author, time: 1, message: 'large', changes };
    expect(await repository.commit(commit)).toMatchObject(full);
    await valueOf(repository.initRepository());
    expect(await valueOf(repository.readRef(MAIN))).toBe(base);
    expect(await repository.fetchRef(address, { from: MAIN, to: THEIRS })).toMatchObject(full);
    await valueOf(repository.initRepository());
    expect(await valueOf(repository.readRef(THEIRS))).toBeNull();
    expect(runTool('mount', '-o', 'remount,size=40m', place)).toBeNull();
    expect(await valueOf(repository.fetchRef(address, { from: MAIN, to: THEIRS }))).toBe(large);
    await valueOf(repository.commit(commit));
    await repository.close();
    return null;
  });
  if (mounted !== null) skipBecause(mounted.skipped, context);
});
