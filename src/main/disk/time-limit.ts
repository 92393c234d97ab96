/**
 * Waits for work on a disk that may never answer, such as a share whose server is gone: the system cannot end such a
 * call, so only the waiting ends.
 */
export type TimeLimit = {
  /**
   * Does some work and waits for it. Throws an error with the code ETIMEDOUT when it takes too long or when earlier
   * work has not answered yet, and ECANCELED when the signal is aborted. The work may still end later; what it gives then
   * is dropped.
   */
  readonly run: <Value>(work: () => Promise<Value>, limits?: Limits) => Promise<Value>;
  /** Whether work that is no longer waited for has not answered. Each piece of it keeps one of the few threads busy. */
  readonly isStuck: () => boolean;
};

/** When waiting ends. Without `milliseconds`, the usual time. */
export type Limits = { readonly signal?: AbortSignal; readonly milliseconds?: number };

/** Work on any disk that is no longer waited for and has not answered. */
let stuckAnywhere = 0;
const listeners: ((change: number) => void)[] = [];

/** Whether a call of the system hangs in this process. It would wait for that call before it ends. */
export const hasStuckCall = (): boolean => stuckAnywhere > 0;

/** Counts calls that began to hang in another thread of this process, or, below 0, that hang no more. */
export function countStuckCalls(change: number): void {
  stuckAnywhere += change;
  for (const listener of listeners) listener(change);
}

/** Calls back with 1 when a call of this thread begins to hang, and with -1 when it has ended. */
export const onStuckCalls = (listener: (change: number) => void): void => void listeners.push(listener);

/** Creates a limit for one disk. `milliseconds` is the usual time. */
export function createTimeLimit(milliseconds: number): TimeLimit {
  let stuck = 0;
  return {
    isStuck: () => stuck > 0,
    run: async (work, { signal, milliseconds: longest = milliseconds } = {}) => {
      if (signal?.aborted === true) throw withCode('ECANCELED');
      if (stuck > 0) throw withCode('ETIMEDOUT');
      const answer = work();
      let end: (code: string) => void = () => undefined;
      const ended = new Promise<never>((_, reject) => {
        end = (code) => {
          stuck += 1;
          countStuckCalls(1);
          const release = (): void => {
            stuck -= 1;
            countStuckCalls(-1);
          };
          answer.then(release, release);
          reject(withCode(code));
        };
      });
      const timer = setTimeout(() => end('ETIMEDOUT'), longest);
      const cancel = (): void => end('ECANCELED');
      signal?.addEventListener('abort', cancel, { once: true });
      try {
        return await Promise.race([answer, ended]);
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', cancel);
      }
    },
  };
}

const withCode = (code: string): Error => Object.assign(new Error('The disk does not answer'), { code });
