import path from 'node:path';

import { defineConfig } from 'vitest/config';

import { putTemporaryFilesInMemory } from './scripts/run-tests/memory-folder.mjs';

putTemporaryFilesInMemory();
// Some tests start Node on the sources, and compiling is a third of each start.
process.env['NODE_COMPILE_CACHE'] ??= path.join(import.meta.dirname, '.cache/node-compile');

/** They replace a module for all that is loaded after them, so each gets a fresh process too. */
const WITH_MOCKED_MODULES = [
  'test/unit/main/app/single-instance.test.ts',
  'test/unit/main/team/unflushed-folders.test.ts',
];

/** They hear from react-dom what it draws, which has to be asked for before it is loaded. */
const COUNTING_RENDERS = [
  'test/renderer/editor/timeline-typing.test.tsx',
  'test/renderer/editor/typing-in-editor.test.tsx',
];

/**
 * Unit tests run in Node; the few that mount components ask for a DOM with a `@vitest-environment` comment. The modules of
 * domain, ipc and main have no state of their own, so the files of their tests share a process, and modules load once
 * instead of once per file. Those of the page have, such as the open drafts: its tests share a process, its DOM and the
 * packages, which take longest to load, and each file loads the page's own modules anew (test/support/fresh-page.ts).
 */
export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: ['test/support/bundle-workers.ts', 'test/support/team/prepared-teams.ts'],
    setupFiles: ['test/support/configure-properties.ts', 'test/support/restore-process.ts'],
    maxWorkers: 2,
    // Nothing but a test that hangs may reach these, on the busiest machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Polls wait for a state that stays, so a busy machine may take as long as the test itself may.
    expect: { poll: { timeout: 250_000, interval: 20 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['test/unit/**/*.test.ts'],
          exclude: ['test/unit/draft/**', ...WITH_MOCKED_MODULES],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: [...WITH_MOCKED_MODULES, ...COUNTING_RENDERS],
          setupFiles: 'test/support/patient-queries.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          include: ['test/unit/draft/**/*.test.ts', 'test/renderer/**/*.test.{ts,tsx}'],
          exclude: COUNTING_RENDERS,
          setupFiles: ['test/support/fresh-page.ts', 'test/support/patient-queries.ts'],
          isolate: false,
        },
      },
    ],
  },
});
