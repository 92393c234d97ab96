import { defineConfig } from 'vitest/config';

/** Unit tests run in Node; the few that mount components ask for a DOM with a `@vitest-environment` comment. */
export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/renderer/**/*.test.{ts,tsx}'],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 30_000,
    // Some tests wait for a file watcher, and on a busy machine they have missed it. A second go is not shown in the counts.
    retry: process.env['CI'] === undefined ? 0 : 1,
  },
});
