import path from 'node:path';

import type { AppError } from '#ipc/app-error.ts';
import type { LibraryState } from '#ipc/library-state.ts';

import type { Catalogue } from './catalogue.ts';
import type { LibraryOptions } from './library-api.ts';
import { handleOf } from './library-handle.ts';
import type { Standing } from './library-core.ts';

/** Puts the state of a library together, and tells of it when it changed. */
export type StateTeller = { readonly state: () => LibraryState; readonly tell: () => void };

/** Makes the teller of one library. */
export function createStateTeller(
  options: LibraryOptions,
  catalogue: Catalogue,
  standing: Standing,
  historyFault: () => AppError | null,
): StateTeller {
  const isElsewhere = (): boolean => options.isElsewhere?.(options.folder) === true;
  const state = (): LibraryState => ({
    handle: handleOf(options.folder),
    name: options.name ?? path.basename(options.folder),
    place: options.folder,
    status: standing.status,
    writable: options.readOnly !== true && !isElsewhere() && standing.writable && standing.status !== 'missing',
    isOpenElsewhere: isElsewhere(),
    isEncrypted: options.identity !== undefined,
    isExamples: options.isExamples === true,
    coeCount: catalogue.size,
    problemCount: catalogue.problemCount,
    copyCount: [...catalogue.copies().values()].reduce((sum, count) => sum + count, 0),
    trashCount: standing.trashCount,
    wentBack: wentBackOf(catalogue.wentBack()),
    progress: standing.progress,
    historyFault: historyFault(),
  });
  let told = '';
  return {
    state,
    tell: () => {
      const now = state();
      const text = JSON.stringify(now);
      if (text === told) return;
      told = text;
      options.announce('library:changed', now);
    },
  };
}

/** More than these few are only counted. */
const FIRST_FEW = 5;

const wentBackOf = (coes: ReturnType<Catalogue['wentBack']>): LibraryState['wentBack'] => ({
  count: coes.length,
  first: coes.slice(0, FIRST_FEW).map(({ id, title }) => ({ id, title })),
});
