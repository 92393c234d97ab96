import { defineConfig } from 'vitest/config';

/** Unit tests run in Node; the few that mount components ask for a DOM with a `@vitest-environment` comment. */
export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/renderer/**/*.test.{ts,tsx}'],
    environment: 'node',
    globalSetup: 'test/support/bundle-workers.ts',
    maxWorkers: 2,
    testTimeout: 120_000,
    // Polls wait for a state that stays, so a busy machine may take as long as the test itself may.
    expect: { poll: { timeout: 100_000, interval: 20 } },
  },
});
