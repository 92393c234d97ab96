import path from 'node:path';

import { build } from 'vite';
import type { TestProject } from 'vitest/node';

import { WORKERS_FOLDER } from './worker-url.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Bundles the worker threads of main into one file each. Node takes half a second of processor time to load one as
 * source.
 */
async function bundleWorkers(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    ssr: { noExternal: true },
    resolve: { alias: { 'node-fetch': path.join(root, 'scripts/bundle/no-fetch.mjs') } },
    build: {
      ssr: true,
      outDir: WORKERS_FOLDER,
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      target: 'node24',
      rolldownOptions: {
        input: {
          'library-worker': 'src/main/search/library-worker.ts',
          'save-worker': 'src/main/coe-files/save-worker.ts',
          'backup-worker': 'src/main/backups/backup-worker.ts',
          'encoder-worker': 'src/main/encoder/encoder-worker.ts',
          'import-worker': 'src/main/import/import-worker.ts',
          'team-worker': 'src/main/team/team-worker.ts',
        },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
}

/** Runs before all unit tests, and again before each rerun while the sources are watched. */
export async function setup(project: TestProject): Promise<void> {
  await bundleWorkers();
  project.onTestsRerun(bundleWorkers);
}
