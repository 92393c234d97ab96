import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';

import { timeDurableWrites } from './floors.ts';
import { copyLibrary } from './libraries.ts';
import { inLibrary } from './library-process.ts';
import type { Row } from './report.ts';
import { root } from './root.ts';

const SAVES = 150;

/**
 * Measures a save in main, up to its acknowledgement, against the least that survives a power cut: a write, a flush, a
 * rename and a flush of the folder, of as many bytes on the same disk. In turns, save by save.
 */
export async function measureSaves(count: number): Promise<Row[]> {
  // Beside the libraries that are kept, because the folder for temporary files may be in memory.
  const kept = path.join(root, '.cache', 'bench');
  mkdirSync(kept, { recursive: true });
  const home = mkdtempSync(path.join(kept, 'save-'));
  const folder = path.join(home, 'library');
  try {
    copyLibrary(count, folder);
    return await inLibrary(folder, home, async (library) => {
      const list = { filter: emptyFilter(), text: '', order: 'happened-oldest', offset: 0, limit: 1 } as const;
      const [row] = (await library.list(list)).rows;
      const opened = await library.open(row?.id ?? '');
      if (!opened.ok) throw new Error(opened.error.kind);
      const { coe } = opened.value;
      let { revision } = opened.value;
      const bytes = readFileSync(path.join(folder, 'coes', `${coe.id}.json`));
      const values: number[] = [];
      const floor: number[] = [];
      for (let number = 0; number <= SAVES; number += 1) {
        const durable = timeDurableWrites(home, bytes, 1);
        const begun = performance.now();
        const saved = await library.save({ ...coe, summary: `saved ${number}` }, revision);
        if (!saved.ok) throw new Error(saved.error.kind);
        revision = saved.value.revision;
        // The first one keeps a version of what was there before.
        if (number === 0) continue;
        values.push(performance.now() - begun);
        floor.push(...durable);
      }
      return [{ what: 'a save', unit: 'ms', values, floor, bar: { of: 'ratio95', below: 3 } }];
    });
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
