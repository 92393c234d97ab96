import { cpSync } from 'node:fs';
import path from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

import { copyEncoderFiles, ENCODER_PACKAGES } from './scripts/bundle/copy-encoder-files.mjs';
import { copyPrintFonts, FONT_PACKAGES } from './scripts/bundle/copy-print-fonts.mjs';
import { startChunk } from './scripts/bundle/start-chunk.mjs';
import { copyDictionaries, copyHunspell, DICTIONARY_PACKAGES } from './scripts/bundle/copy-spelling-files.mjs';
import { collectLicences } from './scripts/bundle/third-party/collect-licences.mjs';

/** The bundle contains no client for the network: what asks for one gets a function that throws. */
const noFetch = path.resolve(import.meta.dirname, 'scripts/bundle/no-fetch.mjs');

/** The first module of each page. */
const firstModules = {
  main: path.resolve(import.meta.dirname, 'src/renderer/app/main.tsx'),
  capture: path.resolve(import.meta.dirname, 'src/renderer/app/capture-main.tsx'),
};

const plainDecoder = path.resolve(import.meta.dirname, 'node_modules/decode-named-character-reference/index.js');

const licences = collectLicences(
  import.meta.dirname,
  path.resolve(import.meta.dirname, 'out'),
  [...ENCODER_PACKAGES, ...FONT_PACKAGES, ...DICTIONARY_PACKAGES],
  path.resolve(import.meta.dirname, 'scripts/bundle/third-party/native'),
);

/** Copies what is read from disk and not bundled: the examples, the tray icon, the dictionaries, the fonts for printing, the sentence encoder, and Hunspell beside the chunk that loads it. */
function copyFilesReadFromDisk(): void {
  const { dirname } = import.meta;
  cpSync(path.join(dirname, 'resources/examples'), path.join(dirname, 'out/examples'), { recursive: true });
  cpSync(path.join(dirname, 'resources/tray'), path.join(dirname, 'out/tray'), { recursive: true });
  copyDictionaries(dirname, path.join(dirname, 'out/dictionaries'));
  copyPrintFonts(dirname, path.join(dirname, 'out/fonts'));
  copyEncoderFiles(dirname, path.join(dirname, 'out/encoder'));
  copyHunspell(dirname, path.join(dirname, 'out/main/chunks'));
}

/**
 * Three bundles: main and its worker, the sandboxed preload (one CommonJS file), and the pages.
 * Nothing is left external but Electron itself, so the packaged app carries no node_modules. Beside them is the file with
 * the licences of what they contain.
 */
export default defineConfig({
  main: {
    plugins: [{ name: 'copy-files-read-from-disk', writeBundle: copyFilesReadFromDisk }, licences],
    resolve: { alias: { 'node-fetch': noFetch } },
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: 'src/main/index.ts',
          'print-jobs': 'src/main/print-jobs.ts',
          'library-worker': 'src/main/search/library-worker.ts',
          'save-worker': 'src/main/coe-files/save-worker.ts',
          'backup-worker': 'src/main/backups/backup-worker.ts',
          'import-worker': 'src/main/import/import-worker.ts',
          'encoder-worker': 'src/main/encoder/encoder-worker.ts',
          'team-worker': 'src/main/team/team-worker.ts',
          'spelling-worker': 'src/main/spelling/spelling-worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    plugins: [licences],
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [react(), licences],
    // Its variant for browsers decodes `&amp;` through innerHTML, which the page's Trusted Types refuse. This one has a table.
    resolve: { alias: { 'decode-named-character-reference': plainDecoder } },
    build: {
      rollupOptions: {
        input: { index: 'src/renderer/index.html', capture: 'src/renderer/capture.html' },
        // What a window needs first is in few files: main answers each request for one while it starts.
        output: {
          codeSplitting: { groups: [{ name: startChunk(firstModules), debugName: 'start', tags: ['$initial'] }] },
        },
      },
      assetsInlineLimit: 0,
      minify: true,
    },
  },
});
