import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { testId } from '#test/support/test-ids.ts';

import { seedLibrary } from '../../../scripts/seed/seed-library.ts';
import { openForFaults } from '../children/open-for-faults.ts';
import type { Experiment, Outcome } from '../experiment.ts';
import { damage } from '../traces/damage.ts';
import type { Workshop } from '../workshop.ts';

/**
 * Damaged COEs among whole ones: each is listed with its reason or read, none is changed, and the whole ones are all
 * there.
 */
export const garbageInFolder: Experiment = {
  name: 'library: damaged files in the folder',
  subject: 'library',
  fault: 'bytes turned over, cut off, zeroed, put in or left out',
  check: openWithGarbage,
};

const AT_ONCE = 250;
const WHOLE = 20;

async function openWithGarbage(workshop: Workshop): Promise<Outcome> {
  const counts = { 'damaged files': 0, 'listed as problems': 0, 'still a COE': 0, 'changed by Once': 0 };
  const broken: string[] = [];
  while (counts['damaged files'] < workshop.many(500, 20_000)) {
    const folder = path.join(workshop.folder(), 'library');
    seedLibrary(folder, WHOLE, Math.floor(workshop.chance() * 1e6));
    const coes = path.join(folder, 'coes');
    mkdirSync(coes, { recursive: true });
    const whole = readdirSync(coes);
    const damaged = new Map<string, Buffer>();
    for (let made = 0; made < AT_ONCE; made += 1) {
      const [like = ''] = [whole[made % whole.length]];
      const id = testId(made);
      const text = readFileSync(path.join(coes, like), 'utf8').replaceAll(path.basename(like, '.json'), id);
      const bytes = damage(Buffer.from(text), workshop.chance) ?? Buffer.alloc(0);
      damaged.set(`${id}.json`, bytes);
      writeFileSync(path.join(coes, `${id}.json`), bytes);
    }
    const { library, broken: trouble } = await openForFaults(folder);
    await library.whenComplete();
    const problems = new Set(library.problems().map(({ fileName }) => fileName));
    const readable = new Set(library.summaries().map(({ id }) => `${id}.json`));
    for (const name of whole) if (!readable.has(name)) broken.push('a whole COE is not there');
    for (const [name, bytes] of damaged) {
      counts['damaged files'] += 1;
      if (problems.has(name)) counts['listed as problems'] += 1;
      else if (readable.has(name)) counts['still a COE'] += 1;
      else broken.push('a damaged file is neither listed nor read');
      const opened = await library.open(path.basename(name, '.json'));
      if (!opened.ok && opened.error.kind !== 'unreadable') broken.push(`opening it answered ${opened.error.kind}`);
      if (!readFileSync(path.join(coes, name)).equals(bytes)) {
        counts['changed by Once'] += 1;
        broken.push('a damaged file was changed');
      }
    }
    for (const error of trouble) broken.push(`broke: ${error.message}`);
    await library.close();
  }
  return { counts, broken };
}
