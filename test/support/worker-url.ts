import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the unit tests find the bundled worker threads. */
export const WORKERS_FOLDER = path.resolve(import.meta.dirname, '../../.cache/test-workers');

/** The bundled worker of that name. */
export const workerUrl = (
  name: 'library-worker' | 'save-worker' | 'backup-worker' | 'import-worker' | 'encoder-worker' | 'team-worker',
): URL => pathToFileURL(path.join(WORKERS_FOLDER, `${name}.mjs`));
