import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { teamFoldersOf } from '#main/team/connection.ts';
import { findGitProgram } from '#main/team/git/git-program.ts';
import { openTeamLibrary } from '#main/team/team-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { plainGit } from '#test/support/team/git-command.ts';
import { valueOf } from '#test/support/team/open-test-repository.ts';
import { startFolderTeam, startTeam } from '#test/support/team/start-team.ts';
import type { Member } from '#test/support/team/test-teams.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** All calls of an exchange on demand; otherwise those that write, and the ones after a commit. */
const isEvery = process.env['ONCE_TEAM_CALLS'] === 'all';

const withWord = (coe: Coe, section: 'context' | 'cause', word: string): Coe => {
  const before = coe.sections[section];
  return { ...coe, sections: { ...coe.sections, [section]: { ...before, prose: `${before.prose} ${word}.` } } };
};

const COMMITS = / fast-import /;
const WRITES = / (?:fast-import|fetch|push|update-ref) /;

/** Two members who have one COE. */
async function startWithCoe() {
  const team = await startTeam();
  const { id } = someCoe();
  team.ann.put(someCoe());
  await team.ann.team().exchange();
  await team.ben.team().exchange();
  return { ...team, id };
}

/** Opens a member's library with a git of which one call can be killed when its work is done, before it says so. */
async function openWithKillableGit({ library, deps }: Member) {
  const bin = temporaryFolder();
  const [calls, killed, command] = ['calls', 'killed', 'command'].map((name) => path.join(bin, name)) as [
    string,
    string,
    string,
  ];
  const { git } = await valueOf(findGitProgram(process.env));
  const script = `#!/bin/sh
[ "$1" = version ] && exec ${git} "$@"
echo "$*" >> ${calls}
case " $* " in *" $(cat ${command}) "*) ;; *) [ "$(wc -l < ${calls})" -eq "$(cat ${killed})" ] || exec ${git} "$@" ;; esac
${git} "$@"
kill -9 $$
`;
  writeFileSync(path.join(bin, 'git'), script, { mode: 0o755 });
  const kill = (call: number | string): void => {
    writeFileSync(calls, '');
    writeFileSync(killed, typeof call === 'number' ? String(call) : '0');
    writeFileSync(command, typeof call === 'string' ? call : 'no command');
  };
  kill(0);
  const environment = { ...deps.environment, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` };
  const team = await valueOf(openTeamLibrary(library, { ...deps, environment }));
  return {
    team,
    /** Kills that call from now on, by its number or its command; none if it is 0. Returns the calls since the last time. */
    kill: (call: number | string): readonly string[] => {
      const made = readFileSync(calls, 'utf8').trimEnd().split('\n');
      kill(call);
      return made;
    },
  };
}

it('git killed after its work, before Once hears of it, loses no word and is no obstacle to the next exchange', async () => {
  const { repository, ann, ben, id } = await startWithCoe();
  await ann.team().close();
  const { team, kill } = await openWithKillableGit(ann);
  const words: string[] = [];
  /** Both write, and exchange while that call is killed. Returns the calls that there were. */
  const exchangeAndKill = async (call: number): Promise<readonly string[]> => {
    words.push(`ann${call}x`, `ben${call}x`);
    ben.put(withWord(ben.coe(id), 'cause', `ben${call}x`));
    await ben.team().exchange();
    ann.put(withWord(ann.coe(id), 'context', `ann${call}x`));
    kill(call);
    await team.exchange();
    return kill(0);
  };
  // The first exchange also starts the process that reads objects, which the later ones find running.
  await exchangeAndKill(-1);
  const all = await exchangeAndKill(0);
  const numbers = all.flatMap((line, index) =>
    isEvery || WRITES.test(line) || COMMITS.test(all[index - 1] ?? '') ? [index + 1] : [],
  );
  expect(numbers.length).toBeGreaterThan(5);
  for (const call of numbers) {
    const calls = await exchangeAndKill(call);
    expect(WRITES.test(calls[call - 1] ?? ''), calls[call - 1]).toBe(WRITES.test(all[call - 1] ?? ''));
    await team.exchange();
    const after = `after ${calls[call - 1]}`;
    expect(await team.state(), after).toMatchObject({ status: 'shared', unshared: 0, problem: null });
    await ben.team().exchange();
    expect(ben.coes(), after).toEqual(ann.coes());
  }
  const text = JSON.stringify(ben.coe(id).sections);
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
  expect(await team.questions(id)).toEqual([]);
  await team.close();
  const { gitDir } = await teamFoldersOf(ann.deps.teamFolder, ann.library);
  for (const place of [repository, gitDir]) plainGit(place, ['fsck', '--full', '--strict']);
});

it('git killed while a comment is committed does not keep the next one from the team', async () => {
  const { ann, ben, id } = await startWithCoe();
  await ann.team().close();
  const { team, kill } = await openWithKillableGit(ann);
  const comment = { coeId: id, kind: 'comment', place: { section: 'context', row: null }, replyTo: null } as const;
  expect((await team.addComment({ ...comment, text: 'first' })).ok).toBe(true);
  // By its name: how many calls read the comments before depends on what was read already.
  kill('fast-import');
  expect((await team.addComment({ ...comment, text: 'second' })).ok).toBe(false);
  expect(kill(0).filter((line) => COMMITS.test(line))).toHaveLength(1);
  expect((await team.addComment({ ...comment, text: 'third' })).ok).toBe(true);
  await team.exchange();
  await ben.team().exchange();
  const texts = (await ben.team().comments(id)).map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['first', 'third']));
  await team.close();
});

it('a bundle whose git was killed while it took it is no damaged file: the next exchange takes it', async () => {
  const [ann, ben] = (await startFolderTeam(['Ann', 'Ben'])).members as [Member, Member];
  await ann.team().close();
  const { team, kill } = await openWithKillableGit(ann);
  ben.put(someCoe({}, 1));
  await ben.team().exchange();
  kill('index-pack');
  await team.exchange();
  expect(kill(0).filter((line) => line.includes(' index-pack '))).toHaveLength(1);
  expect(ann.coes()).toEqual({});
  // The file in the folder did not change.
  await team.exchange();
  expect(ann.coes()).toEqual(ben.coes());
  expect(await team.state()).toMatchObject({ status: 'shared', problem: null, strangeFiles: [] });
  await team.close();
});

it.each(['refs/heads/main.lock', 'refs/once/theirs.lock'])(
  '%s, which a killed git left, is removed before the next exchange',
  async (lock) => {
    const { ann, ben, id } = await startWithCoe();
    const { gitDir } = await teamFoldersOf(ann.deps.teamFolder, ann.library);
    const file = path.join(gitDir, lock);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '');
    ben.put(withWord(ben.coe(id), 'cause', 'ben'));
    await ben.team().exchange();
    ann.put(withWord(ann.coe(id), 'context', 'ann'));
    await ann.team().exchange();
    await ann.team().exchange();
    expect(await ann.team().state()).toMatchObject({ status: 'shared', unshared: 0, problem: null });
    await ben.team().exchange();
    expect(ben.coes()).toEqual(ann.coes());
  },
);
