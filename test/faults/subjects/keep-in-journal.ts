import { readdirSync, readFileSync } from 'node:fs';
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
    const entries = entriesOf(path.join(folder, JOURNAL_FOR_FAULTS), `${needed(scene, 'id')}.json`);
    if (entries.length === 0) return { damage: 'nothing is kept any more' };
    // A file that was cut short is passed over, as by the next start.
    const summary = entries.map(summaryOf).find((each) => each !== null);
    if (summary === undefined) return { damage: 'what is kept cannot be read' };
    if (summary === 'kept after') return 'new';
    return summary === 'kept before' ? 'old' : { damage: `something else is kept: ${summary}` };
  },
};

/** The newest summary that the journal of a library has of a COE; null for none. */
export const wordsInJournal = (folder: string, id: string): string | null =>
  entriesOf(path.join(folder, JOURNAL_FOR_FAULTS), `${id}.json`)
    .map(summaryOf)
    .find((each) => each !== null) ?? null;

/** The text of each file of one COE in the journal, newest first. */
const entriesOf = (folder: string, name: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((each) => each.endsWith(name))
    .sort()
    .toReversed()
    .map((each) => readFileSync(path.join(folder, each), 'utf8'));

function summaryOf(text: string): string | null {
  try {
    return (JSON.parse(text) as { coe: { summary: string } }).coe.summary;
  } catch {
    return null;
  }
}
