import { workerData } from 'node:worker_threads';

import { lowerPriority } from '#main/worker/lower-priority.ts';
import { serveTasks } from '#main/worker/serve-tasks.ts';

import type { EncoderFolders, EncoderTasks } from './encoder-tasks.ts';
import { loadSentenceEncoder, type SentenceEncoder, setProgramFolder } from './sentence-encoder.ts';

/* The worker thread that turns sentences into vectors. Each takes 14 to 41 ms of processor time. */
let encoder: Promise<SentenceEncoder> | null = null;

const folders = workerData as EncoderFolders;

setProgramFolder(folders.wasm);

lowerPriority(5);

serveTasks<EncoderTasks>({
  embed: async ({ sentences }) => {
    encoder ??= loadSentenceEncoder(folders.model);
    return (await encoder).embed(sentences);
  },
});
