import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

import type { Page } from '@playwright/test';

import { launchApp } from '../e2e/support/launch-app.ts';
import { commandFor } from '../e2e/support/once-process.ts';
import { copyLibrary } from './libraries.ts';
import { longestHold } from './main-delay.ts';
import { memoryOfTree } from './process-memory.ts';
import type { Row } from './report.ts';
import { root } from './root.ts';
import { endApp } from './session.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const LOOK_EVERY = 500;
/** After the reading, when what it needed is no longer in memory. */
const REST = 20_000;

/**
 * Measures a first start, with nothing kept, of the app in that folder: how soon the list, a search and Themes answer
 * while the library is read, the longest frame, the time until all of it has been read, and the most memory. The floor of
 * the reading is parsing the files in two threads, and that of the memory is what the app takes afterwards.
 */
export async function measureFirstReading(count: number, appFolder: string): Promise<Row[]> {
  return inTemporaryFolder(async (folder) => {
    const [library, home] = [path.join(folder, 'library'), path.join(folder, 'home')];
    mkdirSync(home);
    copyLibrary(count, library);
    const floor = await timeParseInTwo(path.join(library, 'coes'));
    const { program, args, env } = commandFor({ library, userData: path.join(folder, 'user-data'), home });
    const begun = performance.now();
    const app = await launchApp({ program, args: args.map((arg) => (arg === root ? appFolder : arg)), env });
    try {
      const page = await app.firstWindow();
      const memory: number[] = [];
      const looking = setInterval(() => memory.push(memoryOfTree(app.process().pid ?? 0)), LOOK_EVERY);
      let seen: Seen | undefined;
      const held = await longestHold(app, async () => (seen = await watchReading(page)));
      clearInterval(looking);
      const whole = performance.now() - begun;
      await pause(REST);
      const rest = memoryOfTree(app.process().pid ?? 0);
      return [
        ...Object.entries(seen?.answers ?? {}).map(([what, values]): Row => ({
          what: `${what}, while the library is read`,
          unit: 'ms',
          values,
          bar: { of: 'p95', below: 300 },
        })),
        { what: 'longest frame meanwhile', unit: 'ms', values: seen?.frames ?? [] },
        { what: 'main held at most', unit: 'ms', values: [held] },
        {
          what: 'the whole library read',
          unit: 'ms',
          values: [whole],
          floor: [floor],
          bar: { of: 'ratio', below: 1.5 },
        },
        {
          what: 'most memory',
          unit: 'MB',
          values: [Math.max(...memory)],
          floor: [rest],
          bar: { of: 'ratio', below: 2 },
        },
      ];
    } finally {
      await endApp(app);
    }
  });
}

/** Milliseconds to read and parse all files of a folder, half of them in each of two threads. */
async function timeParseInTwo(folder: string): Promise<number> {
  const names = readdirSync(folder);
  const halves = [0, 1].map((half) => names.filter((_, place) => place % 2 === half));
  const code = `
    const { readFileSync } = require('node:fs');
    const { workerData: { folder, names } } = require('node:worker_threads');
    for (const name of names) JSON.parse(readFileSync(folder + '/' + name, 'utf8'));`;
  const begun = performance.now();
  await Promise.all(
    halves.map(
      (half) =>
        new Promise((resolve, reject) => {
          new Worker(code, { eval: true, workerData: { folder, names: half } })
            .once('exit', resolve)
            .once('error', reject);
        }),
    ),
  );
  return performance.now() - begun;
}

/** Milliseconds of each answer by what was asked, and the longest frame of each round. */
type Seen = { readonly answers: Readonly<Record<string, number[]>>; readonly frames: readonly number[] };

/** Asks as a person would who looks around, until every file has been read. */
const watchReading = (page: Page): Promise<Seen> =>
  page.evaluate(async () => {
    type Ask = (channel: string, request: unknown) => Promise<{ ok: boolean; value: { status: string } }>;
    const { ask } = (window as unknown as { once: { ask: Ask } }).once;
    const list = { filter: {}, order: 'best-match', offset: 0, limit: 24 };
    const asked: readonly (readonly [string, string, unknown])[] = [
      ['the list', 'coes:list', { ...list, text: '', order: 'happened-newest' }],
      ['a search for one letter', 'coes:list', { ...list, text: 'e' }],
      ['a search for a word', 'coes:list', { ...list, text: 'pager' }],
      ['Themes', 'themes:read', { filter: {} }],
    ];
    const answers: Record<string, number[]> = Object.fromEntries(asked.map(([what]) => [what, []]));
    const frames: number[] = [];
    let longest = 0;
    let last = performance.now();
    const onFrame = (now: number): void => {
      longest = Math.max(longest, now - last);
      last = now;
      requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
    for (;;) {
      for (const [what, channel, request] of asked) {
        const begun = performance.now();
        const answer = await ask(channel, request);
        if (!answer.ok) throw new Error(`No answer: ${what}`);
        answers[what]?.push(performance.now() - begun);
      }
      frames.push(longest);
      longest = 0;
      if ((await ask('library:state', {})).value.status === 'ready') return { answers, frames };
      await new Promise((resolve) => {
        setTimeout(resolve, 250);
      });
    }
  });
