import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { dayMoment } from '#domain/time/moment.ts';

import { coeOnDisk, needed } from './on-disk.ts';
import type { Scene, Subject, Verdict } from './subject.ts';

let made = 0;
const begin = async (): Promise<Scene> => ({ title: `made ${process.pid} ${(made += 1)}` });

/** Whether there is a COE of the scene's title, and every file can be read. */
function judge(folder: string, scene: Scene): Verdict {
  const coes = path.join(folder, 'coes');
  const names = existsSync(coes) ? readdirSync(coes).filter((name) => /^[0-9A-Z]{26}\.json$/.test(name)) : [];
  let verdict: Verdict = 'old';
  for (const name of names) {
    const found = coeOnDisk(folder, path.basename(name, '.json'));
    if (!found.ok) return found.error;
    if (found.value.title === needed(scene, 'title')) verdict = 'new';
  }
  return verdict;
}

/** Making a COE. */
export const create: Subject = {
  name: 'create',
  prepare: begin,
  act: (library, scene) =>
    library.create({ kind: 'outage', title: needed(scene, 'title'), happened: dayMoment('2026-05-14') }),
  judge,
};
