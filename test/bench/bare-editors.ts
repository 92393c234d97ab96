import path from 'node:path';

import type { Page } from '@playwright/test';
import { build } from 'vite';

import { launchApp } from '../e2e/support/launch-app.ts';
import { provideAfterPaint } from './after-paint.ts';
import { endApp, UNLIMITED } from './session.ts';
import type { Command } from './start.ts';
import { timeKeys } from './typing.ts';

const KEYS = 200;
const FRAMES = 100;

/** The floors of a key: in a bare Lexical editor and in a plain input, and of a frame in which nothing changes. */
export type BareTimes = { readonly lexical: number[]; readonly input: number[]; readonly frame: number[] };

/** Measures the floors of a key in an empty window. */
export async function timeBareEditors(empty: Command): Promise<BareTimes> {
  const script = await bundled('bare-lexical.ts');
  const app = await launchApp({ ...empty, args: [...empty.args, ...UNLIMITED] });
  try {
    const page = await app.firstWindow();
    await page.setContent('<input><div contenteditable="true"></div>');
    await provideAfterPaint(page);
    await page.addScriptTag({ content: script });
    await page.locator('[contenteditable]').click();
    await page.keyboard.press('Control+End');
    const lexical = await timeKeys(page, KEYS);
    await page.locator('input').click();
    return { lexical, input: await timeKeys(page, KEYS), frame: await timeFrames(page) };
  } finally {
    await endApp(app);
  }
}

const timeFrames = (page: Page): Promise<number[]> =>
  page.evaluate(async (count) => {
    const { afterPaint } = window as unknown as { afterPaint: () => Promise<number> };
    const times: number[] = [];
    for (let frame = 0; frame < count; frame += 1) {
      const begun = performance.now();
      times.push((await afterPaint()) - begun);
    }
    return times;
  }, FRAMES);

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
