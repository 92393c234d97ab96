import type { Coe } from '#domain/coe/coe.ts';
import type { Pattern } from '#domain/patterns/pattern.ts';
import type { SimilarCoe } from '#ipc/similar.ts';
import { findSimilar } from '#main/search/similar/find-similar.ts';

import type { LibraryCore } from './library-core.ts';

/**
 * Creates a function that finds similar COEs through the index. It finds fewer while the index is incomplete;
 * `coes:changed` follows.
 */
export function createSimilarFinder(
  core: LibraryCore,
  patternsById: () => ReadonlyMap<string, Pattern>,
): (coe: Coe) => Promise<SimilarCoe[]> {
  const { catalogue, index, worker, paths } = core;
  const folder = paths.coes;
  let wasComplete = false;
  return async (coe) => {
    const found = await findSimilar(
      coe,
      catalogue.inOrder('happened-newest'),
      {
        find: (question) => worker.request('find-similar', { folder, ...question }),
        read: (ids) => worker.request('read-for-similar', { folder, ids }),
      },
      patternsById(),
      await core.meaning.vectorsOf(coe),
    );
    if (index.isComplete()) wasComplete = true;
    else if (wasComplete) core.scheduleScan(); // a new worker is empty; a scan makes it load the index
    return found;
  };
}
