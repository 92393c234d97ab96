import { defineConfig } from '@playwright/test';

/** The end-to-end tests drive the built app in the real Electron, one at a time: each test starts its own. */
export default defineConfig({
  testDir: 'test/e2e',
  workers: 1,
  fullyParallel: false,
  timeout: 90_000,
  // A shared build machine now and then stops for seconds. A test that needed a second go is reported as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  outputDir: 'out/test-results',
});
