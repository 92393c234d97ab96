import { mkdirSync, writeFileSync } from 'node:fs';
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
import { mainThreadTimes } from './thread-times.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

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
  return inTemporaryFolder(async (folder) => {
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
  });
}

async function importThrough(app: ElectronApplication, reports: string, folder: string, count: number): Promise<Row[]> {
  const page = await app.firstWindow();
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 120_000 });
  await answerDialogs(app, '', reports);
  await recordFrames(page);
  const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
  const phase = async (work: () => Promise<unknown>): Promise<Phase> => {
    await takeFrames(page);
    const before = mainThreadTimes(pid ?? 0);
    const { ms, memory } = await watched(app, work);
    const after = mainThreadTimes(pid ?? 0);
    const each = (from: number, to: number): number => ((to - from) / ms) * 1000;
    return {
      ms,
      memory,
      frames: await takeFrames(page),
      ran: each(before.ran, after.ran),
      waited: each(before.waited, after.waited),
    };
  };
  const rest = await phase(() => page.waitForTimeout(AT_REST));

  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox').fill('Import');
  await page.getByRole('option', { name: /^Import…/ }).click();
  const start = page.getByRole('button', { name: 'Import', exact: true });
  const reading = await phase(async () => {
    await page.getByRole('button', { name: 'Choose a folder…' }).click();
    await start.waitFor({ timeout: PATIENCE });
  });
  const importing = await phase(async () => {
    await start.click();
    await page.getByRole('status', { name: 'Import receipt' }).waitFor({ timeout: PATIENCE });
  });
  const restAfter = await phase(() => page.waitForTimeout(AT_REST));
  const writes = timeDurableWrites(folder, new Uint8Array(4096).fill(32), 60);
  const [each] = [writes.toSorted((one, other) => one - other)[30] ?? Number.NaN];
  const [busy, idle] = [
    [reading, importing],
    [rest, restAfter],
  ];
  const longest = ({ frames }: Phase): number => Math.max(...frames);
  const slowAMinute = ({ frames, ms }: Phase): number => (frames.filter((frame) => frame > 50).length / ms) * 60_000;
  return [
    { what: 'reading a file, nothing written yet', unit: 'ms', values: [reading.ms / count] },
    {
      what: 'importing a file (floor: a durable write)',
      unit: 'ms',
      values: [importing.ms / count],
      floor: [each],
    },
    { what: 'frame while files are read (floor: at rest)', unit: 'ms', values: reading.frames, floor: rest.frames },
    {
      what: 'frame while files are imported (floor: at rest)',
      unit: 'ms',
      values: importing.frames,
      floor: restAfter.frames,
    },
    {
      what: 'longest frame (floor: at rest, before and after)',
      unit: 'ms',
      values: busy.map(longest),
      floor: idle.map(longest),
      bar: { of: 'p50', below: 50 },
    },
    { what: 'frames over 50 ms, a minute', unit: '', values: busy.map(slowAMinute), floor: idle.map(slowAMinute) },
    {
      what: 'page at work, a second',
      unit: 'ms',
      values: busy.map(({ ran }) => ran),
      floor: idle.map(({ ran }) => ran),
    },
    {
      what: 'page waiting for a processor, a second',
      unit: 'ms',
      values: busy.map(({ waited }) => waited),
      floor: idle.map(({ waited }) => waited),
    },
    {
      what: 'most memory, all processes (floor: before)',
      unit: 'MB',
      values: [Math.max(reading.memory, importing.memory)],
      floor: [rest.memory],
    },
  ];
}

/**
 * A part of a session: how long it took, the most memory of all processes, the frames of the page, and how many
 * milliseconds of a second the page's main thread ran and waited for a processor.
 */
type Phase = {
  readonly ms: number;
  readonly memory: number;
  readonly frames: readonly number[];
  readonly ran: number;
  readonly waited: number;
};

/** Milliseconds until something is done, and the most memory meanwhile, in megabytes. */
async function watched(
  app: ElectronApplication,
  work: () => Promise<unknown>,
): Promise<{ ms: number; memory: number }> {
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
