import { defineConfig } from '@playwright/test';

import base from '../../playwright.config.ts';
import { findCommand } from '../../scripts/system/run-command.mjs';

process.env['ONCE_TEST_BROWSER'] = findCommand('chromium') ?? 'chromium';

/**
 * Runs end-to-end tests in the system's Chromium, which is newer than the one in Electron here, with the main process
 * under the Node of the tests: two COEs written from beginning to end, the editor, charts and what is pasted, and the
 * tests tagged @engines, with axe, an input method, the clipboard, the content security policy and hostile texts.
 */
export default defineConfig({
  ...base,
  testDir: '../e2e',
  outputDir: '../../out/test-results-engines',
  projects: [
    // The longest first, so that no worker is left with one of them at the end.
    { name: 'tagged tests', grep: /@engines/ },
    {
      name: 'whole files',
      testMatch: [
        'editor.spec.ts',
        'learning.spec.ts',
        'links.spec.ts',
        'new-coe.spec.ts',
        'paste-rows.spec.ts',
        'report.spec.ts',
      ],
    },
  ],
});
