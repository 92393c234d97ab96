import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ulid } from 'ulid';

import { coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { coePath } from '#domain/team/tree-paths.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Library } from '#main/library/library-api.ts';
import { type KnownFiles, type LibraryFiles, openLibraryFiles } from '#main/team/library-files.ts';
import { blobId } from '#main/team/object-id.ts';

import { freshCoe } from './fresh-coe.ts';
import { coeOnDisk, needed } from './on-disk.ts';
import type { Scene, Subject } from './subject.ts';
import { whereIs } from './trash.ts';

/** What has been tried. */
const tried = new WeakSet<Scene>();

/**
 * The files of the library after a start. The exchange that follows a failure begins with a look at all of them, as each
 * one does; the first look makes more calls with each case, and is left out. `known` is what the one before knew.
 */
async function opened(
  library: Library,
  scene: Scene,
  known: KnownFiles = new Map(),
): Promise<Result<LibraryFiles, AppError>> {
  const files = openLibraryFiles(library.folder, library.runExclusive);
  const looked = tried.has(scene) ? await files.scan(known) : ok(null);
  tried.add(scene);
  return looked.ok ? ok(files) : looked;
}

/** The COEs that the team has by their id: one that is changed here, and two that are new. */
const contentsOf = (scene: Scene): Record<string, string> =>
  JSON.parse(needed(scene, 'contents')) as Record<string, string>;

/** Writing what the team changed into the library, several files at once, as an exchange does. */
export const takeFromTeam: Subject = {
  name: 'take files of a team',
  isSlow: true,
  prepare: async (library) => {
    const { coe } = await freshCoe(library, 'before');
    const coes = [coe.id, ulid(), ulid()].map((id) => coeSchema.parse({ ...coe, id, title: 'after' }));
    const contents = JSON.stringify(Object.fromEntries(coes.map((each) => [each.id, writeCoe(each)])));
    return { id: coe.id, contents };
  },
  act: async (library, scene) => {
    const files = await opened(library, scene);
    if (!files.ok) return files;
    const wanted: { path: string; bytes: Buffer; expected: ReturnType<typeof blobId> | null }[] = [];
    for (const [id, text] of Object.entries(contentsOf(scene))) {
      const [treePath, bytes] = [coePath(id), Buffer.from(text)];
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that the calls come in the same order
      const there = await files.value.read(treePath);
      if (!there.ok) return there;
      const expected = there.value === null ? null : blobId(there.value);
      if (expected !== blobId(bytes)) wanted.push({ path: treePath, bytes, expected });
    }
    const written = await files.value.write(wanted);
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

/** Removing a COE that somebody in the team deleted, as an exchange does. */
export const removeForTeam: Subject = {
  name: 'remove a COE for a team',
  isSlow: true,
  prepare: async (library) => {
    // Without another COE, its library would count as missing afterwards.
    await freshCoe(library, 'to be kept');
    const { coe } = await freshCoe(library, 'to be removed');
    const bytes = readFileSync(path.join(library.folder, 'coes', `${coe.id}.json`), 'utf8');
    return { id: coe.id, bytes };
  },
  act: async (library, scene) => {
    const treePath = coePath(needed(scene, 'id'));
    const oid = blobId(Buffer.from(needed(scene, 'bytes')));
    const known = new Map([[treePath, { oid, stamp: { mtimeMs: 0, size: 0, ino: 0 } }]]);
    const files = await opened(library, scene, known);
    if (!files.ok) return files;
    const removed = await files.value.remove(treePath, oid);
    // A try before may have moved it.
    return removed.ok && !removed.value && existsSync(path.join(library.folder, 'coes', `${needed(scene, 'id')}.json`))
      ? fail({ kind: 'changed-outside', current: null })
      : removed;
  },
  judge: (folder, scene) => {
    const where = whereIs(folder, scene);
    if (where === 'both') return { damage: 'in its place and in the trash' };
    return where === 'in place' ? 'old' : where === 'in the trash' ? 'new' : where;
  },
};
