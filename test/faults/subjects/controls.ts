import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import { writeCoe } from '#domain/file/write-coe.ts';
import { ok } from '#domain/result.ts';
import { diskError } from '#main/disk/disk-error.ts';

import { needed } from './on-disk.ts';
import { judgeSave, prepareSave, versionToSave } from './save.ts';
import type { Subject } from './subject.ts';

const require = createRequire(import.meta.url);

type Write = (file: string, text: string) => Promise<void>;

/** It brings no types of its own. */
const writeFileAtomic = require('write-file-atomic') as Write;

/** The same save by other means, to see that the harness finds what is wrong with them. */
const control = (name: string, write: Write): Subject => ({
  name: `save by ${name}`,
  isControl: true,
  prepare: prepareSave,
  act: async (library, scene) => {
    try {
      await write(path.join(library.folder, 'coes', `${needed(scene, 'id')}.json`), writeCoe(versionToSave(scene)));
      return ok(null);
    } catch (error) {
      return { ok: false, error: diskError(error) };
    }
  },
  judge: judgeSave,
});

/** The same files by other means, by the name of those. */
export const CONTROL_WRITERS: Readonly<Record<string, Write>> = {
  'fs.writeFile': (file, text) => writeFile(file, text),
  'write-file-atomic': writeFileAtomic,
};

/** Each of them as a subject. */
export const CONTROLS: readonly Subject[] = Object.entries(CONTROL_WRITERS).map(([name, write]) =>
  control(name, write),
);
