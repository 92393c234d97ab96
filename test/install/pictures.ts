import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { chromium, type Page } from '@playwright/test';

import { findCommand } from '../../scripts/system/run-command.mjs';
import { sandboxArgs } from '../../scripts/system/display.mjs';

/** As many lines of what a command printed are in a picture, the last ones. */
const LAST = 30;

/** Takes pictures of an installation, numbered in their order. */
export type Pictures = {
  /** A picture of a page of the app. */
  readonly ofPage: (name: string, page: Page) => Promise<void>;
  /** A picture of what a command printed, as a terminal shows it. */
  readonly ofTerminal: (name: string, command: string, printed: string) => Promise<void>;
};

/** Takes pictures into a folder; null takes none. */
export function takePictures(folder: string | null): Pictures {
  if (folder === null) return { ofPage: async () => undefined, ofTerminal: async () => undefined };
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  const fileFor = (name: string): string => {
    taken += 1;
    return path.join(folder, `${String(taken).padStart(2, '0')}-${name}.png`);
  };
  return {
    ofPage: async (name, page) => {
      await page.waitForFunction(() => window.innerWidth > 0); // the window is shown once its page is drawn
      await page.screenshot({ path: fileFor(name) });
    },
    ofTerminal: async (name, command, printed) => {
      const browser = await chromium.launch({ executablePath: findCommand('chromium') ?? '', args: sandboxArgs() });
      try {
        const page = await browser.newPage({ viewport: { width: 1000, height: 400 } });
        await page.setContent(
          '<body style="margin:0;background:#111;color:#ddd"><pre style="padding:16px;font:13px/1.4 monospace;white-space:pre-wrap">',
        );
        const lines = printed.trimEnd().split('\n');
        const text = [`$ ${command}`, ...(lines.length > LAST ? ['…'] : []), ...lines.slice(-LAST)].join('\n');
        await page.locator('pre').evaluate((element, shown) => (element.textContent = shown), text);
        await page.screenshot({ path: fileFor(name), fullPage: true });
      } finally {
        await browser.close();
      }
    },
  };
}
