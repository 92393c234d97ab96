import { defineConfig } from '@playwright/test';

/** The end-to-end tests drive the built app in the real Electron, one at a time: each test starts its own. */
export default defineConfig({
  testDir: 'test/e2e',
  workers: 1,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  outputDir: 'out/test-results',
});
