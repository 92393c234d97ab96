import { mkdirSync } from 'node:fs';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { KIND_IDS } from '#domain/coe/vocabulary.ts';

import { commandFor } from '../e2e/support/once-process.ts';
import { copyLibrary } from './libraries.ts';
import { longestHold } from './main-delay.ts';
import type { Row } from './report.ts';
import { root } from './root.ts';
import { inSession } from './session.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const ROUNDS = 10;

/** Two filters that every COE passes: another filter than before is counted anew. */
const EVERY_COE = [emptyFilter(), { ...emptyFilter(), kinds: [...KIND_IDS] }];

/**
 * Measures the Themes of a library in the app in that folder: the answer of main when it counts and when it has kept the
 * answer, the charts on the screen, the longest time that main did not take a message, and the longest frame. The floor
 * of each is a small request, or as long on a screen at rest, in turns.
 */
export async function measureThemes(count: number, appFolder: string): Promise<Row[]> {
  return inTemporaryFolder(async (folder) => {
    const library = path.join(folder, 'library');
    const home = path.join(folder, 'home');
    mkdirSync(home);
    copyLibrary(count, library);
    const { program, args, env } = commandFor({ library, userData: path.join(folder, 'user-data'), home });
    const command = { program, args: args.map((arg) => (arg === root ? appFolder : arg)), env };
    return await inSession(command, async (page, app) => {
      await page.waitForFunction(isRead, null, { timeout: 600_000 });
      const [counted, kept, floor]: number[][] = [[], [], []];
      const [held, heldAtRest]: number[][] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        const request = { filter: EVERY_COE[round % 2] };
        heldAtRest?.push(await longestHold(app, async () => floor?.push(await timeAnswer(page, 'settings:read', {}))));
        held?.push(await longestHold(app, async () => counted?.push(await timeAnswer(page, 'themes:read', request))));
        kept?.push(await timeAnswer(page, 'themes:read', request));
      }
      const [first, all, frames, framesAtRest]: number[][] = [[], [], [], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        await page.evaluate(() => (window.location.hash = '#/coes'));
        await page.locator('[data-coe-row]').first().waitFor();
        framesAtRest?.push((await page.evaluate(showCharts, '#/coes')).longestFrame);
        const shown = await page.evaluate(showCharts, '#/themes');
        frames?.push(shown.longestFrame);
        // The first time loads the code of the charts.
        if (round === 0) continue;
        first?.push(shown.first);
        all?.push(shown.took);
      }
      return [
        { what: 'themes, counted', unit: 'ms', values: counted ?? [], floor: floor ?? [] },
        { what: 'themes, kept', unit: 'ms', values: kept ?? [], floor: floor ?? [] },
        { what: '  main held at most, counting', unit: 'ms', values: held ?? [], floor: heldAtRest ?? [] },
        { what: 'first chart shown', unit: 'ms', values: first ?? [], bar: { of: 'p95', below: 150 } },
        { what: 'all charts shown', unit: 'ms', values: all ?? [] },
        { what: '  longest frame', unit: 'ms', values: frames ?? [], floor: framesAtRest ?? [] },
      ];
    });
  });
}

type Bridge = { ask: (channel: string, request: unknown) => Promise<{ ok: boolean; value: { status: string } }> };

/** Runs in the page: whether every file of the library has been read. */
async function isRead(): Promise<boolean> {
  const state = await (window as unknown as { once: Bridge }).once.ask('library:state', {});
  return state.ok && state.value.status === 'ready';
}

const timeAnswer = (page: Page, channel: string, request: unknown): Promise<number> =>
  page.evaluate(
    async ([name, asked]) => {
      const begun = performance.now();
      await (window as unknown as { once: Bridge }).once.ask(name as string, asked);
      return performance.now() - begun;
    },
    [channel, request] as const,
  );

/**
 * Runs in the page: goes to a screen. Answers the milliseconds until it shows its first chart and all of them, or its
 * rows, and the longest time between two frames meanwhile.
 */
async function showCharts(hash: string): Promise<{ first: number; took: number; longestFrame: number }> {
  const begun = performance.now();
  window.location.hash = hash;
  const has = (selector: string): boolean => document.querySelector(selector) !== null;
  const isShown = (): boolean => has(hash === '#/themes' ? '[aria-busy="false"] figure' : '[data-coe-row]');
  let first = Number.NaN;
  let longestFrame = 0;
  let framesAfter = 0;
  for (let before = begun; framesAfter < 3;) {
    const now = await new Promise<number>((resolve) => {
      requestAnimationFrame(() => resolve(performance.now()));
    });
    longestFrame = Math.max(longestFrame, now - before);
    before = now;
    // The frame that was just begun paints it.
    if (Number.isNaN(first) && has('figure [data-mark]')) first = now - begun;
    if (isShown()) framesAfter += 1;
  }
  return { first, took: performance.now() - begun, longestFrame };
}
