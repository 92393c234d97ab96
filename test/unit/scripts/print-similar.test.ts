import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { filesUnder } from '#test/support/files-under.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

import { runSimilar } from '../../../scripts/similar/print-similar.ts';
import type { CommandOutcome } from '../../../scripts/system/command-outcome.ts';
import { coeOf } from '../../fixtures/similar/coe-of.ts';
import { REPEATS_IN_LIFE } from '../../fixtures/similar/repeats-in-life.ts';

const SCRIPT = fileURLToPath(new URL('../../../scripts/similar/print-similar.ts', import.meta.url));

const similar = (...args: string[]): Promise<CommandOutcome> => runSimilar(args);

/** Runs the command in a process of its own, as a person does. */
function similarAlone(args: readonly string[], env = process.env): CommandOutcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8', env });
  return { status: status ?? -1, out: stdout, error: stderr };
}

/** A library of pairs as files: the first of each with an even number, the second with the odd one after it. */
function libraryOfPairs(): string {
  const folder = path.join(temporaryFolder(), 'library');
  mkdirSync(path.join(folder, 'coes'), { recursive: true });
  REPEATS_IN_LIFE.forEach((pair, place) => {
    [pair.first, pair.second].forEach((sketch, side) => {
      const coe = coeOf(sketch, testId(2 * place + side));
      writeFileSync(path.join(folder, 'coes', `${coe.id}.json`), writeCoe(coe));
    });
  });
  return folder;
}

describe('npm run similar -- --patterns', () => {
  test('prints the patterns in the order of the app, with the ids of their COEs, and changes nothing', async () => {
    const folder = libraryOfPairs();
    const write = (file: string, value: object): void => writeFileSync(file, JSON.stringify(value));
    mkdirSync(path.join(folder, 'patterns'));
    for (const place of [0, 2, 4]) {
      const id = `p${place}`;
      const file = path.join(folder, 'coes', `${testId(place)}.json`);
      write(file, { ...(JSON.parse(readFileSync(file, 'utf8')) as object), patternIds: [id] });
      const pattern = { id, words: `Trap ${place}`, createdAt: '2026-01-01T00:00:00.000Z', retiredOn: null };
      write(path.join(folder, 'patterns', `${id}.json`), pattern);
    }
    const before = filesUnder(folder);
    const { status, out, error } = await similar('--library', folder, '--coe', testId(3), '--patterns', '--words');
    expect({ status, error }).toEqual({ status: 0, error: '' });
    const printed = JSON.parse(out) as { id: string }[];
    expect(printed[0]).toEqual({ id: 'p2', words: 'Trap 2', coes: [testId(2)] });
    expect(printed).toHaveLength(3);
    expect(filesUnder(folder)).toEqual(before);

    const { library } = await openTestLibrary({ folder });
    const opened = await library.open(testId(3));
    if (!opened.ok) throw new Error(opened.error.kind);
    expect(await library.rankPatterns(opened.value.coe)).toEqual(printed);
  });
});

describe('npm run similar', () => {
  test('prints the results of the app, best first, and changes nothing', async () => {
    const folder = libraryOfPairs();
    const before = filesUnder(folder);
    const { status, out, error } = await similar('--library', folder, '--coe', testId(1), '--words');
    expect({ status, error }).toEqual({ status: 0, error: '' });
    const printed = JSON.parse(out) as unknown[];
    expect(printed[0]).toMatchObject({ id: testId(0), isStrong: true, score: expect.any(Number) as number });
    expect(filesUnder(folder)).toEqual(before);

    const { library } = await openTestLibrary({ folder });
    const opened = await library.open(testId(1));
    if (!opened.ok) throw new Error(opened.error.kind);
    expect(printed).toEqual(await library.findSimilar(opened.value.coe));
  });

  test('compares by meaning, too, and leaves no file behind', () => {
    const folder = libraryOfPairs();
    const before = filesUnder(folder);
    const scratch = temporaryFolder();
    const scores = (...options: string[]): number[] => {
      const args = ['--library', folder, '--coe', testId(1), ...options];
      const { out } = similarAlone(args, { ...process.env, TMPDIR: scratch });
      return (JSON.parse(out) as { score: number }[]).map(({ score }) => score);
    };
    expect(scores()[0]).toBeGreaterThan(scores('--words')[0] ?? 0);
    expect(filesUnder(folder)).toEqual(before);
    expect(filesUnder(scratch)).toEqual(new Map());
  });

  test('skips files that are not COEs', () => {
    const folder = libraryOfPairs();
    writeFileSync(path.join(folder, 'coes', `${testId(500)}.json`), 'not JSON');
    writeFileSync(
      path.join(folder, 'coes', 'notes.json'),
      readFileSync(path.join(folder, 'coes', `${testId(3)}.json`)),
    );
    expect(similarAlone(['--library', folder, '--coe', testId(3)]).out).toContain(testId(2));
  });

  test('prints an error and returns an exit code when it cannot answer', async () => {
    const folder = libraryOfPairs();
    writeFileSync(path.join(folder, 'coes', `${testId(500)}.json`), 'not JSON');
    const encrypted = path.join(temporaryFolder(), 'sealed');
    mkdirSync(path.join(encrypted, 'coes'), { recursive: true });
    mkdirSync(path.join(encrypted, 'vault'));
    const description = { format: 'once-vault', version: 1, recipient: 'age1x', state: 'encrypted', change: null };
    writeFileSync(path.join(encrypted, 'vault', 'vault.json'), JSON.stringify(description));
    const cases: [args: string[], status: number, says: string][] = [
      [[], 2, 'Usage'],
      [['--library', folder], 2, 'Usage'],
      [['--library', folder, '--coe', testId(1), '--other'], 2, 'Usage'],
      [['--library', path.join(folder, 'nowhere'), '--coe', testId(1)], 1, 'no folder'],
      [['--library', path.join(folder, 'coes'), '--coe', testId(1)], 1, 'no library'],
      [['--library', folder, '--coe', testId(999)], 1, `no COE ${testId(999)}`],
      [['--library', folder, '--coe', '../../etc/passwd'], 1, 'no COE'],
      [['--library', folder, '--coe', testId(500)], 1, 'cannot be read'],
      [['--library', encrypted, '--coe', testId(1)], 1, 'encrypted'],
    ];
    for (const [args, status, says] of cases) {
      const ended = await similar(...args);
      expect({ args, status: ended.status, out: ended.out }).toEqual({ args, status, out: '' });
      expect(ended.error).toContain(says);
    }
  });
});
