import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import type { Library } from '#main/library/library-api.ts';

import { freshCoe } from './fresh-coe.ts';
import { needed } from './on-disk.ts';
import type { Scene, Subject } from './subject.ts';

async function inPlace(library: Library): Promise<Scene> {
  const { coe } = await freshCoe(library, 'to be deleted');
  return { id: coe.id, bytes: readFileSync(path.join(library.folder, 'coes', `${coe.id}.json`), 'utf8') };
}

async function inTrash(library: Library): Promise<Scene> {
  const scene = await inPlace(library);
  const deleted = await library.delete(needed(scene, 'id'));
  if (!deleted.ok) throw new Error(`Could not prepare: ${deleted.error.kind}`);
  return { ...scene, trashId: deleted.value.trashId };
}

/** Where the file is, byte for byte as it was: in its place, in the trash, in both, or nowhere. */
export function whereIs(
  folder: string,
  scene: Scene,
): 'in place' | 'in the trash' | 'both' | { readonly damage: string } {
  const id = needed(scene, 'id');
  const trash = path.join(folder, 'trash');
  const files = [
    path.join(folder, 'coes', `${id}.json`),
    ...(existsSync(trash) ? readdirSync(trash).filter((name) => name.endsWith(`-${id}.json`)) : []).map((name) =>
      path.join(trash, name),
    ),
  ].filter((file) => existsSync(file));
  if (files.length === 0) return { damage: 'the file is gone' };
  if (files.some((file) => readFileSync(file, 'utf8') !== scene['bytes'])) return { damage: 'other bytes than before' };
  if (files.length > 1) return 'both';
  return files[0]?.startsWith(trash) ? 'in the trash' : 'in place';
}

/** Moving a COE to the trash. */
export const moveToTrash: Subject = {
  name: 'delete',
  prepare: (library) => {
    rmSync(path.join(library.folder, 'trash'), { recursive: true, force: true }); // the first to be deleted makes it
    return inPlace(library);
  },
  act: (library, scene) => library.delete(needed(scene, 'id')),
  judge: (folder, scene) => {
    const where = whereIs(folder, scene);
    if (where === 'both') return { damage: 'in its place and in the trash' };
    return where === 'in place' ? 'old' : where === 'in the trash' ? 'new' : where;
  },
};

/** Taking a COE out of the trash. Cut short between its two steps it is in both places, and nothing is lost. */
export const restore: Subject = {
  name: 'restore',
  prepare: inTrash,
  act: (library, scene) => library.restore(needed(scene, 'trashId')),
  judge: (folder, scene) => {
    const where = whereIs(folder, scene);
    return where === 'in place' || where === 'both' ? 'new' : where === 'in the trash' ? 'old' : where;
  },
};

/**
 * Deleting a COE in the trash permanently. The file goes last, so while it is there, deleting can be repeated; once it
 * is gone, no version is left either.
 */
export const deletePermanently: Subject = {
  name: 'delete permanently',
  // A second try may find that the first one got as far as the file.
  mayAnswer: ['not-found'],
  prepare: async (library) => {
    const scene = await inPlace(library);
    const id = needed(scene, 'id');
    const opened = await library.open(id);
    if (!opened.ok) throw new Error(`Could not prepare: ${opened.error.kind}`);
    const reviewed = await library.save({ ...opened.value.coe, status: 'ready' }, opened.value.revision); // a version
    const deleted = await library.delete(id);
    if (!reviewed.ok || !deleted.ok) throw new Error('Could not prepare a COE in the trash');
    return { id, trashId: deleted.value.trashId };
  },
  act: (library, scene) => library.deletePermanently([needed(scene, 'trashId')]),
  judge: (folder, scene) => {
    const isInTrash = existsSync(path.join(folder, 'trash', `${needed(scene, 'trashId')}.json`));
    if (isInTrash) return 'old';
    const versions = path.join(folder, 'versions', needed(scene, 'id'));
    return existsSync(versions) && readdirSync(versions).length > 0 ? { damage: 'versions are left' } : 'new';
  },
};
