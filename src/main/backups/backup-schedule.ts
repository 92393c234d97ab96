/** From the start of the app to the first check. */
const FIRST_CHECK_MS = 60_000;
/** Between later checks. */
const CHECK_INTERVAL_MS = 30 * 60_000;

/**
 * Checks regularly whether a backup is due, and after a computer wakes up, because timers then resume. Passes errors to
 * `onError`.
 */
export function scheduleBackups(makeIfDue: () => Promise<void>, onError: (error: unknown) => void): void {
  const check = (): void => void makeIfDue().catch(onError);
  setTimeout(check, FIRST_CHECK_MS).unref();
  setInterval(check, CHECK_INTERVAL_MS).unref();
}
