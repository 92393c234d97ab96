/** Lets those who ask for the same key go one after another, and all keys at once. */
export type KeyedMutex = {
  readonly run: <Value>(key: string, work: () => Promise<Value>) => Promise<Value>;
  /** Whether work on a key is under way or waiting. */
  readonly isLocked: (key: string) => boolean;
  /** Resolves when nothing is under way any more. */
  readonly whenIdle: () => Promise<void>;
};

/** Makes a set of queues, one a key. */
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
    whenIdle: async () => {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}
