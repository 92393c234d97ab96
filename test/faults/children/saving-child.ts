import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

import { createRandom } from '../../../scripts/seed/random.ts';
import { freshCoe } from '../subjects/fresh-coe.ts';
import { CONTROL_WRITERS } from '../subjects/controls.ts';
import { wordsOf } from '../traces/words-of.ts';
import { openForFaults } from './open-for-faults.ts';
import { tell } from './tell.ts';

/*
 * Saves until it is killed: node saving-child.ts FOLDER WRITER FIRST-NUMBER LONGEST-PAUSE [SEED]. It tells of
 * everything before it begins and when it is acknowledged. The seed is for the pauses. WRITER is `library`, or a
 * control that writes the files of the same COEs by other means. It waits for a word on stdin once it is ready.
 */
const [folder = '', writer = '', first = '', longestPause = '', seed = ''] = process.argv.slice(2);
const chance = createRandom(Number(seed)).next;
const control = CONTROL_WRITERS[writer];
const { library } = await openForFaults(folder, { create: true });
await library.whenComplete();
type Known = { id: string; revision: string; coe: Coe };
const known: Known[] = [];
for (const { id } of library.summaries().slice(0, 8)) {
  const opened = await library.open(id);
  if (opened.ok) known.push({ id, revision: opened.value.revision, coe: opened.value.coe });
}
while (known.length < 8) {
  const { coe, revision } = await freshCoe(library, 'Saved again and again');
  tell({ done: 'create', id: coe.id, words: '' });
  known.push({ id: coe.id, revision, coe });
}
tell({ ready: true });
await once(process.stdin, 'data');

for (let number = Number(first); ; number += 1) {
  const place = number % known.length;
  const target = known[place];
  if (target === undefined) throw new Error('Nothing to save');
  if (control === undefined && number % 25 === 12) await deleteAndRestore(target);
  else if (control === undefined && number % 25 === 24) await make(number);
  else await save(target, number);
  if (Number(longestPause) > 0) await pause(chance() * Number(longestPause));
}

async function save(target: Known, number: number): Promise<void> {
  const words = wordsOf(number);
  tell({ begin: 'save', id: target.id, words });
  target.coe = coeSchema.parse({ ...target.coe, summary: words });
  const saved = control === undefined ? await library.save(target.coe, target.revision) : await by(control, target.coe);
  if (!saved.ok) throw new Error(`Not saved: ${saved.error.kind}`);
  target.revision = saved.value.revision;
  tell({ done: 'save', id: target.id, words });
}

async function by(
  write: (file: string, text: string) => Promise<void>,
  coe: Coe,
): Promise<Result<{ revision: string }, AppError>> {
  await write(path.join(folder, 'coes', `${coe.id}.json`), writeCoe(coe));
  return ok({ revision: '' });
}

async function deleteAndRestore({ id, coe }: Known): Promise<void> {
  const words = coe.summary;
  tell({ begin: 'delete', id, words });
  const deleted = await library.delete(id);
  if (!deleted.ok) throw new Error(`Not deleted: ${deleted.error.kind}`);
  tell({ done: 'delete', id, words });
  tell({ begin: 'restore', id, words });
  const restored = await library.restore(deleted.value.trashId);
  if (!restored.ok) throw new Error(`Not restored: ${restored.error.kind}`);
  tell({ done: 'restore', id, words });
}

async function make(number: number): Promise<void> {
  const { coe } = await freshCoe(library, `Made as number ${number}`);
  tell({ done: 'create', id: coe.id, words: '' });
}
