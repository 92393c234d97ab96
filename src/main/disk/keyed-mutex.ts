import { setImmediate as turnOfLoop } from 'node:timers/promises';

/** Leaves a step to be taken once the result of the work has been passed on. It must not reject. */
export type LeaveForLater = (step: () => Promise<void>) => void;

/** Runs work for the same key one at a time, in order. Different keys do not wait for each other. */
export type KeyedMutex = {
  /**
   * Resolves to the result of the work. Steps that the work left for later come after whatever runs at once when it is
   * known, such as sending it to the page, in their order; the key stays locked until they are done.
   */
  readonly run: <Value>(key: string, work: (later: LeaveForLater) => Promise<Value>) => Promise<Value>;
  /** Whether work for a key is running or waiting. */
  readonly isLocked: (key: string) => boolean;
  /** Resolves when no work for a key is running or waiting, without taking a turn. */
  readonly whenFree: (key: string) => Promise<void>;
  /** Resolves when no work is running or waiting. */
  readonly whenIdle: () => Promise<void>;
};

/** Creates an unlocked mutex. A failure of one piece of work rejects its promise only; the next one still runs. */
export function createKeyedMutex(): KeyedMutex {
  const last = new Map<string, Promise<unknown>>();
  return {
    run: (key, work) => {
      const left: (() => Promise<void>)[] = [];
      const turn = (last.get(key) ?? Promise.resolve()).then(() => work((step) => void left.push(step)));
      const settled = turn
        .catch(() => undefined)
        .then(() => (left.length > 0 ? takeLater(left) : undefined))
        .then(() => {
          if (last.get(key) === settled) last.delete(key);
          return undefined;
        });
      last.set(key, settled);
      return turn;
    },
    isLocked: (key) => last.has(key),
    whenFree: async (key) => {
      for (let work = last.get(key); work !== undefined; work = last.get(key)) await work;
    },
    whenIdle: async () => {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}

async function takeLater(steps: readonly (() => Promise<void>)[]): Promise<void> {
  await turnOfLoop();
  // oxlint-disable-next-line no-await-in-loop -- in their order
  for (const step of steps) await step();
}
