import { beforeAll } from 'vitest';

/** How long a test of the page waits for what has to come, in milliseconds. A busy machine needs more than a second. */
const LONGEST_WAIT_MS = 250_000;

// Loaded this late, because a test that counts what React draws has to be there before it.
beforeAll(async () => {
  if (typeof document === 'undefined') return;
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: LONGEST_WAIT_MS });
});
