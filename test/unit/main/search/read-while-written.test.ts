import fs, { lstatSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { readFileBytes } from '#main/coe-files/read-coe-file.ts';
import { sameStamp, stampOf } from '#main/disk/file-stamp.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { readOutcome } from '#main/search/read-files.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

const NAME = `${testId(1)}.json`;
const WHOLE = writeCoe(someCoe());

/** A file of which another program has written a half. */
function halfWritten(): { folder: string; file: string } {
  const folder = temporaryFolder();
  const file = path.join(folder, NAME);
  writeFileSync(file, WHOLE.slice(0, WHOLE.length / 2));
  return { folder, file };
}

describe('a file that another program writes while it is read', () => {
  it('does not get the stamp of what was written later, so that the next scan reads it again', () => {
    const { folder, file } = halfWritten();
    const { readFileSync } = fs;
    onTestFinished(() => {
      Object.assign(fs, { readFileSync });
      syncBuiltinESMExports();
    });
    const readAndWrite = (...args: Parameters<typeof readFileSync>) => {
      const read = readFileSync(...args);
      writeFileSync(file, WHOLE);
      return read;
    };
    Object.assign(fs, { readFileSync: readAndWrite });
    syncBuiltinESMExports();
    const outcome = readOutcome(PLAIN_CIPHER, folder, NAME);
    if (outcome.is !== 'problem' || outcome.stamp === null) throw new Error(`It is ${outcome.is}`);
    expect(sameStamp(outcome.stamp, stampOf(lstatSync(file)))).toBe(false);
  });

  it('does not get it when it is opened either', async () => {
    const { file } = halfWritten();
    const cipher = {
      ...PLAIN_CIPHER,
      decrypt: (bytes: Uint8Array) => {
        writeFileSync(file, WHOLE);
        return PLAIN_CIPHER.decrypt(bytes);
      },
    };
    const read = await readFileBytes(cipher, file);
    if (!read.ok || read.value === null) throw new Error('It was not read');
    expect(sameStamp(read.value.stamp, stampOf(lstatSync(file)))).toBe(false);
  });
});
