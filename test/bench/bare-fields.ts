import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Page } from '@playwright/test';
import { build } from 'vite';

import { root } from './root.ts';

/** The words in the bare editor, and in the COE that it is compared with. */
export const BARE_PROSE = Array.from({ length: 3 }, () =>
  'The pager rang twice and nobody knew why. '.repeat(6).trim(),
);

/** A letter costs the more, the wider its line and the richer its font. So both are those of the app. */
const FONT = 'node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2';
const STYLE = `
  @font-face { font-family: Prose; font-weight: 200 900; src: url(data:font/woff2;base64,FONT); }
  input, div { font: 1.0625rem/1.6 Prose; width: 66ch; overflow-wrap: anywhere; }
`;

/** Shows a bare Lexical editor and a plain input in a page, and nothing else. */
export async function showBareFields(page: Page): Promise<void> {
  const font = readFileSync(path.join(root, FONT)).toString('base64');
  await page.setContent(`<style>${STYLE.replace('FONT', font)}</style><input><div contenteditable="true"></div>`);
  await page.evaluate((prose) => Object.assign(window, { prose }), BARE_PROSE);
  await page.addScriptTag({ content: await bundled('bare-lexical.ts') });
  await page.evaluate(() => document.fonts.load('1rem Prose'));
}

/** A file beside this one as one script for a page. */
async function bundled(name: string): Promise<string> {
  const entry = path.join(import.meta.dirname, name);
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'bare' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !('output' in first)) throw new Error('Nothing was bundled');
  return first.output[0].code;
}
