/** When a team library is committed and exchanged by itself, in milliseconds. */
const COMMIT_AFTER_MS = 60_000;
const EXCHANGE_AFTER_MS = 30_000;
const EXCHANGE_SPREAD_MS = 30_000;
const POLL_MS = 300_000;
const POLL_SPREAD_MS = 120_000;
/** A window that gets the focus exchanges if the last exchange is older than this. */
const FOCUS_AFTER_MS = 60_000;
/** The waits after failed exchanges double from the first to the longest. */
const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 1_800_000;

/** Decides when to commit and to exchange. Nothing happens between `stop` and `start`. */
export type ExchangeTimer = {
  readonly start: () => void;
  readonly stop: () => void;
  /** Something in the library changed: it is committed after a minute without another change. */
  readonly onEdited: () => void;
  /** Something was committed: it is sent soon, not at once, so that several follow each other in one exchange. */
  readonly onCommitted: () => void;
  readonly onFocus: () => void;
  /** Exchanges now, and resolves afterwards. */
  readonly now: () => Promise<void>;
};

/** What the timer needs. `exchange` says how it ended; `random` is at least 0 and less than 1. */
export type ExchangeTimerDeps = {
  /** Commits; true if there was anything. */
  readonly commit: () => Promise<boolean>;
  readonly exchange: () => Promise<'shared' | 'waiting' | 'failed'>;
  readonly random: () => number;
  readonly onError: (error: unknown) => void;
};

/** Creates a timer that is stopped. */
export function createExchangeTimer({ commit, exchange, random, onError }: ExchangeTimerDeps): ExchangeTimer {
  let isRunning = false;
  let commitTimer: NodeJS.Timeout | null = null;
  let exchangeTimer: NodeJS.Timeout | null = null;
  let dueAt = Infinity;
  let failures = 0;
  let lastExchange = -Infinity;
  let inExchange: Promise<void> | null = null;

  const schedule = (delay: number): void => {
    if (!isRunning) return;
    const at = performance.now() + delay;
    // An exchange that is due earlier stands.
    if (at >= dueAt) return;
    if (exchangeTimer !== null) clearTimeout(exchangeTimer);
    dueAt = at;
    exchangeTimer = setTimeout(() => void run(), delay);
    exchangeTimer.unref();
  };
  const run = async (): Promise<void> => {
    if (exchangeTimer !== null) clearTimeout(exchangeTimer);
    exchangeTimer = null;
    dueAt = Infinity;
    inExchange ??= runOnce().finally(() => {
      inExchange = null;
    });
    await inExchange;
  };
  const runOnce = async (): Promise<void> => {
    try {
      lastExchange = performance.now();
      const ended = await exchange();
      failures = ended === 'shared' ? 0 : failures + 1;
    } catch (error) {
      failures += 1;
      onError(error);
    }
    if (failures > 0) schedule(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1)) * (1 + random() / 4));
    else schedule(POLL_MS + (random() - 0.5) * POLL_SPREAD_MS);
  };
  const commitNow = async (): Promise<void> => {
    commitTimer = null;
    try {
      if (await commit()) schedule(EXCHANGE_AFTER_MS + random() * EXCHANGE_SPREAD_MS);
    } catch (error) {
      onError(error);
    }
  };
  return {
    start: () => {
      isRunning = true;
      failures = 0;
      schedule(0);
    },
    stop: () => {
      isRunning = false;
      if (commitTimer !== null) clearTimeout(commitTimer);
      if (exchangeTimer !== null) clearTimeout(exchangeTimer);
      [commitTimer, exchangeTimer, dueAt] = [null, null, Infinity];
    },
    onEdited: () => {
      if (!isRunning) return;
      if (commitTimer !== null) clearTimeout(commitTimer);
      commitTimer = setTimeout(() => void commitNow(), COMMIT_AFTER_MS);
      commitTimer.unref();
    },
    onCommitted: () => schedule(EXCHANGE_AFTER_MS + random() * EXCHANGE_SPREAD_MS),
    onFocus: () => {
      if (performance.now() - lastExchange > FOCUS_AFTER_MS) schedule(0);
    },
    now: run,
  };
}
