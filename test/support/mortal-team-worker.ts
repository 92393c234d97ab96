import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

import type { TeamTasks, TeamThreadData } from '#main/team/team-tasks.ts';
import type { WorkerRequest } from '#main/worker/worker-messages.ts';

import { workerUrl } from './worker-url.ts';

const { teamFolder } = workerData as TeamThreadData;

/**
 * The thread of team libraries, but it dies when it is to exchange while there is a file called `die`, or when it may
 * write a file of the library while there is one called `die-with-lock`. While there is one called `die-for-good`, it
 * ends when it may write, and each thread after it throws at the first thing it is asked.
 */
parentPort?.on('message', ({ task, request }: WorkerRequest) => {
  const dies = (name: string): boolean => existsSync(path.join(teamFolder, name));
  if (dies('died')) throw new Error('The thread is not to live');
  if (task === 'lock-taken' && dies('die-for-good')) {
    writeFileSync(path.join(teamFolder, 'died'), '');
    process.exit(1);
  }
  const isExchange =
    task === 'call' && (request as TeamTasks['call']['request']).call.method === 'exchange' && dies('die');
  if (isExchange || (task === 'lock-taken' && dies('die-with-lock'))) process.exit(1);
});
await import(workerUrl('team-worker').href);
