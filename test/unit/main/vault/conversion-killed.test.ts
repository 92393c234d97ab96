import { spawn } from 'node:child_process';
import path from 'node:path';

import { expect, test } from 'vitest';

import { createAgeCipher } from '#main/encryption/age-cipher.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { recoverConversion } from '#main/vault/recover-conversion.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { CANARY, contentOf, filesWith, libraryOnDisk } from '#test/support/vault-library.ts';

const CHILD = path.resolve('test/support/convert-child.ts');
const identity = generateIdentity();
const sealed = createAgeCipher(identity);

/** Runs the conversion in its own process, and kills that after a number of copied files, or lets it finish. */
function run(direction: 'on' | 'off', home: string, killAfter: number, wait: number): Promise<void> {
  const paths = [path.join(home, 'library'), path.join(home, 'journal'), path.join(home, 'cache', 'of-this-library')];
  const child = spawn(process.execPath, [CHILD, direction, ...paths, identity.text], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let copied = 0;
  child.stdout.on('data', (dots: Buffer) => {
    copied += dots.length;
    if (copied >= killAfter) setTimeout(() => child.kill('SIGKILL'), wait);
  });
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
  });
}

test('a process killed during a conversion loses nothing and leaves nothing readable', async () => {
  const COUNT = 40;
  const { home, folder } = libraryOnDisk(COUNT);
  const outside = { caches: [path.join(home, 'cache', 'of-this-library')], journal: path.join(home, 'journal') };
  const wordsIn = (cipher: typeof sealed): object[] =>
    ['coes', 'trash', 'versions'].map((room) => contentOf(path.join(folder, room), cipher));
  const words = wordsIn(PLAIN_CIPHER);
  let isPlain = true;
  const ends: boolean[] = [];
  for (const [killAfter, wait] of [
    [1, 0],
    [COUNT / 2, 2],
    [COUNT + 2, 0],
    [COUNT + 3, 3],
    [COUNT + 3, 8],
    [999, 0],
    [5, 0],
    [COUNT + 3, 4],
    [COUNT + 3, 12],
    [999, 0],
  ]) {
    await run(isPlain ? 'on' : 'off', home, killAfter ?? 1, wait ?? 0);
    const mended = await recoverConversion(folder, outside);
    expect(mended.ok).toBe(true);
    isPlain = mended.ok && mended.value === 'plain';
    expect(wordsIn(isPlain ? PLAIN_CIPHER : sealed)).toEqual(words);
    if (!isPlain) expect(filesWith(home, CANARY)).toEqual([]);
    ends.push(isPlain);
  }
  expect(new Set(ends)).toEqual(new Set([true, false]));
});
