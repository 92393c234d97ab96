import { VECTOR_LENGTH } from '#domain/similar/meaning.ts';
import { createWorkerClient } from '#main/worker/worker-client.ts';

import type { EncoderFolders, EncoderTasks } from './encoder-tasks.ts';

/** `now` goes first and is given up after `timeoutMs`, because a person waits for it. `background` has no limit. */
export type Priority = 'now' | 'background';

/** The sentence encoder of the app. It runs in a thread of its own, which starts with the first request. */
export type Encoder = {
  /**
   * The vectors of sentences, `VECTOR_LENGTH` bytes each, in their order. Null if the encoder is closed, failed, or,
   * for `now`, takes too long; never rejects.
   */
  readonly embed: (sentences: readonly string[], priority: Priority) => Promise<Int8Array | null>;
  /** Ends the thread, even in the middle of a sentence. Pending requests answer null. */
  readonly close: () => Promise<void>;
};

/** Where the encoder is, and its limits. Tests shorten the limits; without them a minute and a second and a half. */
export type EncoderOptions = {
  readonly workerUrl: URL;
  readonly folders: EncoderFolders;
  /** Milliseconds without a request after which the thread ends, which frees about 130 MB. */
  readonly idleMs?: number;
  /** Milliseconds after which a request for `now` answers null. */
  readonly timeoutMs?: number;
};

const IDLE_MS = 60_000;
const TIMEOUT_MS = 1500;
/** The most sentences in one request to the thread. A request for `now` waits at most for one such request. */
const CHUNK_SIZE = 8;

type Waiting = { readonly sentences: readonly string[]; readonly answer: (vectors: Int8Array | null) => void };

/** Creates an encoder without starting its thread. */
export function createEncoder(options: EncoderOptions): Encoder {
  const { workerUrl, folders, idleMs = IDLE_MS, timeoutMs = TIMEOUT_MS } = options;
  const worker = createWorkerClient<EncoderTasks>({ name: 'encoder', url: workerUrl, workerData: folders });
  const queues: Record<Priority, Waiting[]> = { now: [], background: [] };
  let isBusy = false;
  let closed = false;
  let idle: NodeJS.Timeout | null = null;
  let ending: Promise<void> | null = null;

  const endWhenIdle = (): void => {
    idle = setTimeout(() => {
      ending = worker.close().finally(() => {
        ending = null;
      });
    }, idleMs);
    idle.unref();
  };
  const nextWaiting = (): Waiting | undefined => queues.now.shift() ?? queues.background.shift();
  const runQueues = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    if (idle !== null) clearTimeout(idle);
    if (ending !== null) await ending;
    for (let next = nextWaiting(); next !== undefined; next = nextWaiting()) {
      // oxlint-disable-next-line no-await-in-loop -- one request at a time, so that an urgent one can go first
      const embedded = closed ? null : await worker.request('embed', { sentences: next.sentences });
      next.answer(embedded?.ok === true ? embedded.value : null);
    }
    isBusy = false;
    if (!closed) endWhenIdle();
  };
  const embedChunk = (sentences: readonly string[], priority: Priority): Promise<Int8Array | null> =>
    new Promise((resolve) => {
      const waiting: Waiting = { sentences, answer: resolve };
      queues[priority].push(waiting);
      void runQueues();
      if (priority === 'background') return;
      setTimeout(() => {
        queues.now = queues.now.filter((each) => each !== waiting);
        resolve(null);
      }, timeoutMs).unref();
    });

  return {
    embed: async (sentences, priority) => {
      if (closed) return null;
      const chunks: Promise<Int8Array | null>[] = [];
      for (let start = 0; start < sentences.length; start += CHUNK_SIZE)
        chunks.push(embedChunk(sentences.slice(start, start + CHUNK_SIZE), priority));
      const vectors = new Int8Array(sentences.length * VECTOR_LENGTH);
      for (const [index, chunk] of (await Promise.all(chunks)).entries()) {
        if (chunk === null) return null;
        vectors.set(chunk, index * CHUNK_SIZE * VECTOR_LENGTH);
      }
      return vectors;
    },
    close: async () => {
      closed = true;
      if (idle !== null) clearTimeout(idle);
      await worker.close();
    },
  };
}
