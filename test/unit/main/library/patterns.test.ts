import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { coeFilterSchema } from '#domain/catalogue/coe-filter.ts';
import { newPattern, type Pattern, writePattern } from '#domain/patterns/pattern.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { listFilesToBackUp } from '#main/backups/files-to-back-up.ts';
import { temporaryName } from '#main/disk/temporary-name.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import type { Library } from '#main/library/library-api.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

const AT = '2026-03-01T10:00:00.000Z';
const YES = newPattern('I said yes before I looked', testId(1), AT);
const LATE = newPattern('I left too late', testId(2), '2026-03-02T10:00:00.000Z');
const fileOf = (folder: string, { id }: Pattern): string => path.join(folder, 'patterns', `${id}.json`);
const write = (folder: string, name: string, text: string): void => {
  mkdirSync(path.join(folder, 'patterns'), { recursive: true });
  writeFileSync(path.join(folder, 'patterns', name), text);
};
const read = async (library: Library): Promise<readonly Pattern[]> => {
  const found = await library.patterns.readPatterns();
  if (!found.ok) throw new Error(found.error.kind);
  return found.value.patterns;
};

describe('the patterns of a library', () => {
  it('are none at first, without a folder', async () => {
    const { library, folder } = await openTestLibrary();
    expect(await library.patterns.readPatterns()).toEqual({
      ok: true,
      value: { patterns: [], unreadable: [], readOnly: false },
    });
    expect(existsSync(path.join(folder, 'patterns'))).toBe(false);
  });

  it('are saved in one readable file each, which are part of a backup', async () => {
    const { library, folder } = await openTestLibrary();
    await library.patterns.changePattern(null, LATE);
    await library.patterns.changePattern(null, YES);
    expect(readFileSync(fileOf(folder, YES), 'utf8')).toBe(writePattern(YES));
    expect(await read(library)).toEqual([YES, LATE]);
    expect(listFilesToBackUp(folder).names).toContain(`patterns/${YES.id}.json`);
  });

  it('refuse a new one whose id is taken', async () => {
    const { library } = await openTestLibrary();
    await library.patterns.changePattern(null, YES);
    const again = await library.patterns.changePattern(null, { ...YES, words: 'Other' });
    expect(again).toEqual({ ok: false, error: { kind: 'exists-already' } });
    expect(await read(library)).toEqual([YES]);
  });

  it('are merged with a change by another program, whose unknown keys stay', async () => {
    const { library, folder } = await openTestLibrary();
    await library.patterns.changePattern(null, YES);
    write(folder, `${YES.id}.json`, JSON.stringify({ ...YES, retireAfter: 6, later: true }));
    const changed = await library.patterns.changePattern(YES, { ...YES, words: 'I agreed too soon' });
    expect(changed).toEqual({ ok: true, value: { ...YES, words: 'I agreed too soon', retireAfter: 6, later: true } });
    expect(JSON.parse(readFileSync(fileOf(folder, YES), 'utf8'))).toMatchObject({ retireAfter: 6, later: true });
  });

  it('are merged with the copies of a sync service, which then move to the quarantine', async () => {
    const { library, folder } = await openTestLibrary();
    write(folder, `${YES.id}.json`, writePattern({ ...YES, tryingNow: 'Wait' }));
    write(folder, `${YES.id} (conflicted copy).json`, writePattern({ ...YES, retiredOn: '2026-02-01' }));
    expect(await read(library)).toEqual([{ ...YES, tryingNow: 'Wait', retiredOn: '2026-02-01' }]);
    expect(readdirSync(path.join(folder, 'patterns'))).toEqual([`${YES.id}.json`]);
    expect(readdirSync(path.join(folder, 'set-aside'))).toEqual([`${YES.id} (conflicted copy).json`]);
  });

  it('leave files alone that cannot be read, name them, and show the rest', async () => {
    const { library, folder } = await openTestLibrary();
    const newer = JSON.stringify({ ...LATE, version: 7 });
    write(folder, `${YES.id}.json`, writePattern(YES));
    write(folder, `${LATE.id}.json`, newer);
    write(folder, 'broken.json', '{ "id": "bro');
    write(folder, 'large.json', writePattern({ ...YES, id: 'large', later: 'x'.repeat(1_000_001) } as Pattern));
    symlinkSync(fileOf(folder, YES), path.join(folder, 'patterns', 'link.json'));
    write(folder, 'notes.txt', 'not ours');
    expect(await library.patterns.readPatterns()).toEqual({
      ok: true,
      value: {
        patterns: [YES],
        unreadable: [
          { fileName: `${LATE.id}.json`, reason: 'newer-version', version: 7 },
          { fileName: 'broken.json', reason: 'broken' },
          { fileName: 'large.json', reason: 'broken' },
          { fileName: 'link.json', reason: 'broken' },
        ],
        readOnly: false,
      },
    });
    const changed = await library.patterns.changePattern(LATE, { ...LATE, words: 'Changed' });
    expect(changed).toEqual({
      ok: false,
      error: { kind: 'unreadable', fault: { reason: 'newer-version', version: 7 } },
    });
    expect(readFileSync(fileOf(folder, LATE), 'utf8')).toBe(newer);
  });

  it('move to the quarantine when they are deleted, and come back with an undo', async () => {
    const { library, folder } = await openTestLibrary();
    await library.patterns.changePattern(null, YES);
    expect(await library.patterns.removePattern(YES.id)).toEqual({ ok: true, value: null });
    expect(await read(library)).toEqual([]);
    expect(readFileSync(path.join(folder, 'set-aside', `${YES.id}.json`), 'utf8')).toBe(writePattern(YES));
    await library.patterns.changePattern(null, YES);
    expect(await read(library)).toEqual([YES]);
    expect(await library.patterns.removePattern('gone')).toEqual({ ok: false, error: { kind: 'not-found' } });
  });

  it('lose the temporary file of a write that was cut short, at the next start', async () => {
    const folder = path.join(temporaryFolder(), 'library');
    write(folder, `${YES.id}.json`, writePattern(YES));
    const leftover = path.join(folder, 'patterns', temporaryName('x'));
    writeFileSync(leftover, 'half');
    utimesSync(leftover, 0, 0);
    const { library } = await openTestLibrary({ folder });
    await library.close();
    expect(readdirSync(path.join(folder, 'patterns'))).toEqual([`${YES.id}.json`]);
  });

  it('are announced when another program changes or removes one', async () => {
    const { library, folder, told } = await openTestLibrary();
    const announced = (): number => told.filter(({ event }) => event === 'patterns:changed').length;
    await library.patterns.changePattern(null, YES);
    await library.reconcile();
    expect(announced()).toBe(1);
    write(folder, `${LATE.id}.json`, writePattern(LATE));
    await expect.poll(announced).toBe(2);
    expect(library.patterns.knownPatterns()).toEqual([YES, LATE]);
    rmSync(fileOf(folder, LATE));
    await expect.poll(announced).toBe(3);
  });

  it('cannot be changed in a library that is read-only', async () => {
    const { library, folder } = await openTestLibrary();
    await library.patterns.changePattern(null, YES);
    const reader = await openTestLibrary({ folder, readOnly: true });
    expect(await reader.library.patterns.readPatterns()).toMatchObject({ value: { readOnly: true } });
    const refused = { ok: false, error: { kind: 'library-read-only' } };
    expect(await reader.library.patterns.changePattern(YES, LATE)).toEqual(refused);
    expect(await reader.library.patterns.removePattern(YES.id)).toEqual(refused);
    expect(await reader.library.markPattern(testId(1), YES.id, null)).toEqual(refused);
  });

  it('are encrypted in an encrypted library, by name and content', async () => {
    const { library, folder } = await openTestLibrary({ identity: generateIdentity() });
    await library.patterns.changePattern(null, YES);
    const [name = ''] = readdirSync(path.join(folder, 'patterns'));
    expect(name).not.toContain(YES.id);
    expect(readFileSync(path.join(folder, 'patterns', name)).includes('looked')).toBe(false);
    expect(await read(library)).toEqual([YES]);
  });

  it('are added to a COE and taken from it, also under the id of a pattern that was merged into them', async () => {
    const { library } = await openTestLibrary();
    await library.patterns.changePattern(null, YES);
    await library.patterns.changePattern(null, { ...LATE, mergedInto: YES.id });
    const created = await library.create({ kind: 'missed-event', title: 'Missed', happened: dayMoment('2026-03-01') });
    if (!created.ok) throw new Error(created.error.kind);
    const { id } = created.value.coe;
    const idsOf = async (): Promise<readonly string[]> => {
      const opened = await library.open(id);
      return opened.ok ? opened.value.coe.patternIds : ['not opened'];
    };
    await library.markPattern(id, LATE.id, null);
    await library.markPattern(id, YES.id, null);
    const found = async (text: string, patterns: string[]): Promise<number> => {
      const filter = coeFilterSchema.parse({ patterns });
      return (await library.list({ filter, text, order: 'title', offset: 0, limit: 9 })).total;
    };
    expect(await found('pattern:"before i looked"', [])).toBe(1);
    expect(await found('', [YES.id])).toBe(1);
    expect(await found('', ['gone'])).toBe(0);
    expect((await library.facets()).patterns).toEqual({ [YES.id]: 1 });
    expect(await idsOf()).toEqual([LATE.id]);
    expect(library.summaries()[0]?.patternIds).toEqual([LATE.id]);
    await library.markPattern(id, null, YES.id);
    expect(await idsOf()).toEqual([]);
  });
});
