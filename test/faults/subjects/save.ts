import type { Coe } from '#domain/coe/coe.ts';
import { coeSchema } from '#domain/coe/coe.ts';
import type { Library } from '#main/library/library-api.ts';

import { freshCoe } from './fresh-coe.ts';
import { wordsInJournal } from './keep-in-journal.ts';
import { coeOnDisk, needed } from './on-disk.ts';
import type { Scene, Subject, Verdict } from './subject.ts';

/** Enough words for a save to take more than one page of the disk. */
const WORDS = 'what was known at the time, and by whom. '.repeat(400);

/** Makes a COE and the change that is to be saved. */
export async function prepareSave(library: Library): Promise<Scene> {
  const { coe, revision } = await freshCoe(library, 'before');
  return { id: coe.id, revision, coe: JSON.stringify({ ...coe, title: 'after', summary: WORDS }) };
}

/** More than the library remembers the text of. */
const OTHERS = 4;

/** Makes a COE, then others, and the change of the first that is to be saved. */
async function prepareSaveAfterOthers(library: Library): Promise<Scene> {
  const scene = await prepareSave(library);
  for (let other = 0; other < OTHERS; other += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await freshCoe(library, 'other');
  }
  return scene;
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

/** Saving a COE after others, when its file is looked at before anything is written. */
export const saveAfterOthers: Subject = { ...save, name: 'save after others', prepare: prepareSaveAfterOthers };

/** Saving words that are in the journal, which gives them up once they are on disk: at no moment are they in neither. */
export const saveFromJournal: Subject = {
  ...save,
  name: 'save what the journal has',
  prepare: async (library) => {
    const scene = await prepareSave(library);
    const since = '2026-05-14T08:00:00.000Z';
    const as = { entry: 1, isAhead: false };
    const kept = await library.journal.write(versionToSave(scene), needed(scene, 'revision'), since, as);
    if (!kept.ok) throw new Error(`Could not prepare: ${kept.error.kind}`);
    return scene;
  },
  finish: (library, scene) => library.runExclusive(needed(scene, 'id'), async () => undefined),
  judge: (folder, scene) => {
    const verdict = judgeSave(folder, scene);
    const isKept = wordsInJournal(folder, needed(scene, 'id')) === WORDS;
    return verdict === 'old' && !isKept ? { damage: 'the words are neither in the file nor in the journal' } : verdict;
  },
};
