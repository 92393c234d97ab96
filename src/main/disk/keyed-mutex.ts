/** Runs work for the same key one at a time, in order. Different keys do not wait for each other. */
export type KeyedMutex = {
  readonly run: <Value>(key: string, work: () => Promise<Value>) => Promise<Value>;
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
      const turn = (last.get(key) ?? Promise.resolve()).then(work);
      const settled = turn
        .catch(() => undefined)
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
