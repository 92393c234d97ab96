import path from 'node:path';

import { fail } from '#domain/result.ts';

import { openForFaults } from '../children/open-for-faults.ts';
import { disarm } from '../inject/orders.ts';
import { create } from './create.ts';
import { needed } from './on-disk.ts';
import type { Subject } from './subject.ts';

/** Making a library where there is none, with a first COE in it. */
export const beginLibrary: Subject = {
  name: 'begin a library',
  isSlow: true,
  mayAnswer: ['library-missing'],
  prepare: async (library) => {
    const scene = await create.prepare(library);
    return { ...scene, folder: path.join(library.folder, needed(scene, 'title').replaceAll(' ', '-')) };
  },
  act: async (_library, scene) => {
    const folder = needed(scene, 'folder');
    // Outside the library, where no faults strike.
    const opened = await openForFaults(folder, {
      create: true,
      cacheFolder: `${path.dirname(folder)}-cache`,
      journalFolder: `${path.dirname(folder)}-journal`,
    });
    try {
      await opened.library.whenComplete();
      return opened.broken.length === 0 ? await create.act(opened.library, scene) : fail({ kind: 'library-missing' });
    } finally {
      // What is written down at the end, such as a last version, was not part of what is answered.
      disarm();
      await opened.library.close();
    }
  },
  judge: (_folder, scene) => create.judge(needed(scene, 'folder'), scene),
};
