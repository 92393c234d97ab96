import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it, type TestContext } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { teamFoldersOf } from '#main/team/connection.ts';
import { runTool, whileMounted } from '#test/faults/mount.ts';
import { skipBecause } from '#test/support/skip-without.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { createBareRepository, plainGit } from '#test/support/team/git-command.ts';
import { startGitDaemon } from '#test/support/team/git-daemon.ts';
import { joinTeam, type Member } from '#test/support/team/test-teams.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** Two members, the library or the app's data of one of which is on a disk of 2 MB. */
type OnSmallDisk = {
  readonly repository: string;
  readonly ben: Member;
  /** Joins the one with the small disk. */
  readonly joinAnn: () => Promise<Member>;
  readonly disk: string;
  readonly remount: (options: string) => void;
};

/** Works with a small disk under the library of a member, or under the app's data. */
async function onSmallDisk(
  what: 'library' | 'team',
  context: TestContext,
  work: (small: OnSmallDisk) => Promise<Member>,
): Promise<void> {
  const folder = temporaryFolder();
  const repository = createBareRepository(folder);
  const address = (await startGitDaemon(folder)).addressOf('team.git');
  const disk = path.join(folder, 'Ann', what);
  mkdirSync(disk, { recursive: true });
  const remount = (options: string): void => expect(runTool('mount', '-o', `remount,${options}`, disk)).toBeNull();
  const ben = await joinTeam(folder, 'Ben', address);
  const mounted = await whileMounted(['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs'], disk, async () => {
    const ann = await work({ repository, ben, joinAnn: () => joinTeam(folder, 'Ann', address), disk, remount });
    await ann.team().close();
    return null;
  });
  if (mounted !== null) skipBecause(mounted.skipped, context);
}

const withProse = (coe: Coe, prose: string): Coe => ({
  ...coe,
  sections: { ...coe.sections, context: { ...coe.sections.context, prose } },
});

/** Writes COEs that are more than a small disk holds, and shares them. */
async function shareTooMuch(ben: Member): Promise<void> {
  for (let number = 11; number <= 50; number += 1)
    ben.put(withProse(someCoe({}, number), `${number} ${'was refused '.repeat(5000)}`));
  await ben.team().exchange();
}

/** Every file of a member's COEs is whole, and nothing else lies there. */
function expectWhole(member: Member): void {
  for (const [name, text] of Object.entries(member.coes())) expect(readCoe(text), name).toMatchObject({ ok: true });
  const names = readdirSync(path.join(member.library, 'coes'));
  expect(names.filter((name) => !/^[0-9A-Z]{26}\.json$/.test(name))).toEqual([]);
}

const FULL = {
  status: 'needs-you',
  problem: {
    kind: 'library',
    what: 'The disk of this library is full. Your saved COEs are safe, and so is everything that was shared.',
    todo: 'Free some space on it. Once tries again by itself.',
  },
};

it('what does not fit into the library is said, nothing is half, and the rest comes once there is room', async (context) => {
  await onSmallDisk('library', context, async ({ ben, joinAnn, remount }) => {
    const ann = await joinAnn();
    ann.put(someCoe({}, 1));
    await ann.team().exchange();
    await shareTooMuch(ben);
    ann.put(someCoe({ title: 'Saved before the disk was full' }, 1));
    for (let times = 0; times < 2; times += 1) {
      const { changed } = await ann.team().exchange();
      expect(await ann.team().state()).toMatchObject(FULL);
      expectWhole(ann);
      expect(ann.coe(someCoe({}, 1).id).title).toBe('Saved before the disk was full');
      // Some of them fit, and whoever shows the library hears which.
      if (times === 0) expect(changed.length).toBe(Object.keys(ann.coes()).length - 1);
      if (times === 0) expect(changed.length).toBeGreaterThan(0);
      expect(Object.keys(ann.coes()).length).toBeLessThan(41);
    }
    // What Ann saves and says still reaches the team.
    const { id } = someCoe({}, 1);
    const comment = { coeId: id, kind: 'comment', place: { section: 'cause', row: null }, replyTo: null } as const;
    expect(await ann.team().addComment({ ...comment, text: 'While it was full' })).toMatchObject({ ok: true });
    await ann.team().exchange();
    await ben.team().exchange();
    expect(ben.coe(id).title).toBe('Saved before the disk was full');
    expect((await ben.team().comments(id)).map(({ text }) => text)).toEqual(['While it was full']);

    remount('size=40m');
    await ann.team().exchange();
    expect(await ann.team().state()).toMatchObject({ status: 'shared', unshared: 0, problem: null });
    expect(ann.coes()).toEqual(ben.coes());
    expect(Object.keys(ann.coes())).toHaveLength(41);
    expectWhole(ann);
    return ann;
  });
});

it('a library that does not fit on the disk is joined as far as it goes, and further once there is room', async (context) => {
  await onSmallDisk('library', context, async ({ ben, joinAnn, remount }) => {
    await shareTooMuch(ben);
    const ann = await joinAnn();
    expect(await ann.team().state()).toMatchObject(FULL);
    expectWhole(ann);
    const before = Object.keys(ann.coes()).length;
    expect(before).toBeGreaterThan(0);
    // As after a start of the app.
    await ann.team().close();
    await ann.open();
    remount('size=40m');
    const { changed } = await ann.team().exchange();
    expect(changed.filter((name) => name.startsWith('coes/'))).toHaveLength(40 - before);
    expect(await ann.team().state()).toMatchObject({ status: 'shared', unshared: 0, problem: null });
    expect(ann.coes()).toEqual(ben.coes());
    return ann;
  });
});

it('a library on a disk that became read-only is exchanged as far as it goes, and wholly once it can be written', async (context) => {
  await onSmallDisk('library', context, async ({ ben, joinAnn, remount }) => {
    const ann = await joinAnn();
    ann.put(someCoe({}, 1));
    await ann.team().exchange();
    await ben.team().exchange();
    ann.put(someCoe({ title: 'Saved before' }, 1));
    remount('ro');
    await ann.team().exchange();
    expect(await ann.team().state()).toMatchObject({ status: 'shared', problem: null });
    const before = ann.coes();
    ben.put(someCoe({}, 2));
    await ben.team().exchange();
    expect(ben.coe(someCoe({}, 1).id).title).toBe('Saved before');
    await ann.team().exchange();
    expect(await ann.team().state()).toMatchObject({
      status: 'needs-you',
      problem: {
        what: 'The disk of this library is read-only. Your saved COEs are safe, and so is everything that was shared.',
      },
    });
    expect(ann.coes()).toEqual(before);
    remount('rw');
    await ann.team().exchange();
    expect(await ann.team().state()).toMatchObject({ status: 'shared', problem: null });
    expect(ann.coes()).toEqual(ben.coes());
    return ann;
  });
});

it('when the disk of the app’s data is full, nothing that was saved is lost, and it is shared once there is room', async (context) => {
  await onSmallDisk('team', context, async ({ repository, ben, joinAnn, disk }) => {
    const ann = await joinAnn();
    ann.put(someCoe({}, 1));
    await ann.team().exchange();
    await ben.team().exchange();
    const filler = path.join(disk, 'filler');
    expect(() => writeFileSync(filler, Buffer.alloc(4_000_000))).toThrow('ENOSPC');
    ann.put(someCoe({ title: 'Saved while it was full' }, 1));
    ben.put(withProse(someCoe({}, 2), randomBytes(20_000).toString('hex')));
    await ben.team().exchange();
    for (let times = 0; times < 2; times += 1) {
      await ann.team().exchange();
      const { status, problem } = await ann.team().state();
      expect([status, problem?.kind]).toEqual(['needs-you', 'disk-full']);
      expect(`${problem?.what} ${problem?.todo}`).toBe(
        'The disk is full. What was shared before is safe, and so are your saved COEs. Free some space. Once tries again by itself.',
      );
    }
    expectWhole(ann);
    rmSync(filler);
    await ann.team().exchange();
    expect(await ann.team().state()).toMatchObject({ status: 'shared', unshared: 0, problem: null });
    await ben.team().exchange();
    expect(ben.coe(someCoe({}, 1).id).title).toBe('Saved while it was full');
    expect(ann.coes()).toEqual(ben.coes());
    const { gitDir } = await teamFoldersOf(ann.deps.teamFolder, ann.library);
    for (const place of [repository, gitDir]) plainGit(place, ['fsck', '--full', '--strict']);
    return ann;
  });
});
