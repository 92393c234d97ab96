import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { freshCoe } from './fresh-coe.ts';
import { JOURNAL_FOR_FAULTS, needed } from './on-disk.ts';
import type { Subject } from './subject.ts';

const SINCE = '2026-05-14T08:00:00.000Z';

/** Keeping words that are not saved yet. Those that were kept before stay until the new ones are there. */
export const keepInJournal: Subject = {
  name: 'keep in the journal',
  prepare: async (library) => {
    const { coe, revision } = await freshCoe(library, 'saved');
    const kept = await library.journal.write({ ...coe, summary: 'kept before' }, revision, SINCE);
    if (!kept.ok) throw new Error(`Could not prepare: ${kept.error.kind}`);
    return { id: coe.id, revision };
  },
  act: async (library, scene) => {
    const opened = await library.open(needed(scene, 'id'));
    if (!opened.ok) return opened;
    return library.journal.write({ ...opened.value.coe, summary: 'kept after' }, needed(scene, 'revision'), SINCE);
  },
  judge: (folder, scene) => {
    const text = entryOf(path.join(folder, JOURNAL_FOR_FAULTS), `${needed(scene, 'id')}.json`);
    if (text === null) return { damage: 'nothing is kept any more' };
    try {
      const { coe } = JSON.parse(text) as { coe: { summary: string } };
      if (coe.summary === 'kept after') return 'new';
      return coe.summary === 'kept before' ? 'old' : { damage: `something else is kept: ${coe.summary}` };
    } catch {
      return { damage: 'what is kept cannot be read' };
    }
  },
};

function entryOf(folder: string, name: string): string | null {
  const place = readdirSync(folder, { recursive: true })
    .map(String)
    .find((each) => each.endsWith(name));
  const file = place === undefined ? null : path.join(folder, place);
  return file !== null && existsSync(file) ? readFileSync(file, 'utf8') : null;
}
