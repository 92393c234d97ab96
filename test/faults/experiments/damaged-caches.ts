import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import type { Library } from '#main/library/library-api.ts';

import { seedLibrary } from '../../../scripts/seed/seed-library.ts';
import { openForFaults } from '../children/open-for-faults.ts';
import type { Experiment, Outcome } from '../experiment.ts';
import { damage } from '../traces/damage.ts';
import type { Workshop } from '../workshop.ts';

/** Every file of the cache is damaged at random, and the library has to answer as it did before. */
export const damagedCaches: Experiment = {
  name: 'library: damaged caches',
  subject: 'catalogue and search index',
  fault: 'bytes turned over, cut off, put in, or a whole file gone',
  check: damageAgainAndAgain,
};

async function damageAgainAndAgain(workshop: Workshop): Promise<Outcome> {
  const home = workshop.folder();
  const [folder, cacheFolder] = [path.join(home, 'library'), path.join(home, 'cache')] as const;
  seedLibrary(folder, 40);
  const before = await answers(folder, cacheFolder, []);
  const files = readdirSync(cacheFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const counts = { 'cache files': files.length, damages: 0, 'other answers': 0, errors: 0 };
  const broken: string[] = [];
  while (counts.damages < workshop.many(25, 2000)) {
    // Each start keeps its caches again, so that all of them are whole before the next damage.
    const file = files[Math.floor(workshop.chance() * files.length)] ?? '';
    const bytes = damage(readFileSync(file), workshop.chance);
    if (bytes === null) rmSync(file);
    else writeFileSync(file, bytes);
    const trouble: string[] = [];
    const after = await answers(folder, cacheFolder, trouble);
    counts.damages += 1;
    if (after !== before) {
      counts['other answers'] += 1;
      broken.push(`after damage to ${path.basename(file)} it answered otherwise`);
    }
    counts.errors += trouble.length;
    broken.push(...trouble);
    if (counts.damages % 500 === 0) workshop.note(`${counts.damages} damages, ${broken.length} broken`);
  }
  return { counts, broken };
}

/** What the list, the facets and some searches say, as one text. */
async function answers(folder: string, cacheFolder: string, trouble: string[]): Promise<string> {
  const { library, broken } = await openForFaults(folder, { cacheFolder });
  await library.whenComplete();
  const found: unknown[] = [await library.facets(), library.problems(), library.state().coeCount];
  for (const text of ['', 'the', 'an', '"of the"']) found.push(await listed(library, text));
  await library.close();
  trouble.push(...broken.map((error) => `broke: ${error.message}`));
  return JSON.stringify(found);
}

const listed = async (library: Library, text: string): Promise<string[]> =>
  (await library.list({ filter: emptyFilter(), text, order: 'title', offset: 0, limit: 200 })).rows.map(({ id }) => id);
