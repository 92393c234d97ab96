import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { OpenedCoe } from '#ipc/contract.ts';

import { openForFaults } from '../children/open-for-faults.ts';
import type { Experiment, Outcome } from '../experiment.ts';
import { freshCoe } from '../subjects/fresh-coe.ts';
import { coeOnDisk } from '../subjects/on-disk.ts';
import type { Workshop } from '../workshop.ts';
import { startAgain } from './start-again.ts';

/** What happens to the folder. `away` is where a drive that is unplugged goes. */
const TURNS = {
  'goes away and comes back': (folder: string, away: string) => {
    renameSync(folder, away);
    return () => renameSync(away, folder);
  },
  'is replaced by an empty one, and comes back': (folder: string, away: string) => {
    renameSync(folder, away);
    mkdirSync(path.join(folder, 'coes'), { recursive: true });
    return () => {
      rmSync(folder, { recursive: true, maxRetries: 3 }); // a save may be on its way into it
      renameSync(away, folder);
    };
  },
  'has its COEs taken out, and put back': (folder: string, away: string) => {
    renameSync(path.join(folder, 'coes'), away);
    return () => renameSync(away, path.join(folder, 'coes'));
  },
} as const;

/** The folder of a library vanishes, is emptied or replaced while someone saves, and comes back. */
export const movingFolder: readonly Experiment[] = (Object.keys(TURNS) as (keyof typeof TURNS)[]).map((turn) => ({
  name: `library: its folder ${turn} while saving`,
  subject: 'library',
  fault: 'a folder that moves',
  check: (workshop) => saveMeanwhile(workshop, turn),
}));

async function saveMeanwhile(workshop: Workshop, turn: keyof typeof TURNS): Promise<Outcome> {
  const home = workshop.folder();
  const [folder, away] = [path.join(home, 'library'), path.join(home, 'away')] as const;
  const { library, broken: trouble } = await openForFaults(folder, {
    create: true,
    intervals: { settle: 10, scan: 2 ** 31 - 1, presence: 20, caches: 2 ** 31 - 1 },
  });
  await library.whenComplete();
  const coes: OpenedCoe[] = [];
  for (let made = 0; made < 12; made += 1) coes.push(await freshCoe(library, `COE ${made}`));
  const counts = { rounds: 0, saved: 0, refused: 0 };
  const broken: string[] = [];
  const acknowledged = new Map<string, string>();
  const kinds = new Set(['library-missing', 'changed-outside', 'disk']);

  for (let round = 0; round < workshop.many(10, 100); round += 1) {
    const life = new AbortController();
    const saving = (async () => {
      for (let number = 0; !life.signal.aborted; number += 1) {
        const place = number % coes.length;
        const target = coes[place];
        if (target === undefined) return;
        const summary = `round ${round}, number ${number}`;
        const saved = await library.save({ ...target.coe, summary }, target.revision);
        if (saved.ok) {
          coes[place] = { ...target, revision: saved.value.revision };
          acknowledged.set(target.coe.id, summary);
          counts.saved += 1;
        } else {
          counts.refused += 1;
          if (!kinds.has(saved.error.kind)) broken.push(`answered ${saved.error.kind}`);
          if (saved.error.kind === 'changed-outside' && saved.error.current !== null)
            broken.push('took it for another version');
          await pause(5);
        }
      }
    })();
    await pause(workshop.chance() * 60);
    const comeBack = TURNS[turn](folder, away);
    await pause(20 + workshop.chance() * 100);
    if (turn === 'goes away and comes back' && existsSync(folder)) broken.push('something was made in its place');
    comeBack();
    await pause(20);
    life.abort();
    await saving;
    await library.retry();
    for (const [place, { coe, revision }] of coes.entries()) {
      const saved = await library.save({ ...coe, summary: `after round ${round}` }, revision);
      if (saved.ok) {
        coes[place] = { coe, revision: saved.value.revision, readOnly: false };
        acknowledged.set(coe.id, `after round ${round}`);
      } else broken.push(`once it was back: ${JSON.stringify(saved.error).slice(0, 160)}`);
    }
    counts.rounds += 1;
  }
  for (const [id, summary] of acknowledged) {
    const found = coeOnDisk(folder, id);
    if (!found.ok) broken.push(found.error.damage);
    else if (found.value.summary !== summary) broken.push('an acknowledged save is not on disk');
  }
  for (const error of trouble) broken.push(`broke: ${error.message}`);
  await library.close();
  broken.push(...(await startAgain(folder)));
  return { counts, broken };
}
