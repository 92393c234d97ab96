/** After many files changed, it is looked at all of them once nothing changed for so long, in milliseconds. */
const QUIET_MS = 2000;
/** However much goes on changing, a look at all of them waits no longer than this, in milliseconds. */
const LONGEST_WAIT_MS = 60_000;

/** Looks for edits that are not committed, never twice at once. */
export type EditLook = {
  /** Some files, by their path in the tree, may have changed, or any of them. */
  readonly note: (among: readonly string[] | 'all') => void;
  readonly stop: () => void;
};

/**
 * Creates a look that is not running. Named files are looked at soon. Looking at all of them takes long in a large
 * library, and reading or joining one reports many changes: one look, afterwards, covers them all.
 */
export function createEditLook(
  look: (among: readonly string[] | 'all') => Promise<unknown>,
  onError: (error: unknown) => void,
): EditLook {
  const named = new Set<string>();
  let isLooking = false;
  let quiet: NodeJS.Timeout | null = null;
  /** When the look at all files that waits was first asked for, in milliseconds; null for none. */
  let askedAt: number | null = null;
  let isAllDue = false;

  const run = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    while (isAllDue || named.size > 0) {
      const among = isAllDue ? 'all' : [...named];
      isAllDue = false;
      named.clear();
      // oxlint-disable-next-line no-await-in-loop -- one look after the other
      await look(among).catch(onError);
    }
    isLooking = false;
  };
  const stop = (): void => {
    if (quiet !== null) clearTimeout(quiet);
    quiet = null;
    askedAt = null;
    isAllDue = false;
    named.clear();
  };
  return {
    note: (among) => {
      if (among !== 'all') {
        for (const path of among) named.add(path);
        return void run();
      }
      const now = performance.now();
      askedAt ??= now;
      if (quiet !== null && now - askedAt > LONGEST_WAIT_MS - QUIET_MS) return;
      if (quiet !== null) clearTimeout(quiet);
      quiet = setTimeout(() => {
        quiet = null;
        askedAt = null;
        isAllDue = true;
        void run();
      }, QUIET_MS);
      quiet.unref();
    },
    stop,
  };
}
