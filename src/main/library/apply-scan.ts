import { classifyFileName } from '#main/coe-files/file-names.ts';
import type { ReadOutcome } from '#main/search/worker-tasks.ts';

import type { LibraryCore } from './library-core.ts';
import { notedNewest } from './detect-rollback.ts';

/** What became of a file that was read or that went away. */
export type TakenIn = {
  /** The COEs whose content is another than before, new ones included. */
  readonly changed: string[];
  /** The COEs that are not there any more, or cannot be read any more. */
  readonly lost: string[];
  /** Files that we wrote ourselves meanwhile: they have to be looked at once more. */
  unsettled: boolean;
};

/** Nothing yet. */
export const nothingTakenIn = (): TakenIn => ({ changed: [], lost: [], unsettled: false });

/** Takes what was read into the catalogue, unless we changed the file ourselves since the catalogue was of that age. */
export function takeIn(core: LibraryCore, outcome: ReadOutcome, age: number, taken: TakenIn): void {
  const { catalogue } = core;
  const id = idOf(outcome.name);
  if (catalogue.touchedSince(outcome.name, age) || (id !== null && core.turns.isLocked(id))) {
    taken.unsettled = true;
    return;
  }
  if (outcome.is === 'gone') return;
  const before = id === null ? undefined : catalogue.get(id);
  if (outcome.is === 'problem') {
    catalogue.putProblem(outcome.name, outcome);
    if (id !== null && before !== undefined) lose(core, id, taken);
    return;
  }
  const { summary, revision, stamp } = outcome;
  if (before?.revision === revision) {
    catalogue.restamp(summary.id, stamp);
    return;
  }
  catalogue.put({ summary: core.share(summary), revision, stamp, ...notedNewest(before, summary) });
  taken.changed.push(summary.id);
  const cameBack = core.away.delete(summary.id);
  if (before !== undefined || cameBack) core.announce('coe:changed-outside', { id: summary.id, revision });
}

/** Takes it that a file is not there any more. */
export function takeOut(core: LibraryCore, name: string, age: number, taken: TakenIn): void {
  const id = idOf(name);
  if (core.catalogue.touchedSince(name, age) || (id !== null && core.turns.isLocked(id))) {
    taken.unsettled = true;
    return;
  }
  const wasCoe = id !== null && core.catalogue.get(id) !== undefined;
  core.catalogue.remove(name);
  if (wasCoe) lose(core, id, taken);
}

function lose(core: LibraryCore, id: string, taken: TakenIn): void {
  taken.lost.push(id);
  core.away.add(id);
  core.announce('coe:changed-outside', { id, revision: null });
}

function idOf(name: string): string | null {
  const sorted = classifyFileName(name);
  return sorted.is === 'coe' ? sorted.id : null;
}
