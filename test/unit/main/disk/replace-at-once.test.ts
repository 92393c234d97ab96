import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { lockPathOf } from '#main/disk/file-lock.ts';
import { replaceAtOnce } from '#main/disk/replace-at-once.ts';
import { revisionOf } from '#main/disk/revision.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const OLD = Buffer.from('old');
const NEW = Buffer.from('new words');

function begin(): { folder: string; file: string; replace: () => ReturnType<typeof replaceAtOnce> } {
  const folder = temporaryFolder();
  const file = path.join(folder, 'one.json');
  writeFileSync(file, OLD);
  return { folder, file, replace: () => replaceAtOnce({ file, bytes: NEW, expected: revisionOf(OLD) }) };
}

describe('replacing a file in one go', () => {
  it('writes the new bytes, returns their stamp, and leaves nothing else', () => {
    const { folder, file, replace } = begin();
    const replaced = replace();
    const { mtimeMs, size, ino } = statSync(file);
    expect(replaced).toEqual({ is: 'replaced', stamp: { mtimeMs, size, ino } });
    expect(readFileSync(file)).toEqual(NEW);
    expect(readdirSync(folder)).toEqual(['one.json']);
  });

  it('changes nothing when the file has other bytes', () => {
    const { folder, file, replace } = begin();
    writeFileSync(file, 'theirs');
    expect(replace()).toEqual({ is: 'unchanged' });
    expect(readFileSync(file, 'utf8')).toBe('theirs');
    expect(readdirSync(folder)).toEqual(['one.json']);
  });

  it('changes nothing while another process holds the lock', () => {
    const { folder, file, replace } = begin();
    writeFileSync(lockPathOf(file), '');
    expect(replace()).toEqual({ is: 'unchanged' });
    expect(readFileSync(file)).toEqual(OLD);
    expect(readdirSync(folder).sort()).toEqual([path.basename(lockPathOf(file)), 'one.json']);
  });

  it('changes nothing when the file is gone, or a link or a folder is in its place', () => {
    const folder = temporaryFolder();
    const target = path.join(folder, 'target');
    writeFileSync(target, OLD);
    const link = path.join(folder, 'link');
    symlinkSync(target, link);
    const inner = path.join(folder, 'inner');
    mkdirSync(inner);
    for (const file of [path.join(folder, 'gone'), link, inner])
      expect(replaceAtOnce({ file, bytes: NEW, expected: revisionOf(OLD) })).toEqual({ is: 'unchanged' });
    expect(readFileSync(target)).toEqual(OLD);
    expect(existsSync(path.join(folder, 'gone'))).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(['inner', 'link', 'target']);
  });

  it('fails with the reason when the folder is gone', () => {
    const file = path.join(temporaryFolder(), 'none', 'one.json');
    expect(replaceAtOnce({ file, bytes: NEW, expected: '' })).toEqual({
      is: 'failed',
      error: { kind: 'disk', reason: 'gone', code: 'ENOENT' },
    });
  });
});
