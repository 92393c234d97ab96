import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/**
 * Three bundles: main and its worker, the sandboxed preload (one CommonJS file), and the page.
 * Nothing is left external but Electron itself, so the packaged app carries no node_modules.
 */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: 'src/main/index.ts',
          'library-worker': 'src/main/search/library-worker.ts',
          'backup-worker': 'src/main/backups/backup-worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
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
    plugins: [react()],
    build: { rollupOptions: { input: 'src/renderer/index.html' }, assetsInlineLimit: 0, minify: true },
  },
});
