import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { freshCoe } from './fresh-coe.ts';
import { needed } from './on-disk.ts';
import type { Subject } from './subject.ts';

/**
 * Putting out of the way what a sync program laid beside a COE. It may lie in one folder or the other, or in both for a
 * moment; it is whole wherever it lies.
 */
export const setAside: Subject = {
  name: 'set a copy aside',
  // A second try finds that the first one did it after all.
  mayAnswer: ['not-found'],
  prepare: async (library) => {
    const { coe } = await freshCoe(library, 'on this computer');
    const own = path.join(library.folder, 'coes', `${coe.id}.json`);
    const name = `${coe.id} (conflicted copy 2026-01-15).json`;
    const text = readFileSync(own, 'utf8').replace('on this computer', 'on another');
    writeFileSync(path.join(library.folder, 'coes', name), text);
    await library.retry();
    const copy = await library.readCopy(name);
    if (!copy.ok) throw new Error(`Could not prepare: ${copy.error.kind}`);
    return { name, text, revision: copy.value.revision };
  },
  act: (library, scene) => library.quarantineCopy(needed(scene, 'name'), needed(scene, 'revision')),
  judge: (folder, scene) => {
    const [inPlace, aside] = ['coes', 'set-aside'].map((room) => read(path.join(folder, room, needed(scene, 'name'))));
    if ([inPlace, aside].some((text) => typeof text === 'string' && text !== needed(scene, 'text'))) {
      return { damage: 'the copy is not whole' };
    }
    if (typeof inPlace === 'string') return 'old';
    return typeof aside === 'string' ? 'new' : { damage: 'the copy is in neither folder' };
  },
};

const read = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);
