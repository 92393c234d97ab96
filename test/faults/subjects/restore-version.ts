import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { freshCoe } from './fresh-coe.ts';
import { coeOnDisk, needed } from './on-disk.ts';
import type { Subject } from './subject.ts';

/**
 * Going back to an earlier version. What it replaces has to be found among the versions afterwards: it was acknowledged
 * once, and going back is no reason to lose it.
 */
export const restoreVersion: Subject = {
  name: 'restore a version',
  prepare: async (library) => {
    const { coe } = await freshCoe(library, 'written first');
    // What another program wrote is always kept before it is written over.
    const file = path.join(library.folder, 'coes', `${coe.id}.json`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('written first', 'to go back to'));
    const opened = await library.open(coe.id);
    if (!opened.ok) throw new Error(`Could not prepare: ${opened.error.kind}`);
    const saved = await library.save({ ...opened.value.coe, title: 'written over it' }, opened.value.revision);
    const versions = await library.listVersions(coe.id);
    const [version] = versions.ok ? versions.value : [];
    if (!saved.ok || version === undefined) throw new Error('Could not prepare a version');
    return { id: coe.id, versionId: version.versionId };
  },
  act: (library, scene) => library.restoreVersion(needed(scene, 'id'), needed(scene, 'versionId')),
  judge: (folder, scene) => {
    const id = needed(scene, 'id');
    const found = coeOnDisk(folder, id);
    if (!found.ok) return found.error;
    if (found.value.title === 'written over it') return 'old';
    if (found.value.title !== 'to go back to') return { damage: `neither version: ${found.value.title}` };
    return keptVersions(folder, id).some((text) => text.includes('written over it'))
      ? 'new'
      : { damage: 'what was replaced was not kept' };
  },
};

function keptVersions(folder: string, id: string): string[] {
  const versions = path.join(folder, 'versions', id);
  const names = existsSync(versions) ? readdirSync(versions).filter((name) => name.endsWith('.json')) : [];
  return names.map((name) => readFileSync(path.join(versions, name), 'utf8'));
}
