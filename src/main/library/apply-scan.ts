import { classifyFileName } from '#main/coe-files/file-names.ts';
import type { ReadOutcome } from '#main/search/worker-tasks.ts';

import type { LibraryCore } from './library-core.ts';
import { rememberNewest } from './detect-rollback.ts';

/** What a scan changed in the catalogue. Filled by `applyRead` and `applyRemoval`. */
export type ScanResult = {
  /** Ids of COEs with changed content, including new ones. */
  readonly changed: string[];
  /** Ids of COEs that are gone or no longer readable. */
  readonly missing: string[];
  /** Whether Once wrote some of the files during the scan, so that another scan has to follow. */
  needsRescan: boolean;
};

/** The result of a scan before it has applied anything. */
export const emptyScanResult = (): ScanResult => ({ changed: [], missing: [], needsRescan: false });

/** Puts what was read into the catalogue, unless Once itself has changed the file since the catalogue had that age. */
export function applyRead(core: LibraryCore, outcome: ReadOutcome, age: number, result: ScanResult): void {
  const { catalogue } = core;
  const id = idOf(outcome.name);
  if (catalogue.touchedSince(outcome.name, age) || (id !== null && core.mutex.isLocked(id))) {
    result.needsRescan = true;
    return;
  }
  if (outcome.is === 'gone') return;
  const before = id === null ? undefined : catalogue.get(id);
  if (outcome.is === 'problem') {
    catalogue.putProblem(outcome.name, outcome);
    if (id !== null && before !== undefined) reportMissing(core, id, result);
    return;
  }
  const { summary, revision, stamp } = outcome;
  if (before?.revision === revision) {
    catalogue.restamp(summary.id, stamp);
    return;
  }
  catalogue.put({ summary: core.intern(summary), revision, stamp, ...rememberNewest(before, summary) });
  result.changed.push(summary.id);
  const reappeared = core.missingIds.delete(summary.id);
  if (before !== undefined || reappeared) core.announce('coe:changed-outside', { id: summary.id, revision });
}

/** Removes a file that is gone from the catalogue, with the same exception as `applyRead`. */
export function applyRemoval(core: LibraryCore, name: string, age: number, result: ScanResult): void {
  const id = idOf(name);
  if (core.catalogue.touchedSince(name, age) || (id !== null && core.mutex.isLocked(id))) {
    result.needsRescan = true;
    return;
  }
  const wasCoe = id !== null && core.catalogue.get(id) !== undefined;
  core.catalogue.remove(name);
  if (wasCoe) reportMissing(core, id, result);
}

function reportMissing(core: LibraryCore, id: string, result: ScanResult): void {
  result.missing.push(id);
  core.missingIds.add(id);
  core.announce('coe:changed-outside', { id, revision: null });
}

function idOf(name: string): string | null {
  const sorted = classifyFileName(name);
  return sorted.is === 'coe' ? sorted.id : null;
}
