import path from 'node:path';

import { build } from 'vite';

import { root } from '../../bench/root.ts';

/** Where the bundled children and their library worker are. */
export const CHILDREN_FOLDER = path.join(root, '.cache', 'fault-children');

const CHILDREN = ['import-child', 'marking-child', 'matrix-child', 'saving-child', 'saving-once-child'];

/**
 * Bundles each child process and the library worker. Hundreds of them are started, and Node takes more than half a
 * second of processor time to load the library as source.
 */
export async function bundleChildren(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: CHILDREN_FOLDER,
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      target: 'node24',
      rolldownOptions: {
        input: {
          'library-worker': 'src/main/search/library-worker.ts',
          'save-worker': 'src/main/coe-files/save-worker.ts',
          ...Object.fromEntries(CHILDREN.map((name) => [name, `test/faults/children/${name}.ts`])),
        },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
}
