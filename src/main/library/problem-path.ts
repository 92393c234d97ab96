import path from 'node:path';

import type { LibraryCore } from './library-core.ts';

/** The path of a listed problem file; null for every other name, so that no request can name a path. */
export const problemPath = ({ catalogue, paths }: LibraryCore, fileName: string): string | null =>
  catalogue.problems().some((problem) => problem.fileName === fileName) ? path.join(paths.coes, fileName) : null;
