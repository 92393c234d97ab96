import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { newCoe } from '#domain/coe/new-coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

import { filesUnder } from './files-under.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { testId } from './test-ids.ts';

/** A word that stands in every COE these tests write, and nowhere else. */
export const CANARY = 'Kanarienvogel';

/** Low enough that a test does not wait. */
export const QUICK_WORK = 4;

/** A library of a few COEs as files, one in the trash, made without the app, with a cache that quotes them. */
export function libraryOnDisk(count = 3): { home: string; folder: string; cacheFolder: string } {
  const home = temporaryFolder();
  const folder = path.join(home, 'library');
  const cacheFolder = path.join(home, 'cache', 'of-this-library');
  const journal = path.join(home, 'journal', 'recovered');
  const versions = path.join(folder, 'versions', testId(1));
  for (const made of [path.join(folder, 'coes'), path.join(folder, 'trash'), versions, journal, cacheFolder]) {
    mkdirSync(made, { recursive: true });
  }
  for (let number = 1; number <= count; number += 1) {
    writeFileSync(path.join(folder, 'coes', `${testId(number)}.json`), coeText(number));
  }
  const deleted = count + 1;
  writeFileSync(path.join(folder, 'trash', `20260301T102207512Z-${testId(deleted)}.json`), coeText(deleted));
  writeFileSync(path.join(versions, '20260301T102207512Z-saved.json'), coeText(1));
  writeFileSync(path.join(journal, `20260301T102207512Z-${testId(1)}.json`), coeText(1));
  writeFileSync(path.join(cacheFolder, 'catalogue.ndjson'), CANARY);
  return { home, folder, cacheFolder };
}

/** The text of one such COE. */
export const coeText = (number: number): string =>
  writeCoe(
    newCoe(
      {
        kind: 'outage',
        title: `${CANARY} ${number}`,
        happened: { precision: 'unknown', value: '', approximate: false },
      },
      testId(number),
      () => Date.UTC(2026, 0, number),
    ),
  );

/** What a room of a library holds, in names and words, through a cipher. */
export function contentOf(room: string, cipher: FileCipher): Record<string, string> {
  const content: Record<string, string> = {};
  for (const [file, bytes] of filesUnder(room)) {
    const names = file.split(path.sep).map((step) => cipher.decryptName(step));
    const plain = cipher.decrypt(bytes);
    content[names.join('/')] = plain.ok ? Buffer.from(plain.value).toString() : `not opened: ${plain.error}`;
  }
  return content;
}

/** The files in which a word stands, in their content or in their names. */
export const filesWith = (folder: string, word: string): string[] =>
  [...filesUnder(folder)].filter(([name, bytes]) => name.includes(word) || bytes.includes(word)).map(([name]) => name);

/** A copy of a library as it is now, to try something on. */
export function copyOf(home: string): string {
  const copy = path.join(temporaryFolder(), 'copy');
  cpSync(home, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}
