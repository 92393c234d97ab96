import { existsSync } from 'node:fs';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';

import type { WorkerRequest } from '#main/search/worker-tasks.ts';

/** The library worker, but it dies when it is to list a folder that holds a file called `.die`. */
parentPort?.on('message', (message: WorkerRequest) => {
  if (message.task === 'list-folder' && existsSync(path.join(message.request.folder, '.die'))) process.exit(1);
});
await import('#main/search/library-worker.ts');
