import { constants } from 'node:fs';
import { access, unlink } from 'node:fs/promises';
import path from 'node:path';

import { classifyFileName } from '#main/coe-files/file-names.ts';
import { countTrash } from '#main/coe-files/trash.ts';
import { errnoOf } from '#main/disk/disk-error.ts';
import type { ListedFile } from '#main/search/worker-tasks.ts';
import { readDescription } from '#main/vault/vault-description.ts';

import { compareListing, looksEmptied } from './compare-listing.ts';
import { announceCoes, type LibraryCore } from './library-core.ts';
import { nothingTakenIn, type TakenIn, takeIn, takeOut } from './apply-scan.ts';

const FILES_AT_ONCE = 64;
const OLD_MS = 60_000;
const TELL_EVERY_MS = 250;

/** How to take a listing: `trusting` takes it as it is, even when most of what was there is gone. */
export type Reconciling = { readonly trusting: boolean };

/**
 * Brings the catalogue in line with the folder: lists it, reads what changed, forgets what is gone. A folder that cannot be
 * listed, or that lost most of its files at once, makes the library missing and changes nothing else. Answers what changed.
 */
export async function reconcileOnce(core: LibraryCore, { trusting }: Reconciling): Promise<TakenIn> {
  const { catalogue, standing } = core;
  const taken = nothingTakenIn();
  const age = catalogue.age;
  const copiesBefore = catalogue.copies();
  const listing = await core.worker.request('list-folder', { folder: core.paths.coes });
  if (!listing.ok) return becomeMissing(core, taken);
  if (await hasOtherState(core)) return becomeMissing(core, taken);
  const { toRead, gone } = compareListing(catalogue, listing.files);
  const goneCoes = gone.filter((name) => catalogue.problem(name) === undefined);
  if (!trusting && looksEmptied(goneCoes.length, catalogue.size)) return becomeMissing(core, taken);

  if (standing.status === 'missing') standing.status = toRead.length > 0 ? 'loading' : 'ready';
  for (const name of gone) takeOut(core, name, age, taken);
  await readAll(core, toRead, age, taken);
  if (!core.isElsewhere()) await removeLeftovers(core, listing.files);
  standing.writable = await mayWrite(core.paths.coes);
  standing.trashCount = await countTrash(core.paths);
  standing.status = 'ready';
  standing.progress = null;
  if (taken.lost.length > 0) core.index.remove(taken.lost);
  core.index.readAgain(taken.changed);
  const copied = changedCounts(copiesBefore, catalogue.copies());
  announceCoes(core, [...new Set([...taken.changed, ...taken.lost, ...copied])]);
  core.announceState();
  return taken;
}

/** The COEs beside which another version came to lie, or went away. */
const changedCounts = (before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): string[] =>
  [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id));

/** A folder that came back, or that another computer changed, may be encrypted now: then it is not ours to read or to write. */
async function hasOtherState({ options, paths, isClosed }: LibraryCore): Promise<boolean> {
  if (options.onOtherState === undefined) return false; // whoever opened it takes it as it is
  const description = await readDescription(paths.folder);
  const isEncrypted = description?.state === 'encrypted';
  if (isEncrypted === paths.cipher.isEncrypted && (description?.change ?? null) === null) return false;
  if (!isClosed()) options.onOtherState();
  return true;
}

function becomeMissing(core: LibraryCore, taken: TakenIn): TakenIn {
  core.standing.status = 'missing';
  core.standing.progress = null;
  core.announceState();
  return taken;
}

/** Reads a few files at a time, so that the worker can answer others in between, and tells how far it has come. */
async function readAll(core: LibraryCore, names: readonly string[], age: number, taken: TakenIn): Promise<void> {
  const { standing } = core;
  let toldAt = performance.now();
  for (let start = 0; start < names.length && !core.isClosed(); start += FILES_AT_ONCE) {
    const outcomes = await core.worker.request('read-files', {
      folder: core.paths.coes,
      names: names.slice(start, start + FILES_AT_ONCE),
    });
    for (const outcome of outcomes) takeIn(core, outcome, age, taken);
    if (standing.status !== 'loading' || performance.now() - toldAt < TELL_EVERY_MS) continue;
    toldAt = performance.now();
    standing.progress = { done: start + outcomes.length, total: names.length };
    core.announceState();
    core.announce('coes:changed', { ids: 'many' });
  }
}

/** Removes what a save that was cut short left behind: our own temporary files, once they are older than any save takes. */
async function removeLeftovers(core: LibraryCore, files: readonly ListedFile[]): Promise<void> {
  const now = core.options.clock();
  for (const { name, stamp, isFile } of files) {
    if (!isFile || classifyFileName(name).is !== 'temporary' || now - stamp.mtimeMs < OLD_MS) continue;
    try {
      await unlink(path.join(core.paths.coes, name));
    } catch (error) {
      if (errnoOf(error) === null) throw error;
    }
  }
}

async function mayWrite(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
