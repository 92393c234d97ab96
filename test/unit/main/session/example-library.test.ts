import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { readCoe } from '#domain/file/read-coe.ts';
import { readPattern } from '#domain/patterns/pattern.ts';
import { makeExampleLibrary } from '#main/session/example-library.ts';

import { ALL_EXAMPLES, EXAMPLE_PATTERNS, EXAMPLES_FOLDER } from '../../../support/examples.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let temporary = '';
let folder = '';
const coes = (): Promise<string[]> => readdir(path.join(folder, 'coes'));

beforeEach(() => {
  temporary = temporaryFolder();
  folder = path.join(temporary, 'examples');
});

describe('the example library', () => {
  it('contains every example unchanged, named by its id', async () => {
    expect(await makeExampleLibrary(folder, EXAMPLES_FOLDER)).toEqual({ ok: true, value: folder });
    expect((await coes()).toSorted()).toEqual(ALL_EXAMPLES.map(({ id }) => `${id}.json`));
    for (const coe of ALL_EXAMPLES) {
      const text = await readFile(path.join(folder, 'coes', `${coe.id}.json`), 'utf8');
      expect(readCoe(text)).toEqual({ ok: true, value: coe });
    }
  });

  it('contains every pattern unchanged, named by its id', async () => {
    await makeExampleLibrary(folder, EXAMPLES_FOLDER);
    const patterns = path.join(folder, 'patterns');
    expect((await readdir(patterns)).toSorted()).toEqual(EXAMPLE_PATTERNS.map(({ id }) => `${id}.json`));
    for (const pattern of EXAMPLE_PATTERNS) {
      const text = await readFile(path.join(patterns, `${pattern.id}.json`), 'utf8');
      expect(readPattern(text, pattern.id)).toEqual({ ok: true, value: pattern });
    }
  });

  it('keeps changes and deletions', async () => {
    await makeExampleLibrary(folder, EXAMPLES_FOLDER);
    await rm(path.join(folder, 'coes', `${ALL_EXAMPLES[0]?.id}.json`));
    await makeExampleLibrary(folder, EXAMPLES_FOLDER);
    expect(await coes()).toHaveLength(ALL_EXAMPLES.length - 1);
  });

  it('is complete after a crash during its creation', async () => {
    const broken = path.join(temporary, 'resources');
    await cp(EXAMPLES_FOLDER, broken, { recursive: true });
    await writeFile(path.join(broken, 'coes', '01ZZZZZZZZZZZZZZZZZZZZZZZZ.json'), 'not a COE');
    expect((await makeExampleLibrary(folder, broken)).ok).toBe(false);
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
    await rm(path.join(broken, 'coes', '01ZZZZZZZZZZZZZZZZZZZZZZZZ.json'));
    await writeFile(path.join(broken, 'patterns', '01ZZZZZZZZZZZZZZZZZZZZZZZZ.json'), 'not a pattern');
    expect((await makeExampleLibrary(folder, broken)).ok).toBe(false);
    await expect(readdir(folder)).rejects.toThrow('ENOENT');

    await makeExampleLibrary(folder, EXAMPLES_FOLDER);
    expect(await coes()).toHaveLength(ALL_EXAMPLES.length);
    expect(await readdir(path.dirname(folder))).not.toContain('examples.new');
  });
});
