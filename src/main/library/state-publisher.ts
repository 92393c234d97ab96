import path from 'node:path';

import type { AppError } from '#ipc/app-error.ts';
import type { LibraryState } from '#ipc/library-state.ts';

import type { Catalogue } from './catalogue.ts';
import type { LibraryOptions } from './library-api.ts';
import { handleOf } from './library-handle.ts';
import type { LibraryStatus } from './library-core.ts';

/** Puts the state of a library together, and tells of it when it changed. */
export type StatePublisher = { readonly state: () => LibraryState; readonly publish: () => void };

/** Creates the publisher of one library's state. */
export function createStatePublisher(
  options: LibraryOptions,
  catalogue: Catalogue,
  libraryStatus: LibraryStatus,
  versionsError: () => AppError | null,
): StatePublisher {
  const isOpenElsewhere = (): boolean => options.isOpenElsewhere?.(options.folder) === true;
  const state = (): LibraryState => ({
    handle: handleOf(options.folder),
    name: options.name ?? path.basename(options.folder),
    folder: options.folder,
    status: libraryStatus.status,
    isFolderEmpty: libraryStatus.status === 'missing' && libraryStatus.isFolderEmpty,
    writable:
      options.readOnly !== true && !isOpenElsewhere() && libraryStatus.writable && libraryStatus.status !== 'missing',
    isOpenElsewhere: isOpenElsewhere(),
    isEncrypted: options.identity !== undefined,
    isExamples: options.isExamples === true,
    coeCount: catalogue.size,
    problemCount: catalogue.problemCount,
    copyCount: [...catalogue.copies().values()].reduce((sum, count) => sum + count, 0),
    trashCount: libraryStatus.trashCount,
    rolledBack: rolledBackOf(catalogue.rolledBack()),
    progress: libraryStatus.progress,
    versionsError: versionsError(),
  });
  let published = '';
  return {
    state,
    publish: () => {
      const now = state();
      const text = JSON.stringify(now);
      if (text === published) return;
      published = text;
      options.announce('library:changed', now);
    },
  };
}

/** Rolled-back COEs beyond this number are only counted. */
const FIRST_FEW = 5;

const rolledBackOf = (coes: ReturnType<Catalogue['rolledBack']>): LibraryState['rolledBack'] => ({
  count: coes.length,
  first: coes.slice(0, FIRST_FEW).map(({ id, title }) => ({ id, title })),
});
