import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import path from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { coePath } from '#domain/team/tree-paths.ts';
import { connectTeam } from '#main/team/connect-team.ts';
import { tryAddress } from '#main/team/try-place.ts';
import { readConnection, teamFoldersOf, writeConnection } from '#main/team/connection.ts';
import type { TeamDeps } from '#main/team/team-deps.ts';
import { openTeamLibrary } from '#main/team/team-library.ts';
import { filesUnder } from '#test/support/files-under.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { createBareRepository, plainGit } from '#test/support/team/git-command.ts';
import { startGitDaemon } from '#test/support/team/git-daemon.ts';
import { type ServerTeam, startServerTeam } from '#test/support/team/start-team.ts';
import { joinTeam, type Member } from '#test/support/team/test-teams.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

const withProse = (coe: Coe, prose: string): Coe => ({
  ...coe,
  sections: { ...coe.sections, context: { ...coe.sections.context, prose } },
});

/** More on demand: `ONCE_TEAM_MEMBERS=10`. */
const MEMBERS = Number(process.env['ONCE_TEAM_MEMBERS'] ?? 3);

/** A repository with a daemon, and a team of this many members who have exchanged once. */
const startTeam = (size: number, deps: Partial<TeamDeps> = {}): Promise<ServerTeam> =>
  startServerTeam(
    Array.from({ length: size }, (_, index) => `Member ${index}`),
    deps,
  );

const exchangeAll = async (members: readonly Member[], rounds = 1): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) for (const member of members) await member.team().exchange();
};

describe('two members', () => {
  it('see what the other wrote, and one who changed nothing changes nothing', async () => {
    const [ann, ben] = (await startTeam(2)).members as [Member, Member];
    ann.put(someCoe());
    expect(await ann.team().exchange()).toMatchObject({ pushed: 1, fetched: 0, merged: 0 });
    expect(await ben.team().exchange()).toMatchObject({ pushed: 0, fetched: 1, changed: [expect.any(String)] });
    expect(ben.coes()).toEqual(ann.coes());
    expect(await ben.team().exchange()).toEqual({ pushed: 0, fetched: 0, merged: 0, changed: [] });
    expect(await ben.team().state()).toMatchObject({ status: 'shared', unshared: 0, questions: 0 });
  });

  it('who change one sentence at once get both, a question, and settle it for both', async () => {
    const [ann, ben] = (await startTeam(2)).members as [Member, Member];
    const coe = withProse(someCoe(), 'The alarm was silent.');
    ann.put(coe);
    await exchangeAll([ann, ben]);
    ann.put(withProse(coe, 'The alarm was off.'));
    ben.put(withProse(coe, 'The alarm was broken.'));
    await exchangeAll([ann, ben, ann]);
    expect(ben.coes()).toEqual(ann.coes());
    const both = ann.coe(coe.id).sections.context.prose;
    expect(both).toContain('The alarm was off.');
    expect(both).toContain('The alarm was broken.');
    const [question] = await ann.team().questions(coe.id);
    expect(question).toMatchObject({ kind: 'text', stands: 'both' });
    const choice = question?.first === 'The alarm was off.' ? 'first' : 'second';
    expect(await ann.team().settle(coe.id, question?.id ?? '', choice)).toMatchObject({ ok: true });
    await exchangeAll([ann, ben]);
    expect(ben.coe(coe.id).sections.context.prose).toBe('The alarm was off.');
    expect(await ben.team().questions(coe.id)).toEqual([]);
  });

  it('of whom one deletes what the other changed keep it, with a question; deleting it moves it to the trash', async () => {
    const [ann, ben] = (await startTeam(2)).members as [Member, Member];
    const coe = someCoe();
    ann.put(coe);
    await exchangeAll([ann, ben]);
    const name = `${coe.id}.json`;
    const trashed = `20261101T100000000Z-${coe.id}.json`;
    renameSync(path.join(ann.library, 'coes', name), path.join(ann.library, 'trash', trashed));
    ben.put(withProse(coe, 'One more thing.'));
    await exchangeAll([ben, ann, ben]);
    expect(ann.coe(coe.id).sections.context.prose).toBe('One more thing.');
    const [question] = await ben.team().questions(coe.id);
    expect(question?.kind).toBe('deleted');
    const choice = question?.first === null ? 'first' : 'second';
    expect(await ben.team().settle(coe.id, question?.id ?? '', choice)).toMatchObject({ ok: true });
    await exchangeAll([ben, ann]);
    expect(existsSync(path.join(ann.library, 'coes', name))).toBe(false);
    expect(readdirSync(path.join(ben.library, 'trash'))).toHaveLength(1);
  });

  it('talk about a COE, and see each other’s steps in its history', async () => {
    const [ann, ben] = (await startTeam(2)).members as [Member, Member];
    const coe = someCoe();
    ann.put(coe);
    await exchangeAll([ann, ben]);
    const place = { section: 'cause', row: null } as const;
    const added = await ben.team().addComment({ coeId: coe.id, kind: 'comment', place, replyTo: null, text: 'Why?' });
    expect(added).toMatchObject({ ok: true, value: { by: 'Member 1', text: 'Why?' } });
    ben.put({ ...coe, title: 'Another title' });
    await exchangeAll([ben, ann]);
    expect(await ann.team().comments(coe.id)).toMatchObject([{ by: 'Member 1', text: 'Why?' }]);
    const history = await ann.team().history(coe.id);
    expect(history).toMatchObject({
      ok: true,
      value: [
        { by: 'Member 1', changes: ['title'] },
        { by: 'Member 0', changes: ['created'] },
      ],
    });
    const last = history.ok ? (history.value[1]?.id ?? '') : '';
    expect((await ann.team().readStep(coe.id, last))?.title).toBe(coe.title);
  });
});

it('more members at work at once than an exchange tries to push end with equal libraries', async () => {
  const { members } = await startTeam(MEMBERS, { maxPushes: MEMBERS - 1 });
  members.forEach((member, index) => member.put(someCoe({ title: `By ${member.name}` }, index + 1)));
  await Promise.all(members.map(async (member) => member.team().exchange()));
  await exchangeAll(members, 2);
  const [first, ...others] = members;
  expect(Object.keys(first?.coes() ?? {})).toHaveLength(members.length);
  for (const other of others) expect(other.coes()).toEqual(first?.coes());
});

it('a member who was offline keeps working, says since when, and catches up', async () => {
  const { daemon, folder, members } = await startTeam(2);
  const [ann, ben] = members as [Member, Member];
  await daemon.stop();
  for (let day = 1; day <= 3; day += 1) {
    ben.put(someCoe({ title: `Day ${day}` }, day));
    await ben.team().exchange();
  }
  expect(await ben.team().state()).toMatchObject({
    status: 'offline',
    unshared: 3,
    problem: { todo: expect.any(String) },
  });
  expect((await ben.team().state()).offlineSince).not.toBeNull();
  const again = await startGitDaemon(folder);
  // The daemon has another port now, as after a move of the server.
  await ben.team().close();
  await ann.team().close();
  for (const member of [ben, ann]) {
    rmSync(path.join(member.deps.teamFolder), { recursive: true });
    const request = {
      library: member.library,
      address: again.addressOf('team.git').text,
      me: member.name,
      teamName: '',
    };
    expect(await connectTeam(request, member.deps)).toEqual({ ok: true, value: null });
    await member.open();
  }
  await exchangeAll([ben, ann]);
  expect(ann.coes()).toEqual(ben.coes());
  expect(Object.keys(ann.coes())).toHaveLength(3);
  expect(await ben.team().state()).toMatchObject({ status: 'shared', offlineSince: null });
});

it('an emptied library folder deletes nothing for the team, and is filled again', async () => {
  const { members } = await startTeam(2);
  const [ann, ben] = members as [Member, Member];
  for (let n = 1; n <= 5; n += 1) ann.put(someCoe({}, n));
  await exchangeAll([ann, ben]);
  for (const name of readdirSync(path.join(ann.library, 'coes'))) rmSync(path.join(ann.library, 'coes', name));
  await exchangeAll([ann, ben]);
  expect(Object.keys(ben.coes())).toHaveLength(5);
  expect(ann.coes()).toEqual(ben.coes());
});

it('a file that cannot be read is neither shared nor counts as deleted', async () => {
  const { members } = await startTeam(2);
  const [ann, ben] = members as [Member, Member];
  const coe = someCoe();
  ann.put(coe);
  await exchangeAll([ann, ben]);
  writeFileSync(path.join(ann.library, 'coes', `${coe.id}.json`), '{"format":"once-coe", half');
  await exchangeAll([ann, ben]);
  expect(ben.coe(coe.id).title).toBe(coe.title);
});

describe('a repository with something else in it', () => {
  it('is not joined, and nothing is changed', async () => {
    const folder = temporaryFolder();
    const repository = createBareRepository(folder, 'code.git');
    const daemon = await startGitDaemon(folder);
    const work = path.join(folder, 'work');
    plainGit(folder, ['clone', '-q', repository, work]);
    writeFileSync(path.join(work, 'main.c'), 'int main;');
    plainGit(work, ['add', '.']);
    plainGit(work, ['commit', '-q', '-m', 'code']);
    plainGit(work, ['push', '-q', 'origin', 'HEAD:main']);
    await expect(joinTeam(folder, 'Ann', daemon.addressOf('code.git'))).rejects.toThrow('not-a-team-library');
    expect(existsSync(path.join(folder, 'Ann', 'library'))).toBe(false);
  });

  it('leaves files that are not Once’s alone, and lists them', async () => {
    const { folder, repository, members } = await startTeam(1);
    const [ann] = members as [Member];
    const work = path.join(folder, 'work');
    plainGit(folder, ['clone', '-q', repository, work]);
    const strange = ['notes.txt', `coes/1999-01/${testId(1)}.json`, 'coes/2026-05/name.json'];
    for (const name of strange) {
      mkdirSync(path.dirname(path.join(work, name)), { recursive: true });
      writeFileSync(path.join(work, name), 'x');
    }
    plainGit(work, ['add', '.']);
    plainGit(work, ['commit', '-q', '-m', 'notes']);
    plainGit(work, ['push', '-q', 'origin', 'HEAD:main']);
    await ann.team().exchange();
    expect((await ann.team().state()).strangeFiles).toEqual(strange.toSorted());
    expect([...filesUnder(ann.library).keys()]).toEqual(['once-team.json']);
  });
});

it('a COE whose file becomes a program or a link in the repository stays in every library', async () => {
  const { folder, repository, members } = await startTeam(2);
  const [ann, ben] = members as [Member, Member];
  const coes = [someCoe({}, 1), someCoe({}, 2)];
  for (const coe of coes) ann.put(coe);
  await exchangeAll([ann, ben]);
  const work = path.join(folder, 'work');
  plainGit(folder, ['clone', '-q', repository, work]);
  for (const [index, mode] of ['100755', '120000'].entries()) {
    const file = coePath(testId(index + 1));
    const oid = plainGit(work, ['rev-parse', `HEAD:${file}`]);
    plainGit(work, ['update-index', '--cacheinfo', `${mode},${oid},${file}`]);
  }
  plainGit(work, ['commit', '-q', '-m', 'mode']);
  plainGit(work, ['push', '-q', 'origin', 'HEAD:main']);
  for (const coe of coes) ann.put({ ...coe, title: 'Changed meanwhile' });
  await exchangeAll([ann, ben, ann]);
  for (const member of [ann, ben]) {
    for (const { id } of coes) expect(member.coe(id).title).toBe('Changed meanwhile');
    expect(readdirSync(path.join(member.library, 'trash'))).toEqual([]);
  }
});

it('an edit counts as not yet shared as soon as it is saved, once however often, and until it is exchanged', async () => {
  const [ann, ben] = (await startTeam(2)).members as [Member, Member];
  const coe = someCoe();
  ann.put(coe);
  const path = coePath(coe.id);
  expect(await ann.team().noteEdited([path])).toBe(true);
  expect(await ann.team().state()).toMatchObject({ status: 'not-yet-shared', unshared: 1 });
  await ann.team().commit();
  ann.put({ ...coe, title: 'Again' });
  expect(await ann.team().noteEdited('all')).toBe(false);
  expect(await ann.team().state()).toMatchObject({ status: 'not-yet-shared', unshared: 1 });
  await exchangeAll([ann, ben]);
  expect(await ann.team().state()).toMatchObject({ status: 'shared', unshared: 0 });
  // What came from somebody else is no edit.
  for (const among of [[path], 'all'] as const) expect(await ben.team().noteEdited(among)).toBe(false);
  expect(await ben.team().state()).toMatchObject({ status: 'shared', unshared: 0 });
});

it('a picture goes along with the COE that names it, and one that was cut out again stays here', async () => {
  const [ann, ben] = (await startTeam(2)).members as [Member, Member];
  const folder = path.join(ann.library, 'attachments');
  mkdirSync(folder);
  const keep = (text: string): string => {
    const name = `${createHash('sha256').update(text).digest('hex')}.bin`;
    writeFileSync(path.join(folder, name), text);
    return name;
  };
  const [shown, cut] = [keep('shown'), keep('cut out')];
  ann.put(withProse(someCoe(), `![](attachments/${shown})`));
  await exchangeAll([ann, ben, ann, ben]);
  expect(readdirSync(path.join(ben.library, 'attachments'))).toEqual([shown]);
  expect(readdirSync(folder)).toContain(cut);
  expect(await ann.team().state()).toMatchObject({ status: 'shared', unshared: 0 });
});

describe('the pictures of a deleted COE', () => {
  const keep = (member: Member, text: string): string => {
    const name = `${createHash('sha256').update(text).digest('hex')}.bin`;
    mkdirSync(path.join(member.library, 'attachments'), { recursive: true });
    writeFileSync(path.join(member.library, 'attachments', name), text);
    return name;
  };
  const trash = (member: Member, { id }: Coe): void => {
    const [from, to] = [path.join('coes', `${id}.json`), path.join('trash', `20261101T100000000Z-${id}.json`)];
    renameSync(path.join(member.library, from), path.join(member.library, to));
  };
  const filesOf = (repository: string): string =>
    plainGit(repository, ['ls-tree', '-r', '--name-only', 'main', 'attachments/']);

  it('leave the repository with it, unless another COE uses them, and come back with it', async () => {
    const { members, repository } = await startTeam(2);
    const [ann, ben] = members as [Member, Member];
    const [alone, common] = [keep(ann, 'alone'), keep(ann, 'common')];
    const first = withProse(someCoe({}, 1), `![](attachments/${alone}) ![](attachments/${common})`);
    ann.put(first);
    ann.put(withProse(someCoe({}, 2), `![](attachments/${common})`));
    await exchangeAll([ann, ben]);
    trash(ann, first);
    await exchangeAll([ann, ben, ann]);
    expect(filesOf(repository)).not.toContain(alone);
    expect(filesOf(repository)).toContain(common);
    expect(await ben.team().state()).toMatchObject({ status: 'shared', unshared: 0 });
    // Ben restores it from his trash.
    ben.put(first);
    await exchangeAll([ben, ann]);
    expect(filesOf(repository)).toContain(alone);
  });

  it('stay if somebody used or kept them at the same time', async () => {
    const { members, repository } = await startTeam(2);
    const [ann, ben] = members as [Member, Member];
    const [used, kept] = [keep(ann, 'used'), keep(ann, 'kept')];
    const [first, second] = [
      withProse(someCoe({}, 1), `![](attachments/${used})`),
      withProse(someCoe({}, 2), `![](attachments/${kept})`),
    ];
    for (const coe of [first, second]) ann.put(coe);
    await exchangeAll([ann, ben]);
    trash(ann, first);
    trash(ann, second);
    await ann.team().commit();
    ben.put(withProse(someCoe({}, 3), `![](attachments/${used})`));
    ben.put({ ...second, title: 'Changed meanwhile' });
    await exchangeAll([ben, ann, ben]);
    for (const name of [used, kept]) expect(filesOf(repository)).toContain(name);
    expect(ann.coes()).toEqual(ben.coes());
  });
});

it('a COE that a sync service has taken from this disk is not deleted for the team', async () => {
  const [ann, ben] = (await startTeam(2)).members as [Member, Member];
  const coe = someCoe();
  ann.put(coe);
  await exchangeAll([ann, ben]);
  const folder = path.join(ann.library, 'coes');
  renameSync(path.join(folder, `${coe.id}.json`), path.join(folder, `.${coe.id}.json.icloud`));
  await exchangeAll([ann, ben]);
  expect(ben.coe(coe.id).title).toBe(coe.title);
  expect(readdirSync(folder)).toEqual([`.${coe.id}.json.icloud`]);
});

it('the questions about a COE go with it', async () => {
  const [ann, ben] = (await startTeam(2)).members as [Member, Member];
  const coe = someCoe();
  ann.put(coe);
  await exchangeAll([ann, ben]);
  ann.put({ ...coe, title: 'One' });
  ben.put({ ...coe, title: 'Two' });
  await exchangeAll([ann, ben, ann]);
  expect((await ann.team().state()).questions).toBe(1);
  rmSync(path.join(ann.library, 'coes', `${coe.id}.json`));
  await exchangeAll([ann, ben]);
  expect((await ben.team().state()).questions).toBe(0);
  expect(await ben.team().questions(coe.id)).toEqual([]);
});

it('trying an address says what is there, and connecting takes it from there', async () => {
  const { folder, address, members } = await startTeam(1);
  const [ann] = members as [Member];
  ann.put(someCoe());
  await ann.team().exchange();
  const deps = { ...ann.deps, teamFolder: path.join(folder, 'new', 'team') };
  const tried = await tryAddress(address.text, deps);
  expect(tried).toMatchObject({ ok: true, value: { team: { name: 'Ours' }, coes: 1, canWrite: true } });
  expect(await tryAddress(path.join(folder, 'team.git'), deps)).toEqual({
    ok: false,
    error: { kind: 'address', problem: 'local-path' },
  });
});

it('trying an address does not say that one may write when the connection breaks while that is asked', async () => {
  const { address, members, folder } = await startTeam(1);
  const [ann] = members as [Member];
  const proxy = createServer((caller) => {
    let asked = Buffer.alloc(0);
    const onData = (more: Buffer): void => {
      asked = Buffer.concat([asked, more]);
      // Git may send the length of its first line and the line itself apart.
      if (!asked.includes(0)) return;
      caller.off('data', onData);
      if (asked.includes('git-receive-pack')) {
        caller.destroy();
        return;
      }
      const server = connect(Number(new URL(address.text).port), '127.0.0.1');
      server.on('error', () => undefined).write(asked);
      caller.pipe(server).pipe(caller);
    };
    caller.on('error', () => undefined).on('data', onData);
  });
  onTestFinished(() => void proxy.close());
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  const deps = { ...ann.deps, teamFolder: path.join(folder, 'new', 'team') };
  const tried = await tryAddress(address.text.replace(new URL(address.text).port, String(port)), deps);
  expect(tried).toMatchObject({ ok: false, error: { kind: 'unexpected' } });
});

it('trying an empty repository says whether one may write there, and leaves nothing in it', async () => {
  const folder = temporaryFolder();
  const repository = createBareRepository(folder);
  const [open, closed] = [await startGitDaemon(folder), await startGitDaemon(folder, { canWrite: false })];
  const deps = {
    teamFolder: path.join(folder, 'team'),
    environment: { ...process.env, ONCE_TEAM_ALLOW_LOOPBACK: '1' },
    clock: Date.now,
    newId: () => testId(1),
  };
  const canWrite = async (daemon: typeof open): Promise<unknown> => {
    const tried = await tryAddress(daemon.addressOf('team.git').text, deps);
    return tried.ok ? tried.value.canWrite : tried.error;
  };
  expect(await canWrite(open)).toBe(true);
  expect(await canWrite(closed)).toBe(false);
  expect(plainGit(repository, ['for-each-ref'])).toBe('');
});

it('a try of a server that is silent ends when it is cancelled', async () => {
  const silent = createServer();
  onTestFinished(() => void silent.close());
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const deps = {
    teamFolder: path.join(temporaryFolder(), 'team'),
    environment: { ...process.env, ONCE_TEAM_ALLOW_LOOPBACK: '1' },
    clock: Date.now,
    newId: () => testId(1),
  };
  const cancel = new AbortController();
  const connected = once(silent, 'connection');
  const trying = tryAddress(`git://127.0.0.1:${port}/team.git`, deps, { signal: cancel.signal });
  await connected;
  cancel.abort();
  expect(await trying).toEqual({ ok: false, error: { kind: 'cancelled' } });
});

it('only one process at a time exchanges a library', async () => {
  const { members } = await startTeam(1);
  const [ann] = members as [Member];
  expect(await openTeamLibrary(ann.library, ann.deps)).toEqual({ ok: false, error: { kind: 'busy' } });
  await ann.team().close();
  const again = await openTeamLibrary(ann.library, ann.deps);
  expect(again.ok).toBe(true);
  if (again.ok) await again.value.close();
});

it('a comment does not wait for a server that is silent, and neither does closing', async () => {
  const { members } = await startTeam(1);
  const [ann] = members as [Member];
  const coe = someCoe();
  ann.put(coe);
  await ann.team().exchange();
  await ann.team().close();
  const silent = createServer();
  onTestFinished(() => void silent.close());
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const { connection } = await teamFoldersOf(ann.deps.teamFolder, ann.library);
  const found = await readConnection(connection);
  if (found === null) throw new Error('not connected');
  await writeConnection(connection, { ...found, remote: `git://127.0.0.1:${port}/team.git` });
  await ann.open();
  const connected = once(silent, 'connection');
  const exchange = ann.team().exchange();
  await connected;
  expect(await ann.team().state()).toMatchObject({ isSyncing: true, unshared: 0 });
  const place = { section: 'cause', row: null } as const;
  const added = await ann.team().addComment({ coeId: coe.id, kind: 'comment', place, replyTo: null, text: 'Why?' });
  expect(added.ok).toBe(true);
  await exchange;
  expect(await ann.team().state()).toMatchObject({ status: 'not-yet-shared', unshared: 1, problem: null });
  const again = once(silent, 'connection');
  const second = ann.team().exchange();
  await again;
  await ann.team().close();
  await second;
});
