import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { readTeamFile, SHARED_FOLDER_README } from '#domain/team/team-file.ts';
import { connectTeam } from '#main/team/connect-team.ts';
import { teamFoldersOf } from '#main/team/connection.ts';
import { openFolderTransport } from '#main/team/folder-transport.ts';
import type { WaitsFor } from '#main/team/git/team-repository.ts';
import { beginSharedFolder, checkSharedFolder, findBundles } from '#main/team/shared-folder.ts';
import { tryAddress } from '#main/team/try-place.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { createBareRepository } from '#test/support/team/git-command.ts';
import { commitFiles, openTestRepository, valueOf } from '#test/support/team/open-test-repository.ts';
import { type FolderTeam, startFolderTeam } from '#test/support/team/start-team.ts';
import { joinTeam, type Member } from '#test/support/team/test-teams.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** A shared folder, and members who have exchanged once, one after the other. */
const startTeam = (size: number): Promise<FolderTeam> =>
  startFolderTeam(Array.from({ length: size }, (_, index) => `Member ${index}`));

const exchangeAll = async (members: readonly Member[], rounds = 1): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) for (const member of members) await member.team().exchange();
};

/** The bundles of all writers, by path in the outbox. */
const bundlesIn = (shared: string): string[] => {
  const outbox = path.join(shared, 'outbox');
  return readdirSync(outbox).flatMap((writer) =>
    readdirSync(path.join(outbox, writer)).map((name) => path.join(outbox, writer, name)),
  );
};

describe('members who share a folder', () => {
  it('see what the others wrote, and change nothing in it when nobody wrote anything', async () => {
    const { shared, members } = await startTeam(2);
    const [ann, ben] = members as [Member, Member];
    expect(readTeamFile(readFileSync(path.join(shared, 'once-team.json'), 'utf8'))?.name).toBe('Ours');
    expect(readFileSync(path.join(shared, 'README.txt'), 'utf8')).toBe(SHARED_FOLDER_README);
    ann.put(someCoe());
    expect(await ann.team().exchange()).toMatchObject({ pushed: 1, fetched: 0 });
    expect(await ben.team().exchange()).toMatchObject({ fetched: 1, changed: [expect.any(String)] });
    expect(ben.coes()).toEqual(ann.coes());
    await exchangeAll([ann, ben], 2);
    const before = bundlesIn(shared);
    expect(await ben.team().exchange()).toEqual({ pushed: 0, fetched: 0, merged: 0, changed: [] });
    await exchangeAll([ann, ben]);
    expect(bundlesIn(shared)).toEqual(before);
    expect(await ben.team().state()).toMatchObject({ status: 'shared', unshared: 0, isSharedFolder: true });
  });

  it('get what a colleague wrote although a killed git left a lock on that colleague’s branch', async () => {
    const { shared, members } = await startTeam(2);
    const [ann, ben] = members as [Member, Member];
    ben.put(someCoe());
    await ben.team().exchange();
    const writer = ben.team().connection().writer;
    expect(readdirSync(path.join(shared, 'outbox'))).toContain(writer);
    const { gitDir } = await teamFoldersOf(ann.deps.teamFolder, ann.library);
    const lock = path.join(gitDir, `refs/once/writers/${writer}.lock`);
    mkdirSync(path.dirname(lock), { recursive: true });
    writeFileSync(lock, '');
    await exchangeAll([ann], 2);
    expect(ann.coes()).toEqual(ben.coes());
  });

  it('who write at once end with equal libraries, whoever is first', async () => {
    const { members } = await startTeam(3);
    const coe = someCoe();
    const [ann] = members as [Member];
    ann.put(coe);
    await exchangeAll(members, 2);
    members.forEach((member, index) => {
      member.put({
        ...coe,
        sections: { ...coe.sections, context: { ...coe.sections.context, prose: `By ${index}.` } },
      });
      member.put(someCoe({ title: `By ${member.name}` }, index + 10));
    });
    for (let round = 0; round < 2; round += 1) await Promise.all(members.map((member) => member.team().exchange()));
    await exchangeAll(members, 2);
    const [first, ...others] = members;
    expect(Object.keys(first?.coes() ?? {})).toHaveLength(4);
    for (const other of others) expect(other.coes()).toEqual(first?.coes());
    for (const { team } of members) expect(await team().state()).toMatchObject({ status: 'shared' });
    expect(await ann.team().questions(coe.id)).not.toEqual([]);
  });

  it('who never run at once get everything of each other', async () => {
    const { members } = await startTeam(2);
    const [ann, ben] = members as [Member, Member];
    for (let day = 1; day <= 2; day += 1) {
      for (const [index, member] of [ann, ben].entries()) {
        await member.team().close();
        await member.open();
        member.put(someCoe({ title: `Day ${day}` }, day * 10 + index));
        await member.team().exchange();
      }
    }
    await ann.team().exchange();
    expect(Object.keys(ann.coes())).toHaveLength(4);
    expect(ann.coes()).toEqual(ben.coes());
  });

  it('are offline while the folder is gone or its disk is not connected, and catch up', async () => {
    const { shared, members } = await startTeam(2);
    const [ann, ben] = members as [Member, Member];
    renameSync(shared, `${shared}-away`);
    ann.put(someCoe());
    await ann.team().exchange();
    expect(await ann.team().state()).toMatchObject({ status: 'offline', unshared: 1 });
    mkdirSync(shared);
    await ann.team().exchange();
    expect(await ann.team().state()).toMatchObject({ status: 'offline', problem: { kind: 'shared-folder-gone' } });
    expect(readdirSync(shared)).toEqual([]);
    renameSync(`${shared}-away`, shared);
    await exchangeAll([ann, ben]);
    expect(ben.coes()).toEqual(ann.coes());
    expect(await ann.team().state()).toMatchObject({ status: 'shared', offlineSince: null });
  });

  it.each(['', '{"format":"once-team-lib'])(
    'are offline while the folder’s own file is only %j, and catch up',
    async (half) => {
      const { shared, members } = await startTeam(2);
      const [ann, ben] = members as [Member, Member];
      const file = path.join(shared, 'once-team.json');
      const whole = readFileSync(file);
      writeFileSync(file, half);
      ann.put(someCoe());
      await ann.team().exchange();
      expect(await ann.team().state()).toMatchObject({
        status: 'offline',
        problem: { kind: 'shared-folder-incomplete' },
      });
      expect(readFileSync(file, 'utf8')).toBe(half);
      writeFileSync(file, whole);
      await exchangeAll([ann, ben]);
      expect(ben.coes()).toEqual(ann.coes());
      expect(await ann.team().state()).toMatchObject({ status: 'shared', offlineSince: null });
    },
  );

  it('share again when somebody emptied the outbox', async () => {
    const { folder, shared, members } = await startTeam(2);
    const [ann, ben] = members as [Member, Member];
    ann.put(someCoe());
    await exchangeAll([ann, ben]);
    renameSync(path.join(shared, 'outbox'), path.join(folder, 'thrown-away'));
    await exchangeAll([ann, ben]);
    const carl = await joinTeam(folder, 'Carl', { sharedFolder: shared });
    expect(carl.coes()).toEqual(ann.coes());
  });
});

describe('files in a shared folder that cannot be used', () => {
  it('are taken when they are complete: a half-written bundle, and one whose beginning is missing', async () => {
    const { shared, members } = await startTeam(2);
    const [ann, ben] = members as [Member, Member];
    await exchangeAll([ann, ben]);
    const before = new Set(bundlesIn(shared));
    ann.put(someCoe({}, 1));
    await ann.team().exchange();
    ann.put(someCoe({}, 2));
    await ann.team().exchange();
    const [first = '', second = ''] = bundlesIn(shared).filter((file) => !before.has(file));
    renameSync(first, `${first}.away`);
    await ben.team().exchange();
    expect(ben.coes()).toEqual({});
    const whole = readFileSync(second);
    renameSync(`${first}.away`, first);
    truncateSync(second, whole.length - 40);
    await ben.team().exchange();
    expect(Object.keys(ben.coes())).toHaveLength(1);
    expect((await ben.team().state()).strangeFiles).toEqual([]);
    writeFileSync(second, whole);
    await ben.team().exchange();
    expect(ben.coes()).toEqual(ann.coes());
  });

  it('are left alone, and mentioned once they have stayed: damaged, foreign, too large, links', async () => {
    const share = temporaryFolder();
    const elsewhere = temporaryFolder();
    const teamFile = '{"format":"once-team-library","version":1,"id":"01JZTEAM000000000000000000","name":"T"}';
    await valueOf(beginSharedFolder(share, teamFile));
    const [ada, other] = [await openTestRepository(temporaryFolder()), await openTestRepository(temporaryFolder())];
    const tip = await commitFiles(ada, { 'once-team.json': teamFile });
    const foreign = await commitFiles(other, { 'once-team.json': teamFile.replace('01JZ', '01JY') });
    const at = (name: string): string => path.join(share, 'outbox', name);
    const good = path.join(elsewhere, 'good');
    await valueOf(ada.createBundle({ file: good, ref: 'refs/heads/main', without: [] }));
    for (const writer of ['aaaaaaaa', 'bbbbbbbb', 'cccccccc', 'dddddddd', 'not-a-writer']) mkdirSync(at(writer));
    const name = `00000001-${tip}.bundle`;
    copyFileSync(good, at(`aaaaaaaa/${name}`));
    truncateSync(at(`aaaaaaaa/${name}`), 150);
    copyFileSync(good, at(`bbbbbbbb/00000001-${'0'.repeat(40)}.bundle`));
    await valueOf(
      other.createBundle({ file: at(`cccccccc/00000001-${foreign}.bundle`), ref: 'refs/heads/main', without: [] }),
    );
    symlinkSync(good, at(`dddddddd/${name}`));
    writeFileSync(at('dddddddd/notes.txt'), 'x');
    copyFileSync(good, at(`not-a-writer/${name}`));
    symlinkSync(elsewhere, at('eeeeeeee'));
    linkSync(good, at('.hidden-by-a-sync-program'));
    const ben = await openTestRepository(temporaryFolder());
    let now = Date.now();
    const options = { repository: ben, folder: share, writer: '99999999', teamId: () => null, clock: () => now };
    const transport = await valueOf(openFolderTransport(options));
    expect(await valueOf(transport.fetchTips({}))).toEqual([]);
    expect(transport.unusableFiles()).toEqual([]);
    now += 20 * 60_000;
    expect(await valueOf(transport.fetchTips({}))).toEqual([]);
    expect(transport.unusableFiles().toSorted()).toEqual([
      `outbox/aaaaaaaa/${name}`,
      `outbox/bbbbbbbb/00000001-${'0'.repeat(40)}.bundle`,
      `outbox/cccccccc/00000001-${foreign}.bundle`,
      `outbox/dddddddd/${name}`,
      'outbox/dddddddd/notes.txt',
      'outbox/eeeeeeee',
      'outbox/not-a-writer',
    ]);
    copyFileSync(good, at(`bbbbbbbb/${name}`));
    const small = await valueOf(openFolderTransport({ ...options, maxBundleBytes: 100 }));
    expect(await valueOf(small.fetchTips({}))).toEqual([]);
    expect(small.unusableFiles()).toContain(`outbox/bbbbbbbb/${name}`);
    expect(await valueOf(transport.fetchTips({}))).toEqual([tip]);
  });

  it('are read again after the disk failed while one was read, and the folder counts as gone if it is', async () => {
    const { folder, shared, members } = await startTeam(1);
    const [ann] = members as [Member];
    ann.put(someCoe());
    await ann.team().exchange();
    const repository = await openTestRepository(path.join(folder, 'other'));
    const away = `${shared}-away`;
    const breaks = [() => renameSync(shared, away), () => undefined];
    /** Reads the head of a bundle, and fails in the pack behind it. */
    const failing = (): WaitsFor => {
      let calls = 0;
      return (work) => {
        calls += 1;
        if (calls !== 4) return work();
        breaks.shift()?.();
        throw Object.assign(new Error('The disk does not answer'), { code: 'ETIMEDOUT' });
      };
    };
    const transport = await valueOf(
      openFolderTransport({
        repository: {
          ...repository,
          fetchBundle: (bundle) =>
            repository.fetchBundle(breaks.length === 0 ? bundle : { ...bundle, waits: failing() }),
        },
        folder: shared,
        writer: '0123abcd',
        teamId: () => null,
        clock: Date.now,
      }),
    );
    expect(await transport.fetchTips({})).toEqual({ ok: false, error: { kind: 'shared-folder-gone' } });
    renameSync(away, shared);
    await valueOf(transport.fetchTips({}));
    expect(breaks).toEqual([]);
    const newest = bundlesIn(shared).toSorted().at(-1) ?? '';
    expect(await valueOf(transport.fetchTips({}))).toEqual([/-([0-9a-f]+)\.bundle$/.exec(newest)?.[1]]);
  });

  it('never lead out of it: a link in place of one’s own outbox stops writing', async () => {
    const { folder, shared, members } = await startTeam(1);
    const [ann] = members as [Member];
    const elsewhere = path.join(folder, 'elsewhere');
    const own = path.join(shared, 'outbox', ann.team().connection().writer);
    renameSync(own, elsewhere);
    symlinkSync(elsewhere, own);
    const before = readdirSync(elsewhere);
    ann.put(someCoe());
    await ann.team().exchange();
    expect((await ann.team().state()).status).toBe('offline');
    expect(readdirSync(elsewhere)).toEqual(before);
  });
});

describe('many bundles', () => {
  it('become one, which holds everything, and a kill before the old ones went only delays that', async () => {
    const { folder, shared, members } = await startTeam(1);
    const [ann] = members as [Member];
    const own = path.join(shared, 'outbox', ann.team().connection().writer);
    const saved = path.join(folder, 'saved');
    mkdirSync(saved);
    const write = async (title: string): Promise<void> => {
      ann.put(someCoe({ title }));
      await ann.team().exchange();
    };
    for (const title of ['First', 'Second', 'Third']) await write(title);
    expect(readdirSync(own)).toHaveLength(4);
    // What forty-five more exchanges would leave, except that these bring nothing new.
    const [, , , fourth = ''] = readdirSync(own).toSorted();
    for (let sequence = 5; sequence <= 49; sequence += 1)
      copyFileSync(path.join(own, fourth), path.join(own, fourth.replace(/^\d+/, String(sequence).padStart(8, '0'))));
    for (const name of readdirSync(own)) copyFileSync(path.join(own, name), path.join(saved, name));
    await write('Fiftieth');
    const [full = ''] = readdirSync(own);
    expect(readdirSync(own)).toEqual([full]);
    expect(full).toMatch(/^00000050-/);
    // As after a kill between the new bundle and the removal of the old ones.
    for (const name of readdirSync(saved)) copyFileSync(path.join(saved, name), path.join(own, name));
    writeFileSync(path.join(own, '.once-half-a-bundle.tmp'), 'x');
    await ann.team().exchange();
    ann.put(someCoe({ title: 'After' }));
    await ann.team().exchange();
    expect(readdirSync(own)).toHaveLength(2);
    const ben = await joinTeam(folder, 'Ben', { sharedFolder: shared });
    expect(ben.coes()).toEqual(ann.coes());
  });
});

describe('choosing a shared folder', () => {
  it('refuses what is none, with the reason', async () => {
    const folder = temporaryFolder();
    const made = (name: string): string => {
      mkdirSync(path.join(folder, name), { recursive: true });
      return path.join(folder, name);
    };
    expect(await checkSharedFolder('relative')).toBe('not-a-full-path');
    expect(await checkSharedFolder(path.join(folder, 'gone'))).toBe('missing');
    const share = made('share');
    expect(await checkSharedFolder(createBareRepository(share))).toBe('git-repository');
    expect(await checkSharedFolder(share)).toBe('git-repository');
    made('work/.git');
    expect(await checkSharedFolder(path.join(folder, 'work'))).toBe('git-repository');
    made('library/coes');
    expect(await checkSharedFolder(path.join(folder, 'library'))).toBe('library');
    writeFileSync(path.join(made('documents'), 'letter.txt'), 'x');
    expect(await checkSharedFolder(path.join(folder, 'documents'))).toBe('not-empty');
    writeFileSync(path.join(made('synced'), '.stfolder'), '');
    expect(await checkSharedFolder(path.join(folder, 'synced'))).toBeNull();
  });

  it('tells what is in it, and writes nothing', async () => {
    const { shared, members } = await startTeam(1);
    const [ann] = members as [Member];
    ann.put(someCoe());
    await ann.team().exchange();
    const deps = { ...ann.deps, teamFolder: temporaryFolder() };
    const before = [readdirSync(shared), bundlesIn(shared)];
    expect(await tryAddress({ sharedFolder: shared }, deps)).toMatchObject({
      ok: true,
      value: { team: { name: 'Ours' }, coes: 1, canWrite: true },
    });
    expect([readdirSync(shared), bundlesIn(shared)]).toEqual(before);
    const empty = temporaryFolder();
    expect(await tryAddress({ sharedFolder: empty }, deps)).toMatchObject({ ok: true, value: { team: null, coes: 0 } });
    expect(readdirSync(empty)).toEqual([]);
    const request = { library: path.join(temporaryFolder(), 'l'), me: 'Ben', teamName: '' };
    const place = { sharedFolder: createBareRepository(temporaryFolder()) };
    expect(await connectTeam({ ...request, address: place }, deps)).toEqual({
      ok: false,
      error: { kind: 'shared-folder', problem: 'git-repository' },
    });
    expect(existsSync(request.library)).toBe(false);
  });

  it('lists bundles oldest first, for each writer in order', async () => {
    const share = temporaryFolder();
    for (const name of ['bbbbbbbb/00000002', 'bbbbbbbb/00000001', 'aaaaaaaa/00000001']) {
      const file = path.join(share, 'outbox', `${name}-${'1'.repeat(40)}.bundle`);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, '');
      utimesSync(file, 0, 0);
    }
    const { byWriter } = await valueOf(findBundles(share));
    expect([...byWriter.keys()]).toEqual(['aaaaaaaa', 'bbbbbbbb']);
    expect(byWriter.get('bbbbbbbb')?.map(({ sequence }) => sequence)).toEqual([1, 2]);
  });
});

describe('a shared folder whose disk does not answer', () => {
  /** A pipe that nobody writes into: the system waits for it as for a share whose server is gone. */
  const silence = (shared: string): { readonly end: () => void } => {
    const file = path.join(shared, 'once-team.json');
    renameSync(file, `${file}.before`);
    execFileSync('mkfifo', [file]);
    return {
      end: () => {
        const pipe = openSync(file, 'r+');
        renameSync(`${file}.before`, file);
        closeSync(pipe);
      },
    };
  };

  it.skipIf(process.platform === 'win32')('does not hold what a person waits for, such as quitting', async () => {
    const { shared, members } = await startTeam(1);
    const [ann] = members as [Member];
    ann.put(someCoe());
    const silent = silence(shared);
    const exchange = ann.team().exchange();
    await expect.poll(async () => (await ann.team().state()).isSyncing).toBe(true);
    await ann.team().close();
    expect(await exchange).toMatchObject({ pushed: 0 });
    silent.end();
    await ann.open();
    expect(await ann.team().exchange()).toMatchObject({ pushed: 1 });
  });

  it.skipIf(process.platform === 'win32')(
    'counts as gone, is not asked twice, and is there again afterwards',
    async () => {
      const { folder, shared } = await startTeam(1);
      const silent = silence(shared);
      const repository = await openTestRepository(path.join(folder, 'other'));
      const transport = await valueOf(
        openFolderTransport({
          repository,
          folder: shared,
          writer: '0123abcd',
          teamId: () => null,
          clock: Date.now,
          silentMs: 20,
        }),
      );
      const gone = { ok: false, error: { kind: 'shared-folder-gone' } };
      expect(await transport.fetchTips({})).toEqual(gone);
      expect(await transport.fetchTips({})).toEqual(gone);
      silent.end();
      await expect.poll(async () => (await transport.fetchTips({})).ok).toBe(true);
    },
  );
});
