import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { writeCoe } from '#domain/file/write-coe.ts';
import { minuteMoment } from '#domain/time/moment.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

import { commandFor } from '../e2e/support/once-process.ts';
import { answerTo } from '../e2e/support/ask.ts';
import type { Row } from './report.ts';
import { root } from './root.ts';
import { inSession } from './session.ts';
import { timeKeys } from './typing.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** The floor: a timeline so short that its length costs nothing. */
const FLOOR_ROWS = 10;
const OPENINGS = 6;
const KEYS = 80;
const NEW_ROWS = 8;

type Times = {
  readonly openings: number[];
  readonly keys: number[];
  readonly enters: number[];
  readonly frames: number[];
};

/** Measures timelines of those lengths in the app in that folder, against one of ten rows in the same session. */
export async function measureTimelines(lengths: readonly number[], appFolder: string): Promise<Row[]> {
  return inTemporaryFolder(async (folder) => {
    const library = path.join(folder, 'library');
    const home = path.join(folder, 'home');
    mkdirSync(path.join(library, 'coes'), { recursive: true });
    mkdirSync(path.join(library, 'trash'));
    mkdirSync(home);
    for (const length of [FLOOR_ROWS, ...lengths]) writeTimeline(library, length);
    const { program, args, env } = commandFor({ library, userData: path.join(folder, 'user-data'), home });
    const app = { program, args: args.map((arg) => (arg === root ? appFolder : arg)), env };
    return await inSession(app, async (page) => {
      const ids = await idsByTitle(page);
      await timeTimeline(page, ids, FLOOR_ROWS); // loads the editor
      const floor = await timeTimeline(page, ids, FLOOR_ROWS);
      const rows: Row[] = [];
      for (const length of lengths) rows.push(...rowsOf(length, await timeTimeline(page, ids, length), floor));
      return rows;
    });
  });
}

const rowsOf = (length: number, times: Times, floor: Times): Row[] => [
  { what: `${length} rows: opening`, unit: 'ms', values: times.openings, floor: floor.openings },
  {
    what: `${length} rows: key to paint`,
    unit: 'ms',
    values: times.keys,
    floor: floor.keys,
    ...(length > 300 ? {} : { bar: { of: 'p95', below: 16 } as const }),
  },
  { what: `${length} rows: Enter to the new row`, unit: 'ms', values: times.enters, floor: floor.enters },
  { what: `${length} rows: frame while scrolling`, unit: 'ms', values: times.frames, floor: floor.frames },
];

function writeTimeline(library: string, length: number): void {
  const { sections, ...rest } = someCoe({ title: `${length} rows` }, length);
  const entries = Array.from({ length }, (_, index) => {
    const minute = 8 * 60 + index;
    const time = `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    const day = 14 + Math.floor(minute / 1440);
    return timelineEntry(`row-${index}`, minuteMoment(`2026-05-${day}T${time}`, 'Europe/Berlin'), {
      what: `Step ${index}: the on-call engineer looks at the second queue and finds it as long as before`,
    });
  });
  const coe = { ...rest, sections: { ...sections, timeline: { ...sections.timeline, entries } } };
  writeFileSync(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
}

async function idsByTitle(page: Page): Promise<Map<string, string>> {
  const request = { filter: {}, text: '', order: 'happened-newest', offset: 0, limit: 50 } as const;
  const { rows } = await answerTo(page, 'coes:list', request);
  return new Map(rows.map(({ id, title }) => [title, id]));
}

async function timeTimeline(page: Page, ids: ReadonlyMap<string, string>, length: number): Promise<Times> {
  const id = ids.get(`${length} rows`) ?? '';
  await page.evaluate((coe) => (window.location.hash = `#/coes/${coe}?section=context`), id);
  await page.locator('[data-section="context"] [role="textbox"]').waitFor();
  const openings: number[] = [];
  for (let time = 0; time < OPENINGS; time += 1) {
    await page.evaluate((coe) => (window.location.hash = `#/coes/${coe}?section=context`), id);
    await page.locator('[data-section="context"]').waitFor();
    await page.waitForTimeout(300);
    openings.push(await page.evaluate(openTimeline, `#/coes/${id}?section=timeline`));
  }
  const words = page.getByRole('textbox', { name: /^What happened, / });
  await words.nth(1).click();
  const keys = await timeKeys(page, KEYS);
  const enters: number[] = [];
  for (let made = 0; made < NEW_ROWS; made += 1) {
    await words.nth(2).click();
    await page.evaluate(watchForRow);
    await page.keyboard.press('Enter');
    enters.push(await page.evaluate(() => (window as unknown as Watching).newRow));
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(100);
  }
  const frames = await page.evaluate(scrollThrough);
  return { openings, keys, enters, frames };
}

type Watching = { afterPaint: () => Promise<number>; newRow: Promise<number> };

async function openTimeline(hash: string): Promise<number> {
  const begun = performance.now();
  window.location.hash = hash;
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('[data-section="timeline"] [data-row]') === null) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  return (await (window as unknown as Watching).afterPaint()) - begun;
}

/** Leaves behind the time from the next key until the time of a new row has the focus and was painted. */
function watchForRow(): void {
  const own = window as unknown as Watching;
  own.newRow = new Promise((resolve) => {
    let pressed = performance.now();
    window.addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true, once: true });
    window.addEventListener('focusin', () => void own.afterPaint().then((painted) => resolve(painted - pressed)), {
      capture: true,
      once: true,
    });
  });
}

/** Scrolls through the page in sixty steps. Answers the milliseconds from each step to its paint. */
async function scrollThrough(): Promise<number[]> {
  const { afterPaint } = window as unknown as Watching;
  const pane = document.querySelector('[data-scroll]');
  const times: number[] = [];
  if (pane === null) return times;
  for (let step = 0; step < 60; step += 1) {
    const begun = performance.now();
    pane.scrollTop = (pane.scrollHeight * step) / 60;
    times.push((await afterPaint()) - begun);
  }
  return times;
}
