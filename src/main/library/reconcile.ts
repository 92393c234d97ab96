import { constants } from 'node:fs';
import { access, readdir, unlink } from 'node:fs/promises';
import path from 'node:path';

import { classifyFileName } from '#main/coe-files/file-names.ts';
import { errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';
import type { ListedFile } from '#main/search/worker-tasks.ts';
import { readDescription } from '#main/vault/vault-description.ts';

import { compareListing, looksEmptied } from './compare-listing.ts';
import { announceCoes, type LibraryCore } from './library-core.ts';
import { emptyScanResult, type ScanResult, applyRead, applyRemoval } from './apply-scan.ts';

const FILES_AT_ONCE = 64;
const OLD_MS = 60_000;
const PUBLISH_EVERY_MS = 250;

/** With `acceptLosses` a listing counts even if most files are gone. */
export type ReconcileOptions = { readonly acceptLosses: boolean };

/**
 * Updates the catalogue from the folder: lists it, reads changed files, removes those that are gone. If the folder
 * cannot be listed, or lost most of its files at once, the library becomes missing and nothing else changes. Returns
 * what changed.
 */
export async function reconcileOnce(core: LibraryCore, { acceptLosses }: ReconcileOptions): Promise<ScanResult> {
  const { catalogue, libraryStatus } = core;
  const result = emptyScanResult();
  const age = catalogue.startScan();
  const copiesBefore = catalogue.copies();
  const listing = await core.worker.request('list-folder', { folder: core.paths.coes });
  if (!listing.ok) return becomeMissing(core, result);
  if (await hasEncryptionChanged(core)) return becomeMissing(core, result);
  const { toRead, gone } = compareListing(catalogue, listing.files);
  const goneCoes = gone.filter((name) => catalogue.problem(name) === undefined);
  if (!acceptLosses && looksEmptied(goneCoes.length, catalogue.size)) return becomeMissing(core, result);

  if (libraryStatus.status === 'missing') libraryStatus.status = toRead.length > 0 ? 'loading' : 'ready';
  for (const name of gone) applyRemoval(core, name, age, result);
  await readAll(core, toRead, age, result);
  if (!core.isOpenElsewhere()) await removeLeftovers(core, listing.files);
  libraryStatus.writable = await mayWrite(core.paths.coes);
  await core.updateTrashCount();
  libraryStatus.status = 'ready';
  libraryStatus.progress = null;
  if (result.missing.length > 0) core.index.remove(result.missing);
  const copyCountsChanged = changedCounts(copiesBefore, catalogue.copies());
  announceCoes(core, [...new Set([...result.changed, ...result.missing, ...copyCountsChanged])]);
  core.announceState();
  return result;
}

/** The ids of COEs whose number of conflict copies changed. */
const changedCounts = (before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): string[] =>
  [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id));

/** Whether another computer encrypted or decrypted the folder, or is doing so. The library then has to be reopened. */
async function hasEncryptionChanged({ options, paths, isClosed }: LibraryCore): Promise<boolean> {
  if (options.onEncryptionChanged === undefined) return false; // the caller does not support reopening
  const description = await readDescription(paths.folder);
  const isEncrypted = description?.state === 'encrypted';
  if (isEncrypted === paths.cipher.isEncrypted && (description?.change ?? null) === null) return false;
  if (!isClosed()) options.onEncryptionChanged();
  return true;
}

async function becomeMissing(core: LibraryCore, result: ScanResult): Promise<ScanResult> {
  core.libraryStatus.isFolderEmpty = !core.paths.cipher.isEncrypted && (await isFolderEmpty(core.paths.folder));
  core.libraryStatus.status = 'missing';
  core.libraryStatus.progress = null;
  core.announceState();
  return result;
}

/** Whether the folder is there and has nothing in it but hidden files. */
export async function isFolderEmpty(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(nullOnDiskError);
  return names?.every((name) => name.startsWith('.')) === true;
}

/** Reads files in pieces, so that the worker can answer other requests in between, and publishes the progress. */
async function readAll(core: LibraryCore, names: readonly string[], age: number, result: ScanResult): Promise<void> {
  const { libraryStatus } = core;
  let publishedAt = performance.now();
  for (let done = 0; done < names.length && !core.isClosed();) {
    const outcomes = await core.index.readFiles(names.slice(done, done + FILES_AT_ONCE));
    for (const outcome of outcomes) applyRead(core, outcome, age, result);
    done += outcomes.length;
    if (libraryStatus.status !== 'loading' || performance.now() - publishedAt < PUBLISH_EVERY_MS) continue;
    publishedAt = performance.now();
    libraryStatus.progress = { done, total: names.length };
    core.announceState();
    core.announce('coes:changed', { ids: 'many' });
  }
}

/** Removes the temporary files of interrupted saves, once they are older than any save takes. */
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
