import { VECTOR_LENGTH } from '#domain/similar/meaning.ts';
import { createWorkerClient } from '#main/worker/worker-client.ts';

import type { EncoderFolders, EncoderTasks } from './encoder-tasks.ts';

/** `now`: somebody waits for it; goes first and gives up after a moment. `background`: takes as long as it takes. */
export type Urgency = 'now' | 'background';

/** The sentence encoder of the app. It runs in a thread of its own, which starts with the first request. */
export type Encoder = {
  /**
   * The vectors of sentences, `VECTOR_LENGTH` bytes each, in their order. Null if the encoder is closed, failed, or, for
   * `now`, takes too long; never rejects.
   */
  readonly embed: (sentences: readonly string[], urgency: Urgency) => Promise<Int8Array | null>;
  /** Ends the thread, even in the middle of a sentence. Pending requests answer null. */
  readonly close: () => Promise<void>;
};

export type EncoderOptions = {
  readonly workerUrl: URL;
  readonly folders: EncoderFolders;
  /** Milliseconds without a request after which the thread ends, which frees its 200 MB. */
  readonly idleMs?: number;
  /** Milliseconds that a request for `now` waits at most. */
  readonly patienceMs?: number;
};

const IDLE_MS = 60_000;
const PATIENCE_MS = 1500;
/** The most sentences in one request to the thread, so that an urgent one need not wait long for its turn. */
const SENTENCES_AT_ONCE = 8;

type Waiting = { readonly sentences: readonly string[]; readonly answer: (vectors: Int8Array | null) => void };

/** Creates an encoder without starting its thread. */
export function createEncoder(options: EncoderOptions): Encoder {
  const { workerUrl, folders, idleMs = IDLE_MS, patienceMs = PATIENCE_MS } = options;
  const worker = createWorkerClient<EncoderTasks>({ name: 'encoder', url: workerUrl, workerData: folders });
  const lanes: Record<Urgency, Waiting[]> = { now: [], background: [] };
  let isBusy = false;
  let closed = false;
  let idle: NodeJS.Timeout | null = null;
  let ending: Promise<void> | null = null;

  const rest = (): void => {
    idle = setTimeout(() => {
      ending = worker.close().finally(() => {
        ending = null;
      });
    }, idleMs);
    idle.unref();
  };
  const work = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    if (idle !== null) clearTimeout(idle);
    if (ending !== null) await ending;
    for (let next = lanes.now.shift() ?? lanes.background.shift(); next !== undefined;) {
      // oxlint-disable-next-line no-await-in-loop -- one request at a time, so that an urgent one can go first
      const embedded = closed ? null : await worker.request('embed', { sentences: next.sentences });
      next.answer(embedded?.ok === true ? embedded.value : null);
      next = lanes.now.shift() ?? lanes.background.shift();
    }
    isBusy = false;
    if (!closed) rest();
  };
  const part = (sentences: readonly string[], urgency: Urgency): Promise<Int8Array | null> =>
    new Promise((resolve) => {
      const waiting: Waiting = { sentences, answer: resolve };
      lanes[urgency].push(waiting);
      void work();
      if (urgency === 'background') return;
      setTimeout(() => {
        lanes.now = lanes.now.filter((each) => each !== waiting);
        resolve(null);
      }, patienceMs).unref();
    });

  return {
    embed: async (sentences, urgency) => {
      const starts = Array.from({ length: Math.ceil(sentences.length / SENTENCES_AT_ONCE) }, (_, at) => at);
      const parts = await Promise.all(
        starts.map((at) =>
          closed ? null : part(sentences.slice(at * SENTENCES_AT_ONCE, (at + 1) * SENTENCES_AT_ONCE), urgency),
        ),
      );
      const vectors = new Int8Array(sentences.length * VECTOR_LENGTH);
      for (const [at, each] of parts.entries()) {
        if (each === null) return null;
        vectors.set(each, at * SENTENCES_AT_ONCE * VECTOR_LENGTH);
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
