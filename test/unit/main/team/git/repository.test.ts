import { randomBytes } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { createBareRepository, plainGit } from '#test/support/team/git-command.ts';
import { startGitDaemon } from '#test/support/team/git-daemon.ts';
import { commitFiles, openTestRepository, valueOf } from '#test/support/team/open-test-repository.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const MAIN = 'refs/heads/main';
const THEIRS = 'refs/once/theirs';
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

describe('a commit', () => {
  it('holds the files, the author, the time and the message', async () => {
    const folder = temporaryFolder();
    const repository = await openTestRepository(folder);
    const first = await commitFiles(repository, { 'coes/2026-05/a.json': 'one', 'b "q\\ ü.txt': 'two\n' });
    const second = await commitFiles(repository, { 'coes/2026-05/a.json': null, 'c.txt': '' }, { name: 'Béa <x>\n' });
    expect(await valueOf(repository.readRef(MAIN))).toBe(second);
    expect((await valueOf(repository.listTree(second))).map((entry) => [entry.path, entry.mode])).toEqual([
      ['b "q\\ ü.txt', '100644'],
      ['c.txt', '100644'],
    ]);
    const changes = await valueOf(repository.changedPaths(first, second));
    expect(changes.map(({ path: changed, before, after }) => [changed, before !== null, after !== null])).toEqual([
      ['c.txt', false, true],
      ['coes/2026-05/a.json', true, false],
    ]);
    expect(await valueOf(repository.changedPaths(null, first))).toHaveLength(2);
    const gitDir = path.join(folder, 'library.git');
    expect(plainGit(gitDir, ['log', '-1', '--format=%an|%ae|%at|%cn|%s', MAIN])).toBe(
      'Béa x|béa x @example.org|1790000000|Béa x|COE coes/2026-05/a.json, c.txt',
    );
    expect(plainGit(gitDir, ['fsck', '--strict'])).toBe('');
  });

  it('with two parents contains both, and reuses an object of the other', async () => {
    const repository = await openTestRepository(temporaryFolder());
    const base = await commitFiles(repository, { 'a.txt': 'base' });
    const mine = await commitFiles(repository, { 'a.txt': 'mine' });
    const theirs = await commitFiles(repository, { 'b.txt': 'theirs' }, { ref: THEIRS, parents: [base] });
    expect(await valueOf(repository.mergeBase(mine, theirs))).toBe(base);
    expect(await valueOf(repository.aheadBehind(mine, theirs))).toEqual({ ahead: 1, behind: 1 });
    const [change] = await valueOf(repository.changedPaths(base, theirs));
    const oid = change?.after?.oid;
    if (oid === undefined) throw new Error('no change');
    const merged = await valueOf(
      repository.commit({
        ref: MAIN,
        parents: [theirs, mine],
        author: { name: 'Ada', email: 'ada@example.org' },
        time: 1,
        message: 'merge',
        changes: [
          { path: 'a.txt', bytes: Buffer.from('both') },
          { path: 'c.txt', oid },
        ],
      }),
    );
    expect(await valueOf(repository.aheadBehind(merged, mine))).toEqual({ ahead: 2, behind: 0 });
    expect((await valueOf(repository.listTree(merged))).map((entry) => entry.path)).toEqual([
      'a.txt',
      'b.txt',
      'c.txt',
    ]);
  });

  it('can be where a ref is set to, wherever the ref was', async () => {
    const repository = await openTestRepository(temporaryFolder());
    const base = await commitFiles(repository, { 'a.txt': 'base' });
    const other = await commitFiles(repository, { 'a.txt': 'other' });
    for (const to of [other, base, base]) {
      await valueOf(repository.setRef('refs/once/mark', to));
      expect(await valueOf(repository.readRef('refs/once/mark'))).toBe(to);
    }
  });

  it('is refused when the branch moved, and the branch stays', async () => {
    const repository = await openTestRepository(temporaryFolder());
    const base = await commitFiles(repository, { 'a.txt': 'base' });
    const other = await commitFiles(repository, { 'a.txt': 'other' });
    const commit = { ref: MAIN, author: { name: 'A', email: 'a' }, time: 1, message: 'm', changes: [] };
    expect(await repository.commit({ ...commit, parents: [base] })).toMatchObject({
      ok: false,
      error: { kind: 'ref-moved' },
    });
    expect(await repository.commit({ ...commit, parents: [] })).toMatchObject({
      ok: false,
      error: { kind: 'ref-moved' },
    });
    expect(await valueOf(repository.readRef(MAIN))).toBe(other);
    expect(await repository.moveRef(MAIN, base, base)).toMatchObject({ ok: false, error: { kind: 'ref-moved' } });
    expect(await repository.moveRef(MAIN, base, other)).toEqual({ ok: true, value: null });
    expect(await repository.moveRef(MAIN, null, base)).toEqual({ ok: true, value: null });
    expect(await valueOf(repository.readRef(MAIN))).toBeNull();
  });

  it('that fails while its contents are read leaves the branch alone', async () => {
    const repository = await openTestRepository(temporaryFolder());
    const base = await commitFiles(repository, { 'a.txt': 'base' });
    function* failing(): Generator<{ path: string; bytes: Buffer }> {
      yield { path: 'b.txt', bytes: Buffer.alloc(100_000) };
      throw new Error('the disk went away');
    }
    const commit = { ref: MAIN, parents: [base], author: { name: 'A', email: 'a' }, time: 1, message: 'm' };
    await expect(repository.commit({ ...commit, changes: failing() })).rejects.toThrow('the disk went away');
    await expect(repository.commit({ ...commit, changes: [{ path: 'x/../y', deleted: true }] })).rejects.toThrow(
      'path',
    );
    await expect(repository.commit({ ...commit, changes: [{ path: '.GIT/config', deleted: true }] })).rejects.toThrow();
    expect(await valueOf(repository.readRef(MAIN))).toBe(base);
    expect(await commitFiles(repository, { 'b.txt': 'works again' })).not.toBe(base);
  });

  it('keeps contents that look like commands', async () => {
    const repository = await openTestRepository(temporaryFolder());
    const evil = 'done\ncommit refs/heads/evil\nreset refs/heads/main\n\0\r\n';
    const tip = await commitFiles(repository, { 'a.txt': evil });
    const read = await valueOf(repository.readFileAt(tip, 'a.txt'));
    expect(read.ok && text(read.value)).toBe(evil);
    expect(await valueOf(repository.readRef('refs/heads/evil'))).toBeNull();
  });
});

describe('reading', () => {
  it('answers many reads at once, and says what is missing, no file or too large', async () => {
    const repository = await openTestRepository(temporaryFolder());
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`f/${n}.txt`, 'x'.repeat(n * 1_000)]));
    const tip = await commitFiles(repository, files);
    const entries = await valueOf(repository.listTree(tip));
    const read = await Promise.all(entries.map((entry) => valueOf(repository.readBlob(entry.oid))));
    expect(read.map((one) => (one.ok ? one.value.length : null))).toEqual(
      entries.map((entry) => files[entry.path]?.length),
    );
    expect(await valueOf(repository.readBlob(tip))).toMatchObject({ ok: false, error: { kind: 'not-a-blob' } });
    expect(await valueOf(repository.readFileAt(tip, 'no/such'))).toMatchObject({
      ok: false,
      error: { kind: 'missing' },
    });
    expect(await valueOf(repository.readFileAt(tip, 'a\nb'))).toMatchObject({ ok: false, error: { kind: 'missing' } });
    expect(await valueOf(repository.readFileAt(tip, 'f/49.txt', 100))).toMatchObject({
      ok: false,
      error: { kind: 'too-large', size: 49_000 },
    });
    const [small] = await Promise.all([repository.readFileAt(tip, 'f/1.txt'), repository.close()]);
    expect(small).toMatchObject({ ok: true, value: { ok: true } });
    const later = await commitFiles(repository, { 'new.txt': 'new' });
    const added = await valueOf(repository.readFileAt(later, 'new.txt'));
    expect(added.ok && text(added.value)).toBe('new');
  });

  it('says that the repository is broken when a pack is damaged', async () => {
    const folder = temporaryFolder();
    const repository = await openTestRepository(folder);
    const tip = await commitFiles(repository, { 'a.txt': randomBytes(5_000).toString('hex') });
    await repository.close();
    const [pack = ''] = globSync(path.join(folder, 'library.git/objects/pack/*.pack'));
    const bytes = readFileSync(pack);
    rmSync(pack);
    const middle = Math.floor(bytes.length / 2);
    writeFileSync(pack, Buffer.concat([bytes.subarray(0, middle), Buffer.alloc(99), bytes.subarray(middle + 99)]));
    expect(await repository.readFileAt(tip, 'a.txt')).toMatchObject({
      ok: false,
      error: { kind: 'repository-broken' },
    });
    writeFileSync(pack, 'broken');
    expect(await repository.listTree(tip)).toMatchObject({ ok: false, error: { kind: 'repository-broken' } });
    writeFileSync(pack, bytes);
    expect(await repository.readFileAt(tip, 'a.txt')).toMatchObject({ ok: true, value: { ok: true } });
  });

  it('gives the history of one path with what it was before and after', async () => {
    const repository = await openTestRepository(temporaryFolder());
    await commitFiles(repository, { 'a.json': '1', 'b.json': 'x' }, { name: 'Ada' });
    await commitFiles(repository, { 'b.json': 'y' }, { name: 'Ben' });
    const third = await commitFiles(repository, { 'a.json': '2' }, { name: 'Cyd' });
    const tip = await commitFiles(repository, { 'a.json': null }, { name: 'Dee' });
    const steps = await valueOf(repository.historyOf(tip, 'a.json', 10));
    expect(steps.map(({ author, before, after }) => [author.name, before !== null, after !== null])).toEqual([
      ['Dee', true, false],
      ['Cyd', true, true],
      ['Ada', false, true],
    ]);
    expect(steps[1]).toMatchObject({ commit: third, time: 1_790_000_000, message: 'COE a.json' });
    expect(await valueOf(repository.historyOf(tip, 'a.json', 1))).toHaveLength(1);
    expect(await valueOf(repository.historyOf(tip, '*.json', 10))).toEqual([]);
  });
});

describe('exchanging over a connection', () => {
  it('fetches, pushes and lists branches', async () => {
    const served = temporaryFolder();
    const bare = createBareRepository(served);
    const daemon = await startGitDaemon(served);
    const address = daemon.addressOf('team.git');
    const steps = new Set<string>();
    const ada = await openTestRepository(temporaryFolder(), { onProgress: ({ step }) => steps.add(step) });
    const ben = await openTestRepository(temporaryFolder());
    expect(await valueOf(ada.lsRemote(address))).toEqual(new Map());
    expect(await valueOf(ada.fetchRef(address, { from: MAIN, to: THEIRS }))).toBeNull();
    const first = await commitFiles(ada, { 'a.txt': 'from Ada' });
    expect(await ada.push(address, { commit: first, to: MAIN, expected: null })).toEqual({ ok: true, value: null });
    expect(await valueOf(ben.lsRemote(address))).toEqual(new Map([[MAIN, first]]));
    expect(await valueOf(ben.fetchRef(address, { from: MAIN, to: THEIRS }))).toBe(first);
    expect(await valueOf(ben.readRef(MAIN))).toBeNull();
    const read = await valueOf(ben.readFileAt(first, 'a.txt'));
    expect(read.ok && text(read.value)).toBe('from Ada');
    expect(steps).toContain('sending');
    expect(plainGit(bare, ['rev-parse', MAIN])).toBe(first);
  });

  it('reports a race, and never moves a branch backwards', async () => {
    const served = temporaryFolder();
    const bare = createBareRepository(served);
    const address = (await startGitDaemon(served)).addressOf('team.git');
    const [ada, ben] = [await openTestRepository(temporaryFolder()), await openTestRepository(temporaryFolder())];
    const base = await commitFiles(ada, { 'a.txt': 'base' });
    await valueOf(ada.push(address, { commit: base, to: MAIN, expected: null }));
    await valueOf(ben.fetchRef(address, { from: MAIN, to: MAIN }));
    const second = await commitFiles(ada, { 'a.txt': 'ada' });
    await valueOf(ada.push(address, { commit: second, to: MAIN, expected: base }));
    const bens = await commitFiles(ben, { 'a.txt': 'ben' });
    const race = { ok: false, error: { kind: 'push-race' } };
    expect(await ben.push(address, { commit: bens, to: MAIN, expected: base })).toEqual(race);
    expect(await ben.push(address, { commit: bens, to: MAIN, expected: null })).toEqual(race);
    expect(await ben.push(address, { commit: bens, to: MAIN, expected: second })).toEqual(race);
    // Even with the right old value, a commit that lacks it is not pushed.
    await valueOf(ben.fetchRef(address, { from: MAIN, to: THEIRS }));
    expect(await ben.push(address, { commit: bens, to: MAIN, expected: second })).toEqual(race);
    expect(plainGit(bare, ['rev-parse', MAIN])).toBe(second);
  });

  it('tells a protected branch and a read-only member from a race', async () => {
    const served = temporaryFolder();
    const bare = createBareRepository(served);
    const hook = path.join(bare, 'hooks/pre-receive');
    mkdirSync(path.dirname(hook), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\necho "Main is protected." >&2\nexit 1\n', { mode: 0o755 });
    const writable = await startGitDaemon(served);
    const readOnly = await startGitDaemon(served, { canWrite: false });
    const ada = await openTestRepository(temporaryFolder());
    const commit = await commitFiles(ada, { 'a.txt': 'a' });
    expect(await ada.push(writable.addressOf('team.git'), { commit, to: MAIN, expected: null })).toMatchObject({
      ok: false,
      error: { kind: 'push-protected', reason: 'pre-receive hook declined' },
    });
    expect(await ada.push(readOnly.addressOf('team.git'), { commit, to: MAIN, expected: null })).toMatchObject({
      ok: false,
      error: { kind: 'not-allowed-to-write' },
    });
    expect(await ada.lsRemote(readOnly.addressOf('other.git'))).toMatchObject({
      ok: false,
      error: { kind: 'no-repository' },
    });
  });
});

describe('many packs', () => {
  it('are combined once there are too many, and everything can still be read', async () => {
    const folder = temporaryFolder();
    const repository = await openTestRepository(folder);
    for (let n = 0; n < 6; n++) await commitFiles(repository, { [`${n}.txt`]: `${n}` });
    const objects = path.join(folder, 'library.git/objects');
    const packs = (): string[] => readdirSync(path.join(objects, 'pack')).filter((name) => name.endsWith('.pack'));
    expect(packs()).toHaveLength(6);
    expect(readdirSync(objects).toSorted()).toEqual(['info', 'pack']);
    expect(await valueOf(repository.repackWhenMoreThan(6))).toBe(false);
    expect(await valueOf(repository.repackWhenMoreThan(5))).toBe(true);
    expect(packs().length).toBeLessThan(3);
    const tip = await valueOf(repository.readRef(MAIN));
    if (tip === null) throw new Error('no tip');
    expect(await valueOf(repository.historyOf(tip, '0.txt', 9))).toHaveLength(1);
    expect(readdirSync(path.join(folder, 'library.git/objects/info'))).toContain('commit-graph');
  });
});

describe('a new repository', () => {
  it('has no hooks or template files, and can be initialised again', async () => {
    const folder = temporaryFolder();
    const repository = await openTestRepository(folder);
    const tip = await commitFiles(repository, { 'a.txt': 'a' });
    expect(existsSync(path.join(folder, 'library.git/hooks'))).toBe(false);
    writeFileSync(path.join(folder, 'library.git/refs/heads/main.lock'), '');
    writeFileSync(path.join(folder, 'library.git/objects/pack/tmp_pack_abc'), 'half');
    await valueOf(repository.initRepository());
    expect(existsSync(path.join(folder, 'library.git/objects/pack/tmp_pack_abc'))).toBe(false);
    expect(await valueOf(repository.readRef(MAIN))).toBe(tip);
    await commitFiles(repository, { 'b.txt': 'b' });
  });
});
