/** How long after a start it is first looked whether a backup is due, and how often after that, in milliseconds. */
const FIRST = 60_000;
const OFTEN = 30 * 60_000;

/** Looks from time to time whether a backup is due. A laptop that slept through it looks when it wakes: timers run on then. */
export function scheduleBackups(makeIfDue: () => Promise<void>, onError: (error: unknown) => void): void {
  const look = (): void => void makeIfDue().catch(onError);
  setTimeout(look, FIRST).unref();
  setInterval(look, OFTEN).unref();
}
