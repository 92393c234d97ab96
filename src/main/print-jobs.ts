import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { app } from 'electron';

import { hardenApp } from './app/harden-app.ts';
import { createPrinter } from './export/print/printer.ts';
import type { PrintPage } from './export/print/print-page.ts';
import { createPrintWindow } from './window/create-window.ts';

/*
 * An app of its own, without a window that anyone sees: it prints pages into PDFs for the command line and quits. Its
 * folder has `pages.json`, the list of pages; the PDFs become `0.pdf`, `1.pdf` and so on beside it. The exit code is 1
 * when one of them could not be printed.
 */
hardenApp(false);
// Between two pages there is no window.
app.on('window-all-closed', () => {});
void app.whenReady().then(run, quit);

async function run(): Promise<void> {
  try {
    const folder = app.getAppPath();
    const pages = JSON.parse(await readFile(path.join(folder, 'pages.json'), 'utf8')) as PrintPage[];
    const printer = createPrinter(path.join(import.meta.dirname, '../fonts'), createPrintWindow);
    for (const [index, page] of pages.entries()) {
      const pdf = await printer.toPdf(page);
      if (!pdf.ok) return quit();
      await writeFile(path.join(folder, `${index}.pdf`), pdf.value);
    }
    app.exit(0);
  } catch {
    quit();
  }
}

function quit(): void {
  app.exit(1);
}
