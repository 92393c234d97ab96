/**
 * How many times its limit an answer may take by the clock: a busy computer gives a thread only a part of its time, and
 * a thread that waits for a disk uses none.
 */
const MOST_TIMES = 6;

/**
 * Waits for the answer of a thread that may never come, such as that of one that reads a hostile file. Null when it
 * takes more than `limit` milliseconds of processor time, all threads of this process together, or six times as long by
 * the clock, or when `signal` is aborted. The thread goes on until it is ended.
 */
export async function answerWithin<Value>(
  limit: number,
  answer: Promise<Value>,
  signal?: AbortSignal,
): Promise<Value | null> {
  const before = process.cpuUsage();
  let timer: NodeJS.Timeout | undefined;
  let giveUp = (): void => undefined;
  const givenUp = new Promise<null>((resolve) => {
    giveUp = () => resolve(null);
  });
  let waited = 0;
  const waitFor = (milliseconds: number): void => {
    timer = setTimeout(() => {
      waited += milliseconds;
      const { user, system } = process.cpuUsage(before);
      const left = Math.min(limit - (user + system) / 1000, limit * MOST_TIMES - waited);
      if (left > 0) waitFor(Math.ceil(left));
      else giveUp();
    }, milliseconds);
  };
  waitFor(limit);
  if (signal?.aborted === true) giveUp();
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    return await Promise.race([answer, givenUp]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}

/** Waits for an answer as long as it takes. Null when `signal` is aborted. */
export async function answerUnlessAborted<Value>(answer: Promise<Value>, signal: AbortSignal): Promise<Value | null> {
  if (signal.aborted) return null;
  let giveUp = (): void => undefined;
  const givenUp = new Promise<null>((resolve) => {
    giveUp = () => resolve(null);
  });
  signal.addEventListener('abort', giveUp, { once: true });
  return Promise.race([answer, givenUp]).finally(() => signal.removeEventListener('abort', giveUp));
}
