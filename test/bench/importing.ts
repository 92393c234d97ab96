import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';

import { answerDialogs } from '../e2e/support/answer-dialogs.ts';
import { launchApp } from '../e2e/support/launch-app.ts';
import { commandFor } from '../e2e/support/once-process.ts';
import { timeDurableWrites } from './floors.ts';
import { copyLibrary } from './libraries.ts';
import { memoryOfTree } from './process-memory.ts';
import type { Row } from './report.ts';
import { root } from './root.ts';

const LOOK_EVERY = 1000;
const PATIENCE = 60 * 60 * 1000;
const AT_REST = 10_000;
const IN_LIBRARY = 100;

/** One report of some 2 KB, unlike the others in its words. */
function reportOf(number: number): string {
  const word = (index: number): string => `word${(number * 31 + index * 17) % 5000}`;
  const prose = (from: number): string => Array.from({ length: 60 }, (_, index) => word(from + index)).join(' ');
  const day = new Date(Date.UTC(2015, 0, 1 + (number % 3000))).toISOString().slice(0, 10);
  const rows = Array.from({ length: 8 }, (_, row) => `- 1${row}:0${row} ${word(row)} ${word(row + 9)}`).join('\n');
  return `# Report ${number}\n\nDate: ${day}\n\n## Impact\n\n${prose(0)}\n\n## Timeline\n\nAll times in UTC.\n\n${rows}\n\n## Root cause\n\n${prose(100)}\n\n## Action items\n\n- [ ] ${word(1)} ${word(2)} (owner: Kim)\n`;
}

/**
 * Measures the import of that many Markdown files into a library of 100 COEs, through the dialog: the time of a file, the
 * frames of the window, and the memory of all processes. Frames and memory at rest are measured before, in the same
 * session.
 */
export async function measureImport(count: number, appFolder: string): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'once-bench-'));
  try {
    const [library, reports, home] = ['library', 'reports', 'home'].map((name) => path.join(folder, name)) as [
      string,
      string,
      string,
    ];
    copyLibrary(IN_LIBRARY, library);
    mkdirSync(home);
    for (let number = 0; number < count; number += 1) {
      const inside = path.join(reports, String(number % 100));
      mkdirSync(inside, { recursive: true });
      writeFileSync(path.join(inside, `${number}.md`), reportOf(number));
    }
    const { program, args, env } = commandFor({ library, userData: path.join(folder, 'user-data'), home });
    const app = await launchApp({ program, args: args.map((arg) => (arg === root ? appFolder : arg)), env });
    try {
      return await importThrough(app, reports, folder, count);
    } finally {
      const running = app.process();
      await app.evaluate(({ app: electronApp }) => electronApp.quit()).catch(() => undefined);
      running.kill('SIGKILL');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function importThrough(app: ElectronApplication, reports: string, folder: string, count: number): Promise<Row[]> {
  const page = await app.firstWindow();
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 120_000 });
  await answerDialogs(app, '', reports);
  await recordFrames(page);
  await page.waitForTimeout(AT_REST);
  const restFrames = await takeFrames(page);
  const restMemory = memoryOfTree(app.process().pid ?? 0);

  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox').fill('Import');
  await page.getByRole('option', { name: /^Import…/ }).click();
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  const start = page.getByRole('button', { name: 'Import', exact: true });
  const reading = await watched(app, () => start.waitFor({ timeout: PATIENCE }));
  const readingFrames = await takeFrames(page);
  await start.click();
  const importing = await watched(app, () =>
    page.getByRole('status', { name: 'Import receipt' }).waitFor({ timeout: PATIENCE }),
  );
  const importingFrames = await takeFrames(page);
  const writes = timeDurableWrites(folder, new Uint8Array(4096).fill(32), 60);
  const [each] = [writes.toSorted((one, other) => one - other)[30] ?? Number.NaN];
  return [
    { what: 'reading a file, nothing written yet', unit: 'ms', values: [reading.ms / count] },
    {
      what: 'importing a file (floor: write + fdatasync)',
      unit: 'ms',
      values: [importing.ms / count],
      floor: [each],
    },
    { what: 'frame while files are read', unit: 'ms', values: readingFrames, floor: restFrames },
    { what: 'frame while files are imported', unit: 'ms', values: importingFrames, floor: restFrames },
    {
      what: 'longest frame (bar: 50)',
      unit: 'ms',
      values: [Math.max(...readingFrames, ...importingFrames)],
      bar: { of: 'p50', below: 50 },
    },
    {
      what: 'most memory, all processes (floor: before)',
      unit: 'MB',
      values: [Math.max(reading.memory, importing.memory)],
      floor: [restMemory],
    },
  ];
}

/** Milliseconds until something is done, and the most memory meanwhile, in megabytes. */
async function watched(app: ElectronApplication, work: () => Promise<void>): Promise<{ ms: number; memory: number }> {
  const begun = performance.now();
  let memory = 0;
  const look = (): void => {
    memory = Math.max(memory, memoryOfTree(app.process().pid ?? 0));
  };
  const looking = setInterval(look, LOOK_EVERY);
  try {
    await work();
    return { ms: performance.now() - begun, memory };
  } finally {
    clearInterval(looking);
  }
}

/** Notes the time between two frames from now on. */
const recordFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { benchFrames: frames });
    let last = performance.now();
    const next = (): void => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });

/** The frames since the last call. */
const takeFrames = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { benchFrames: number[] }).benchFrames.splice(0));
