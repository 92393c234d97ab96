import { existsSync } from 'node:fs';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';

import type { WorkerRequest } from '#main/worker/worker-messages.ts';

import { workerUrl } from './worker-url.ts';

/** The library worker, but it dies when it is to list a folder that holds a file called `.die`. */
parentPort?.on('message', ({ task, request }: WorkerRequest) => {
  if (task !== 'list-folder') return;
  const { folder } = request as { folder: string };
  if (existsSync(path.join(folder, '.die'))) process.exit(1);
});
await import(workerUrl('library-worker').href);
