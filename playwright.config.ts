import { defineConfig } from '@playwright/test';

import { putTemporaryFilesInMemory } from './scripts/run-tests/memory-folder.mjs';
import { hasNoDisplay } from './scripts/system/display.mjs';

putTemporaryFilesInMemory();

/**
 * The end-to-end tests drive the built app in the real Electron. Each test has a library of its own, and either starts
 * the app or uses one that its worker shares (`sharesApp` in test/e2e/support/app.ts). Where screens are virtual, each
 * worker has its own screen; on a person's screen they would take the keyboard from each other. A test spends less than
 * half of its time computing, so three at once keep two cores busy.
 */
export default defineConfig({
  testDir: 'test/e2e',
  workers: hasNoDisplay() ? 3 : 1,
  fullyParallel: true,
  // Every wait is for a state that stays, so a busy machine may take its time: these only end what hangs.
  timeout: 360_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  outputDir: 'out/test-results',
});
