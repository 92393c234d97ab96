import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ulid } from 'ulid';

import { coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { fail, ok } from '#domain/result.ts';
import { coePath } from '#domain/team/tree-paths.ts';
import type { Library } from '#main/library/library-api.ts';
import { type LibraryFiles, openLibraryFiles } from '#main/team/library-files.ts';
import { blobId } from '#main/team/object-id.ts';

import { freshCoe } from './fresh-coe.ts';
import { coeOnDisk, needed } from './on-disk.ts';
import type { Scene, Subject } from './subject.ts';

/** The COEs that the team has by their id: one that is changed here, and two that are new. */
const contentsOf = (scene: Scene): Record<string, string> =>
  JSON.parse(needed(scene, 'contents')) as Record<string, string>;

/** An exchange keeps them from one try to the next. */
const opened = new WeakMap<Library, LibraryFiles>();

/** Writing what the team changed into the library, several files at once, as an exchange does. */
export const takeFromTeam: Subject = {
  name: 'take files of a team',
  isSlow: true,
  prepare: async (library) => {
    const { coe } = await freshCoe(library, 'before');
    const coes = [coe.id, ulid(), ulid()].map((id) => coeSchema.parse({ ...coe, id, title: 'after' }));
    opened.set(library, openLibraryFiles(library.folder, library.runExclusive));
    return { id: coe.id, contents: JSON.stringify(Object.fromEntries(coes.map((each) => [each.id, writeCoe(each)]))) };
  },
  act: async (library, scene) => {
    const files = opened.get(library);
    if (files === undefined) throw new Error('Nothing was prepared');
    const wanted: { path: string; bytes: Buffer; expected: ReturnType<typeof blobId> | null }[] = [];
    for (const [id, text] of Object.entries(contentsOf(scene))) {
      const [treePath, bytes] = [coePath(id), Buffer.from(text)];
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that the calls come in the same order
      const there = await files.read(treePath);
      if (!there.ok) return there;
      const expected = there.value === null ? null : blobId(there.value);
      if (expected !== blobId(bytes)) wanted.push({ path: treePath, bytes, expected });
    }
    const written = await files.write(wanted);
    const failed = written.find((one) => !one.ok);
    if (failed?.ok === false) return failed;
    return written.every((one) => one.ok && one.value !== null)
      ? ok(null)
      : fail({ kind: 'changed-outside', current: null });
  },
  judge: (folder, scene) => {
    const found = Object.keys(contentsOf(scene)).map((id) =>
      existsSync(path.join(folder, 'coes', `${id}.json`)) ? coeOnDisk(folder, id) : null,
    );
    for (const one of found) if (one?.ok === false) return one.error;
    const isNew = Object.entries(contentsOf(scene)).every(([id, text]) => {
      const file = path.join(folder, 'coes', `${id}.json`);
      return existsSync(file) && readFileSync(file, 'utf8') === text;
    });
    // Those that were written before the failure are whole; the others come with the next try.
    return isNew ? 'new' : 'old';
  },
};
