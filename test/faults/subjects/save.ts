import type { Coe } from '#domain/coe/coe.ts';
import { coeSchema } from '#domain/coe/coe.ts';
import type { Library } from '#main/library/library-api.ts';

import { freshCoe } from './fresh-coe.ts';
import { coeOnDisk, needed } from './on-disk.ts';
import type { Scene, Subject, Verdict } from './subject.ts';

/** Enough words for a save to take more than one page of the disk. */
const WORDS = 'what was known at the time, and by whom. '.repeat(400);

/** Makes a COE and the change that is to be saved. */
export async function prepareSave(library: Library): Promise<Scene> {
  const { coe, revision } = await freshCoe(library, 'before');
  return { id: coe.id, revision, coe: JSON.stringify({ ...coe, title: 'after', summary: WORDS }) };
}

/** The version to be saved. */
export const versionToSave = (scene: Scene): Coe => coeSchema.parse(JSON.parse(needed(scene, 'coe')));

/** Old or new by what the file says, and whole. */
export function judgeSave(folder: string, scene: Scene): Verdict {
  const found = coeOnDisk(folder, needed(scene, 'id'));
  if (!found.ok) return found.error;
  const { title, summary } = found.value;
  if (title === 'before' && summary === '') return 'old';
  return title === 'after' && summary === WORDS ? 'new' : { damage: 'neither the old nor the new words' };
}

/** Saving a COE that has a file. */
export const save: Subject = {
  name: 'save',
  prepare: prepareSave,
  act: (library, scene) => library.save(versionToSave(scene), needed(scene, 'revision')),
  judge: judgeSave,
};
