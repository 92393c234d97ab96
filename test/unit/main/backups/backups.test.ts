import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { newPattern } from '#domain/patterns/pattern.ts';
import { ok } from '#domain/result.ts';
import type { BackupsState } from '#ipc/backups.ts';
import { backupHandlers } from '#main/backups/backup-handlers.ts';
import { createBackups } from '#main/backups/backups.ts';
import { extractBackup } from '#main/backups/extract-backup.ts';
import { InvalidBackupError, verifyBackup } from '#main/backups/read-backup.ts';
import { createBackupRunner } from '#main/backups/run-backup-task.ts';
import { pathOf } from '#main/coe-files/file-names.ts';
import { createAgeCipher } from '#main/encryption/age-cipher.ts';
import { type Identity, generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { pngWith } from '#test/support/pictures.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { filesUnder } from '#test/support/files-under.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { skipWithout } from '#test/support/skip-without.ts';
import { handleOf } from '#main/library/library-handle.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';
import { workerUrl } from '#test/support/worker-url.ts';

const WORKER = workerUrl('backup-worker');
const MORNING = Date.UTC(2026, 10, 23, 9, 30, 15);
const DAY = 86_400_000;

/** Opens a library of `count` COEs with its backups and their target folder. */
async function backedUp(count: number, identity?: Identity) {
  const home = temporaryFolder();
  const folder = path.join(home, 'library');
  mkdirSync(path.join(folder, 'coes'), { recursive: true });
  const cipher = identity === undefined ? PLAIN_CIPHER : createAgeCipher(identity);
  const fileOf = (number: number): string => pathOf(cipher, path.join(folder, 'coes'), `${testId(number)}.json`);
  for (let number = 1; number <= count; number += 1) {
    writeFileSync(fileOf(number), cipher.encrypt(Buffer.from(writeCoe(someCoe({}, number)))));
  }
  const target = path.join(home, 'second disk');
  mkdirSync(target);
  const { library } = await openTestLibrary({ folder, ...(identity === undefined ? {} : { identity }) });
  let chosen: string | null = null;
  let now = MORNING;
  let ids = 500;
  const told: BackupsState[] = [];
  const run = createBackupRunner(WORKER, (error) => {
    throw error;
  });
  const backups = createBackups({
    library: () => library,
    chosenFolderFor: () => chosen,
    setChosenFolder: (_folder, next) => {
      chosen = next;
      return ok(null);
    },
    runTask: run,
    clock: () => now,
    zone: () => 'UTC',
    publish: (state) => told.push(state),
  });
  let empty = path.join(home, 'unpacked');
  const ask = backupHandlers({
    backups,
    runTask: run,
    library: () => library,
    askForBackupFolder: () => Promise.resolve(target),
    askForEmptyFolder: () => Promise.resolve(empty),
    newId: () => testId((ids += 1)),
    zone: () => 'UTC',
  });
  const chooseTarget = async () => expect((await ask['backups:choose-folder']({})).ok).toBe(true);
  return {
    home,
    folder,
    target,
    library,
    backups,
    ask,
    told,
    fileOf,
    chooseTarget,
    later: (milliseconds: number) => (now += milliseconds),
    unpackTo: (place: string) => (empty = place),
    rescan: () => library.retry(),
    zips: () => {
      const [own] = readdirSync(target);
      return own === undefined ? [] : readdirSync(path.join(target, own)).map((name) => path.join(target, own, name));
    },
  };
}

async function valueOf<Value>(asked: Promise<{ ok: true; value: Value } | { ok: false; error: unknown }>) {
  const result = await asked;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('a backup', () => {
  it('opens in other zip programs', async (context) => {
    skipWithout('python3', context);
    const test = await backedUp(5);
    await test.chooseTarget();
    await valueOf(test.ask['backups:run']({ anyway: false }));
    const [zip = ''] = test.zips();
    // Prints the name of the first damaged file, or None.
    const check = 'import sys,zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip())';
    expect(execFileSync('python3', ['-c', check, zip], { encoding: 'utf8' })).toBe('None\n');
  });

  it('contains every file of the library byte for byte', async () => {
    const test = await backedUp(5);
    writeFileSync(path.join(test.folder, 'coes', 'broken.json'), '{"half');
    mkdirSync(path.join(test.folder, 'versions', testId(1)), { recursive: true });
    writeFileSync(path.join(test.folder, 'versions', testId(1), 'x.json'), 'older');
    writeFileSync(path.join(test.folder, 'diary.txt'), 'not part of the library');
    await test.chooseTarget();
    const state = await valueOf(test.ask['backups:run']({ anyway: false }));
    expect(state.last).toMatchObject({ at: '2026-11-23T09:30:15Z', coeCount: 6 });
    const [zip = ''] = test.zips();
    expect(path.basename(zip)).toBe('2026-11-23T093015Z.zip');
    const place = path.join(test.home, 'out');
    mkdirSync(place);
    await extractBackup(zip, place);
    for (const name of ['coes/broken.json', `versions/${testId(1)}/x.json`, `coes/${testId(3)}.json`]) {
      expect(readFileSync(path.join(place, name))).toEqual(readFileSync(path.join(test.folder, name)));
    }
    expect(readdirSync(place).sort()).toEqual(['coes', 'versions']);
  });

  it('passes verification only if it extracts to exactly the original files', async () => {
    const test = await backedUp(4);
    await test.chooseTarget();
    await valueOf(test.ask['backups:run']({ anyway: false }));
    const [zip = ''] = test.zips();
    const whole = readFileSync(zip);
    await expect(verifyBackup(zip)).resolves.toMatchObject({ coeCount: 4 });
    const backedUpFiles = async (): Promise<Map<string, Buffer>> => {
      const folder = mkdtempSync(path.join(test.home, 'unpacked-'));
      await extractBackup(zip, folder);
      return filesUnder(folder);
    };
    const files = await backedUpFiles();
    expect(files.size).toBe(4);
    let refused = 0;
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      writeFileSync(zip, damaged);
      const problem: unknown = await verifyBackup(zip).then(
        () => null,
        (error: unknown) => error,
      );
      // A flipped byte in a field that the reader ignores, such as a date, damages no file.
      if (problem === null) expect(await backedUpFiles()).toEqual(files);
      else {
        expect(problem).toBeInstanceOf(InvalidBackupError);
        refused += 1;
      }
      writeFileSync(zip, whole.subarray(0, at));
      await expect(verifyBackup(zip)).rejects.toBeInstanceOf(InvalidBackupError);
    }
    expect(refused).toBeGreaterThan(0);
  });

  it('is created once a day if the library changed', async () => {
    const test = await backedUp(3);
    await test.backups.runIfDue();
    expect(test.zips()).toEqual([]);
    await test.chooseTarget();
    await test.backups.runIfDue();
    expect(test.zips().length).toBe(1);
    test.later(DAY);
    await test.backups.runIfDue();
    expect(test.zips().length).toBe(1);
    writeFileSync(test.fileOf(9), writeCoe(someCoe({}, 9)));
    await test.rescan();
    await test.backups.runIfDue();
    expect(test.zips().length).toBe(2);
    await test.backups.runIfDue();
    expect(test.zips().length).toBe(2);
  });

  it('is made again within the same second, under the name of the next one', async () => {
    const test = await backedUp(2);
    await test.chooseTarget();
    for (const count of [2, 3, 4]) {
      expect((await valueOf(test.ask['backups:run']({ anyway: false }))).last?.coeCount).toBe(count);
      writeFileSync(test.fileOf(count + 1), writeCoe(someCoe({}, count + 1)));
      await test.rescan();
    }
    const names = ['2026-11-23T093015Z.zip', '2026-11-23T093016Z.zip', '2026-11-23T093017Z.zip'];
    expect(test.zips().map((zip) => path.basename(zip))).toEqual(names);
    expect((await test.backups.list()).map(({ coeCount }) => coeCount)).toEqual([4, 3, 2]);
  });

  it('is not created without confirmation when most COEs are gone', async () => {
    const test = await backedUp(9);
    await test.chooseTarget();
    await valueOf(test.ask['backups:run']({ anyway: false }));
    for (let number = 1; number <= 6; number += 1) rmSync(test.fileOf(number));
    await test.rescan();
    test.later(DAY);
    await test.backups.runIfDue();
    expect((await test.backups.state()).shrunk).toEqual({ before: 9, now: 3 });
    expect(test.zips().length).toBe(1);
    const state = await valueOf(test.ask['backups:run']({ anyway: true }));
    expect(state.shrunk).toBe(null);
    expect(test.zips().length).toBe(2);
  });

  it('reports a disk error and leaves nothing behind', async () => {
    const test = await backedUp(2);
    await test.chooseTarget();
    rmSync(test.target, { recursive: true });
    expect(await test.ask['backups:run']({ anyway: false })).toEqual({
      ok: false,
      error: { kind: 'backup-folder-missing' },
    });
    expect((await test.backups.state()).isReachable).toBe(false);
    writeFileSync(test.target, 'a file now');
    const run = await test.ask['backups:run']({ anyway: false });
    expect(run.ok).toBe(false);
    expect(readFileSync(test.target, 'utf8')).toBe('a file now');
  });

  it('is not written into the library', async () => {
    const test = await backedUp(1);
    expect(await test.backups.setFolder(path.join(test.folder, 'coes'))).toEqual({
      ok: false,
      error: { kind: 'backup-folder-in-library' },
    });
    const link = path.join(test.home, 'link');
    symlinkSync(test.folder, link);
    expect((await test.backups.setFolder(link)).ok).toBe(false);
  });
});

describe('restoring from a backup', () => {
  it('shows what is missing and what differs, and overwrites nothing', async () => {
    const test = await backedUp(5);
    await test.chooseTarget();
    await valueOf(test.ask['backups:run']({ anyway: false }));
    rmSync(test.fileOf(1));
    rmSync(test.fileOf(2));
    writeFileSync(test.fileOf(3), writeCoe(someCoe({ title: 'Newer' }, 3)));
    await test.rescan();
    const [backup] = await valueOf(test.ask['backups:list']({}));
    const id = backup?.id ?? '';
    const preview = await valueOf(test.ask['backups:preview']({ id }));
    expect(preview).toMatchObject({ same: 2, differs: 1, missing: 2, leftOut: 0 });
    expect(preview.coes.map(({ title, status }) => [title, status])).toEqual([
      ['Mistake 1', 'missing'],
      ['Mistake 2', 'missing'],
      ['Mistake 3', 'differs'],
    ]);
    expect((await valueOf(test.ask['backups:read']({ id, coeId: testId(3) }))).title).toBe('Mistake 3');

    const copy = await valueOf(test.ask['backups:restore']({ library: handleOf(test.folder), id, coeId: testId(3) }));
    expect(copy).toMatchObject({ failed: 0, before: 3, after: 4 });
    const all = await valueOf(test.ask['backups:restore']({ library: handleOf(test.folder), id, coeId: null }));
    expect(all).toEqual({ ids: [testId(1), testId(2)], failed: 0, before: 4, after: 6 });
    const { rows } = await test.library.list({ filter: emptyFilter(), text: '', order: 'title', offset: 0, limit: 50 });
    expect(rows.map(({ title }) => title)).toEqual([
      'Mistake 1',
      'Mistake 2',
      'Mistake 3 (from the backup of 23 Nov 2026)',
      'Mistake 4',
      'Mistake 5',
      'Newer',
    ]);
    expect(await test.ask['backups:restore']({ library: handleOf(test.folder), id, coeId: testId(4) })).toEqual({
      ok: false,
      error: { kind: 'exists-already' },
    });
    const switched = await test.ask['backups:restore']({ library: handleOf('/previous'), id, coeId: testId(3) });
    expect(switched).toEqual({ ok: false, error: { kind: 'library-switched' } });
  });

  it('works for an encrypted library, whose backups are encrypted', async () => {
    const test = await backedUp(3, generateIdentity());
    await test.chooseTarget();
    await valueOf(test.ask['backups:run']({ anyway: false }));
    const [zip = ''] = test.zips();
    expect(readFileSync(zip).includes(testId(2))).toBe(false);
    const place = path.join(test.home, 'fresh');
    mkdirSync(place);
    await extractBackup(zip, place);
    for (const name of readdirSync(path.join(place, 'coes'))) {
      expect(readFileSync(path.join(place, 'coes', name)).includes('Mistake')).toBe(false);
    }
    rmSync(test.fileOf(2));
    await test.rescan();
    const [backup] = await valueOf(test.ask['backups:list']({}));
    const id = backup?.id ?? '';
    const preview = await valueOf(test.ask['backups:preview']({ id }));
    expect(preview).toMatchObject({ same: 2, missing: 1, leftOut: 0 });
    expect(preview.coes[0]?.title).toBe('Mistake 2');
    expect(
      await valueOf(test.ask['backups:restore']({ library: handleOf(test.folder), id, coeId: null })),
    ).toMatchObject({ before: 2, after: 3 });
    expect((await test.library.open(testId(2))).ok).toBe(true);
  });

  it.each([undefined, generateIdentity()])('restores the pictures of a COE with it', async (identity) => {
    const test = await backedUp(1, identity);
    await test.chooseTarget();
    const picture = pngWith({});
    const { name } = await valueOf(test.library.attachments.addAttachment(picture, 'screen.png'));
    const withPicture = someCoe({ summary: `![The screen](attachments/${name})` }, 2);
    await valueOf(test.library.save(withPicture, 'none'));
    await valueOf(test.ask['backups:run']({ anyway: false }));
    rmSync(test.fileOf(2));
    rmSync(path.join(test.folder, 'attachments'), { recursive: true });
    await test.rescan();
    const [backup] = await valueOf(test.ask['backups:list']({}));
    await valueOf(
      test.ask['backups:restore']({ library: handleOf(test.folder), id: backup?.id ?? '', coeId: testId(2) }),
    );
    expect(await test.library.attachments.readAttachment(name)).toEqual(Buffer.from(picture));
  });

  it.each([undefined, generateIdentity()])(
    'restores the patterns of a COE that the library lacks',
    async (identity) => {
      const test = await backedUp(1, identity);
      await test.chooseTarget();
      const whole = newPattern('I said yes before I looked', 'whole', '2026-03-01T10:00:00.000Z');
      const part = { ...newPattern('I said yes', 'part', whole.createdAt), mergedInto: whole.id };
      const known = newPattern('I left late', 'known', whole.createdAt);
      for (const pattern of [whole, part, known]) await valueOf(test.library.patterns.changePattern(null, pattern));
      await valueOf(test.library.save(someCoe({ patternIds: [part.id, known.id, 'gone'] }, 2), 'none'));
      await valueOf(test.ask['backups:run']({ anyway: false }));
      rmSync(test.fileOf(2));
      await valueOf(test.library.patterns.removePattern(whole.id));
      await valueOf(test.library.patterns.removePattern(part.id));
      await valueOf(test.library.patterns.changePattern(known, { ...known, words: 'I left too late' }));
      await test.rescan();
      const [backup] = await valueOf(test.ask['backups:list']({}));
      await valueOf(
        test.ask['backups:restore']({ library: handleOf(test.folder), id: backup?.id ?? '', coeId: testId(2) }),
      );
      const { patterns } = await valueOf(test.library.patterns.readPatterns());
      expect(new Set(patterns)).toEqual(new Set([whole, part, { ...known, words: 'I left too late' }]));
    },
  );

  it('unpacks a backup as a new library, into an empty folder only', async () => {
    const test = await backedUp(3);
    await test.chooseTarget();
    await valueOf(test.ask['backups:run']({ anyway: false }));
    const [backup] = await valueOf(test.ask['backups:list']({}));
    const id = backup?.id ?? '';
    test.unpackTo(test.folder);
    expect(await test.ask['backups:unpack']({ id })).toEqual({ ok: false, error: { kind: 'folder-not-empty' } });
    const folder = path.join(test.home, 'fresh');
    mkdirSync(folder);
    test.unpackTo(folder);
    expect(await valueOf(test.ask['backups:unpack']({ id }))).toEqual({ folder });
    const { library } = await openTestLibrary({ folder });
    expect(library.state()).toMatchObject({ coeCount: 3, problemCount: 0 });
  });

  it('finds backups of another computer in the chosen folder', async () => {
    const test = await backedUp(2);
    await test.chooseTarget();
    await valueOf(test.ask['backups:run']({ anyway: false }));
    const [zip = ''] = test.zips();
    const elsewhere = path.join(test.home, 'carried over');
    renameSync(path.dirname(zip), elsewhere);
    await valueOf(test.backups.setFolder(elsewhere));
    expect((await test.backups.list()).map(({ coeCount }) => coeCount)).toEqual([2]);
  });

  it('rejects an unlisted backup name', async () => {
    const test = await backedUp(1);
    await test.chooseTarget();
    for (const id of ['../../etc/passwd', '2026-11-23T093015Z.zip', '']) {
      expect(await test.ask['backups:check']({ id })).toEqual({ ok: false, error: { kind: 'not-found' } });
    }
  });
});

describe('a zip file from elsewhere', () => {
  const file = (): string => path.join(temporaryFolder(), '2026-11-23T093015Z.zip');
  const made = async (build: (zip: ZipFile) => void): Promise<string> => {
    const target = file();
    const zip = new ZipFile();
    build(zip);
    zip.end();
    const parts: Buffer[] = [];
    for await (const part of zip.outputStream) parts.push(part as Buffer);
    writeFileSync(target, Buffer.concat(parts));
    return target;
  };
  const manifest = (files: object[]): Buffer =>
    Buffer.from(
      JSON.stringify({
        format: 'once-backup',
        version: 1,
        libraryName: 'x',
        madeAt: 'x',
        coeCount: 1,
        files,
        leftOut: [],
      }),
    );

  it.each([
    ['without a manifest', (zip: ZipFile) => zip.addBuffer(Buffer.from('{}'), 'coes/a.json')],
    [
      'that lists a missing file',
      (zip: ZipFile) => zip.addBuffer(manifest([{ name: 'coes/a.json', size: 2, sha256: 'x' }]), 'once-backup.json'),
    ],
    [
      'with a wrong checksum',
      (zip: ZipFile) => {
        zip.addBuffer(Buffer.from('{}'), 'coes/a.json');
        zip.addBuffer(manifest([{ name: 'coes/a.json', size: 2, sha256: 'x' }]), 'once-backup.json');
      },
    ],
    [
      'with a path outside the library',
      (zip: ZipFile) => {
        const sha256 = 'RBNvo1WzZ4oRRq0W9-hknpT7T8If536DEMBg9hyq_4o';
        zip.addBuffer(Buffer.from('{}'), 'elsewhere/a.json');
        zip.addBuffer(manifest([{ name: 'elsewhere/a.json', size: 2, sha256 }]), 'once-backup.json');
      },
    ],
  ])('%s is rejected before anything is written', async (_what, build) => {
    const zip = await made(build);
    const place = temporaryFolder();
    await expect(extractBackup(zip, place)).rejects.toBeInstanceOf(InvalidBackupError);
    expect(readdirSync(place)).toEqual([]);
  });

  it('is rejected if an entry exceeds the size limit', async () => {
    const zip = await made((each) => {
      each.addBuffer(Buffer.alloc(60 * 1024 * 1024), 'coes/a.json');
      each.addBuffer(manifest([{ name: 'coes/a.json', size: 62914560, sha256: 'x' }]), 'once-backup.json');
    });
    await expect(verifyBackup(zip)).rejects.toBeInstanceOf(InvalidBackupError);
  });
});
