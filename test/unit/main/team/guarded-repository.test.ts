import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { newPattern, writePattern } from '#domain/patterns/pattern.ts';
import { NO_OWN_QUESTIONS, writeQuestions } from '#domain/questions/own-questions.ts';
import { coePath, OWN_QUESTIONS_PATH, patternPath } from '#domain/team/tree-paths.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import { quarantineFile } from '#main/coe-files/quarantine.ts';
import { teamFoldersOf } from '#main/team/connection.ts';
import { filesUnder } from '#test/support/files-under.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { createBareRepository, plainGit } from '#test/support/team/git-command.ts';
import { startGitDaemon } from '#test/support/team/git-daemon.ts';
import { valueOf } from '#test/support/team/open-test-repository.ts';
import { startServerTeam, startTeam } from '#test/support/team/start-team.ts';
import { joinTeam, type Member } from '#test/support/team/test-teams.ts';
import { testId } from '#test/support/test-ids.ts';

const MAIN = 'refs/heads/main';

/** Lets nobody push to the main branch, as a forge does that asks for approval. */
function protectMain(repository: string): void {
  const hook = '#!/bin/sh\nwhile read old new ref; do [ "$ref" = refs/heads/main ] && exit 1; done\nexit 0\n';
  mkdirSync(path.join(repository, 'hooks'), { recursive: true });
  writeFileSync(path.join(repository, 'hooks/pre-receive'), hook, { mode: 0o755 });
}

/** Approves what waits on a branch as one new commit, and leaves the branch there, which is how many forges do it. */
function approveAsOneCommit(repository: string, branch: string): void {
  const tree = plainGit(repository, ['rev-parse', `${branch}^{tree}`]);
  const approved = plainGit(repository, ['commit-tree', tree, '-p', MAIN, '-m', 'Approved']);
  plainGit(repository, ['update-ref', MAIN, approved]);
}

it('what is written while the main branch is protected waits on a branch of one’s own until it is approved, again and again', async () => {
  const { repository, ann, ben } = await startTeam();
  protectMain(repository);
  const coe = someCoe();
  const own = `refs/heads/once/${ann.team().connection().writer}`;
  for (const [branch, titles] of [
    [own, ['One', 'Two']],
    [`${own}-2`, ['Three', 'Four']],
  ] as const) {
    for (const title of titles) {
      ann.put({ ...coe, title });
      await ann.team().exchange();
      expect(await ann.team().state()).toMatchObject({ status: 'waiting-for-approval', unshared: 1 });
      expect(plainGit(repository, ['show', `${branch}:${coePath(coe.id)}`])).toContain(`"${title}"`);
    }
    await ben.team().exchange();
    expect(JSON.stringify(ben.coes())).not.toContain(titles[1]);
    approveAsOneCommit(repository, branch);
    for (const member of [ann, ben]) {
      await member.team().exchange();
      expect(await member.team().state()).toMatchObject({ status: 'shared', unshared: 0, problem: null });
      expect(member.coe(coe.id).title).toBe(titles[1]);
    }
  }
});

it('what is written while something waits for approval goes on from it once it is approved, without a question', async () => {
  const { repository, ann } = await startTeam();
  const said = (cause: string, severity: number): void => {
    const { sections } = someCoe();
    ann.put({ ...someCoe(), severity, sections: { ...sections, cause: { ...sections.cause, prose: cause } } });
  };
  said('A certificate expired.', 0);
  ann.put(someCoe({}, 2));
  await ann.team().exchange();
  protectMain(repository);
  said('A certificate expired at night.', 1);
  ann.put(someCoe({ title: 'Changed' }, 2));
  await ann.team().exchange();
  approveAsOneCommit(repository, `refs/heads/once/${ann.team().connection().writer}`);
  said('A certificate expired at nine.', 2);
  rmSync(path.join(ann.library, 'coes', `${testId(2)}.json`));
  await ann.team().exchange();
  expect(await ann.team().state()).toMatchObject({ status: 'waiting-for-approval', questions: 0 });
  const { severity, sections } = ann.coe(testId(1));
  expect([severity, sections.cause.prose]).toEqual([2, 'A certificate expired at nine.']);
  expect(Object.keys(ann.coes())).toEqual([`${testId(1)}.json`]);
});

it('a member who may only read gets what the others write, and keeps what is written here', async () => {
  const { folder, ann } = await startTeam();
  const closed = await startGitDaemon(folder, { canWrite: false });
  const cleo = await joinTeam(folder, 'Cleo', closed.addressOf('team.git'));
  cleo.put(someCoe({}, 2));
  ann.put(someCoe({}, 1));
  await ann.team().exchange();
  await cleo.team().exchange();
  expect(await cleo.team().state()).toMatchObject({ status: 'read-only', unshared: 1 });
  expect(Object.keys(cleo.coes())).toEqual([testId(1), testId(2)].map((id) => `${id}.json`));
  await ann.team().exchange();
  expect(Object.keys(ann.coes())).toEqual([`${testId(1)}.json`]);
});

it('a server that is still at work on a push that was cut off is tried again, and nobody has to do anything', async () => {
  const { repository, members } = await startServerTeam(['Ann', 'Ben'], { maxPushes: 1 });
  const [ann] = members as [Member, Member];
  ann.put(someCoe());
  // Git keeps others off a branch by a file of this name while it moves it.
  const lock = path.join(repository, `${MAIN}.lock`);
  writeFileSync(lock, '');
  await ann.team().exchange();
  expect(await ann.team().state()).toMatchObject({ status: 'not-yet-shared', unshared: 1, problem: null });
  rmSync(lock);
  await ann.team().exchange();
  expect(await ann.team().state()).toMatchObject({ status: 'shared', unshared: 0, problem: null });
});

describe('a repository whose main branch is not the one from before deletes nothing here:', () => {
  it('when the branch is gone, and comes back', async () => {
    const { repository, ann } = await startTeam();
    ann.put(someCoe());
    await ann.team().exchange();
    const [before, tip] = [ann.coes(), plainGit(repository, ['rev-parse', MAIN])];
    plainGit(repository, ['update-ref', '-d', MAIN]);
    await ann.team().exchange();
    expect(await ann.team().state()).toMatchObject({ status: 'needs-you', problem: { kind: 'remote-empty' } });
    expect(ann.coes()).toEqual(before);
    expect(plainGit(repository, ['for-each-ref'])).toBe('');
    plainGit(repository, ['update-ref', MAIN, tip]);
    await ann.team().exchange();
    expect(await ann.team().state()).toMatchObject({ status: 'shared', problem: null });
  });

  it('when it is another team’s', async () => {
    const { folder, repository, ann } = await startTeam();
    ann.put(someCoe({}, 1));
    await ann.team().exchange();
    const before = ann.coes();
    const elsewhere = createBareRepository(folder, 'other.git');
    const daemon = await startGitDaemon(folder);
    const dora = await joinTeam(folder, 'Dora', daemon.addressOf('other.git'));
    dora.put(someCoe({}, 2));
    await dora.team().exchange();
    plainGit(repository, ['fetch', '--quiet', elsewhere, `+${MAIN}:${MAIN}`]);
    const tip = plainGit(repository, ['rev-parse', MAIN]);
    ann.put(someCoe({}, 3));
    await ann.team().exchange();
    expect(await ann.team().state()).toMatchObject({ status: 'needs-you', problem: { kind: 'another-team-library' } });
    expect(Object.keys(ann.coes())).toEqual([...Object.keys(before), `${testId(3)}.json`]);
    expect(plainGit(repository, ['rev-parse', MAIN])).toBe(tip);
  });
});

it('what is not what its path says stays in the repository, is listed, and is never written', async () => {
  const { folder, repository, ann, ben } = await startTeam();
  const work = path.join(folder, 'work');
  plainGit(folder, ['clone', '-q', repository, work]);
  const commit = plainGit(work, ['rev-parse', 'HEAD']);
  const newer = writeCoe(someCoe({}, 3)).replace(/"schemaVersion": \d+/, '"schemaVersion": 9999');
  const texts: readonly (readonly [number: number, text: string])[] = [
    [1, writeCoe(someCoe({}, 9))],
    [2, '{"half'],
    [3, newer],
    [4, `${writeCoe(someCoe({}, 4))}${' '.repeat(21_000_000)}`],
  ];
  for (const [number, text] of texts) {
    const file = path.join(work, coePath(testId(number)));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const target = plainGit(work, ['hash-object', '-w', '--stdin'], '/etc/passwd');
  plainGit(work, ['add', '.']);
  plainGit(work, ['update-index', '--add', '--cacheinfo', `120000,${target},${coePath(testId(5))}`]);
  plainGit(work, ['update-index', '--add', '--cacheinfo', `160000,${commit},${coePath(testId(6))}`]);
  plainGit(work, ['commit', '-q', '-m', 'strange']);
  plainGit(work, ['push', '-q', 'origin', 'HEAD:main']);
  await ben.team().exchange();
  // As a control: one that is a COE is written.
  ben.put(someCoe({}, 7));
  for (const member of [ben, ann]) {
    await member.team().exchange();
    expect(Object.keys(member.coes())).toEqual([`${testId(7)}.json`]);
    const { status, strangeFiles } = await member.team().state();
    expect(status).toBe('shared');
    expect(strangeFiles).toEqual([1, 2, 3, 4, 5, 6].map((number) => coePath(testId(number))));
  }
  for (const number of [1, 2, 3, 4, 5, 6])
    expect(plainGit(repository, ['ls-tree', 'main', coePath(testId(number))])).not.toBe('');
});

it.each([
  ['a file in the place of the folder of all COEs', 'coes'],
  ['a folder in the place of a COE', `${coePath(testId(1))}/notes.txt`],
])('%s takes nothing away that somebody else wrote', async (_what, strange) => {
  const { folder, repository, ann, ben } = await startTeam();
  ann.put(someCoe({}, 1));
  await ann.team().exchange();
  await ben.team().exchange();
  ben.put(someCoe({ title: 'What Ben wrote' }, 1));
  ben.put(someCoe({}, 2));
  await ben.team().commit();
  const mine = plainGit((await teamFoldersOf(ben.deps.teamFolder, ben.library)).gitDir, ['rev-parse', MAIN]);
  const work = path.join(folder, 'work');
  plainGit(folder, ['clone', '-q', repository, work]);
  plainGit(work, ['rm', '-q', '-r', 'coes']);
  mkdirSync(path.dirname(path.join(work, strange)), { recursive: true });
  writeFileSync(path.join(work, strange), 'strange');
  plainGit(work, ['add', '.']);
  // The one with the greater id is the second side, whose files are added to those of the first.
  for (let tries = 0; tries === 0 || plainGit(work, ['rev-parse', 'HEAD']) < mine; tries += 1)
    plainGit(work, ['commit', '-q', ...(tries === 0 ? [] : ['--amend']), '-m', `strange ${tries}`]);
  plainGit(work, ['push', '-q', 'origin', 'HEAD:main']);
  await ben.team().exchange();
  expect(await ben.team().state()).toMatchObject({ status: 'shared', questions: 1 });
  expect(ben.coe(testId(1)).title).toBe('What Ben wrote');
  for (const number of [1, 2])
    expect(plainGit(repository, ['show', `main:${coePath(testId(number))}`])).toBe(
      ben.coes()[`${testId(number)}.json`]?.trim(),
    );
});

it('patterns and own questions go to the others, byte for byte', async () => {
  const { ann, ben } = await startTeam();
  const files = {
    [patternPath('said-yes')]: writePattern(newPattern('I said yes at once', 'said-yes', '2026-05-14T08:00:00.000Z')),
    [OWN_QUESTIONS_PATH]: writeQuestions({ ...NO_OWN_QUESTIONS }),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(ann.library, name)), { recursive: true });
    writeFileSync(path.join(ann.library, name), text);
  }
  await ann.team().exchange();
  await ben.team().exchange();
  const there = filesUnder(ben.library);
  for (const [name, text] of Object.entries(files)) expect(there.get(name)?.toString('utf8')).toBe(text);
});

it('patterns that were removed in Once are removed for the team, however many', async () => {
  const { ann, ben } = await startTeam();
  const ids = ['said-yes', 'said-yes-2', 'too-late', 'alone', 'no-test'];
  const fileIn = ({ library }: Member, id: string): string => path.join(library, patternPath(id));
  mkdirSync(path.dirname(fileIn(ann, '')), { recursive: true });
  for (const id of ids) writeFileSync(fileIn(ann, id), writePattern(newPattern(id, id, '2026-05-14T08:00:00.000Z')));
  for (const member of [ann, ben]) await member.team().exchange();
  expect(ids.filter((id) => existsSync(fileIn(ben, id)))).toEqual(ids);
  for (const id of ids)
    await valueOf(quarantineFile(libraryPathsOf(ann.library), `${id}.json`, path.dirname(fileIn(ann, id))));
  for (const member of [ann, ben]) await member.team().exchange();
  for (const member of [ann, ben]) expect(ids.filter((id) => existsSync(fileIn(member, id)))).toEqual([]);
});
