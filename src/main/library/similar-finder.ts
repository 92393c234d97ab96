import type { Coe } from '#domain/coe/coe.ts';
import type { SimilarCoe } from '#ipc/similar.ts';
import { findSimilar } from '#main/search/similar/find-similar.ts';

import type { LibraryCore } from './library-core.ts';

/** Finds similar COEs by the index. As long as that is not complete, it finds fewer; whoever asked is told when to ask again. */
export function createSimilarFinder(core: LibraryCore): (coe: Coe) => Promise<SimilarCoe[]> {
  const { catalogue, index, worker, paths } = core;
  const folder = paths.coes;
  let wasComplete = false;
  return async (coe) => {
    const found = await findSimilar(coe, catalogue.inOrder('happened-newest'), {
      find: (question) => worker.request('find-similar', { folder, ...question }),
      read: (ids) => worker.request('read-for-similar', { folder, ids }),
    });
    if (index.isComplete()) wasComplete = true;
    else if (wasComplete) core.lookAgain(); // a new worker knows nothing yet, and a scan has it read the index
    return found;
  };
}
