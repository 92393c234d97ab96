import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { readCoe } from '#domain/file/read-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

import { seedLibrary } from '../../../scripts/seed/seed-library.ts';

describe('a generated library', () => {
  it('is the same for the same seed, and every file in it can be read', () => {
    const [first, second] = [path.join(temporaryFolder(), 'a'), path.join(temporaryFolder(), 'b')];
    seedLibrary(first, 20);
    seedLibrary(second, 20);
    const names = readdirSync(path.join(first, 'coes'));
    expect(names.length).toBe(20);
    expect(readdirSync(path.join(second, 'coes'))).toEqual(names);
    for (const name of names) {
      const text = readFileSync(path.join(first, 'coes', name), 'utf8');
      expect(readFileSync(path.join(second, 'coes', name), 'utf8')).toBe(text);
      expect(readCoe(text)).toMatchObject({ ok: true, value: { id: name.slice(0, 26) } });
    }
  });

  it('is not written to a folder that is not empty', () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'mine.txt'), 'mine');
    expect(() => seedLibrary(folder, 1)).toThrow('not empty');
    expect(readdirSync(folder)).toEqual(['mine.txt']);
  });
});
