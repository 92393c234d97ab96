import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { ulid } from 'ulid';

import { newPattern, type Pattern, readPattern } from '#domain/patterns/pattern.ts';
import type { Library } from '#main/library/library-api.ts';

import { needed } from './on-disk.ts';
import type { Scene, Subject, Verdict } from './subject.ts';

const WORDS = 'I said yes before I looked';
const CHANGED = 'I agreed too soon';
const CREATED_AT = '2026-03-01T10:00:00.000Z';

const patternIn = (scene: Scene): Pattern => newPattern(WORDS, needed(scene, 'id'), CREATED_AT);

/** A new pattern, not saved yet. Those of earlier cases go: each change reads every pattern of the library again. */
function unsaved({ folder }: Library): Scene {
  rmSync(path.join(folder, 'patterns'), { recursive: true, force: true });
  return { id: ulid() };
}

async function saved(library: Library): Promise<Scene> {
  const scene = unsaved(library);
  const made = await library.patterns.changePattern(null, patternIn(scene));
  if (!made.ok) throw new Error(`Could not prepare: ${made.error.kind}`);
  return scene;
}

/** The pattern in its file, 'gone' for no file, or what is wrong with it. */
function onDisk(folder: string, scene: Scene): string | { readonly damage: string } {
  const file = path.join(folder, 'patterns', `${needed(scene, 'id')}.json`);
  if (!existsSync(file)) return 'gone';
  const read = readPattern(readFileSync(file, 'utf8'), needed(scene, 'id'));
  return read.ok ? read.value.words : { damage: `the pattern is ${read.error.reason}` };
}

/** Judges by what the file says before and after. */
const judgeBy =
  (before: string, after: string): Subject['judge'] =>
  (folder, scene): Verdict => {
    const found = onDisk(folder, scene);
    if (typeof found === 'object') return found;
    return found === after ? 'new' : found === before ? 'old' : { damage: `the pattern says ${found}` };
  };

/** Naming a new pattern. */
export const createPattern: Subject = {
  name: 'name a pattern',
  // A second try may find that the first one got as far as the file.
  mayAnswer: ['exists-already'],
  prepare: async (library) => unsaved(library),
  act: (library, scene) => library.patterns.changePattern(null, patternIn(scene)),
  judge: judgeBy('gone', WORDS),
};

/** Changing the sentence of a pattern. */
export const changePattern: Subject = {
  name: 'change a pattern',
  prepare: saved,
  act: (library, scene) => library.patterns.changePattern(patternIn(scene), { ...patternIn(scene), words: CHANGED }),
  judge: judgeBy(WORDS, CHANGED),
};

/** Deleting a pattern, which moves its file to `set-aside`. */
export const deletePattern: Subject = {
  name: 'delete a pattern',
  // A second try may find that the first one got as far as the file.
  mayAnswer: ['not-found'],
  prepare: saved,
  act: (library, scene) => library.patterns.removePattern(needed(scene, 'id')),
  judge: (folder, scene) => {
    const verdict = judgeBy(WORDS, 'gone')(folder, scene);
    if (verdict !== 'new') return verdict;
    const aside = path.join(folder, 'set-aside', `${needed(scene, 'id')}.json`);
    return existsSync(aside) ? 'new' : { damage: 'the file is gone' };
  },
};
