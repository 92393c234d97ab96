import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { Page } from '@playwright/test';

import { parseStoredCoe } from '#main/coe-files/parse-stored-coe.ts';

import { answerTo, ask, openLibrary } from '../../e2e/support/ask.ts';
import { type OnceProcess, startOnce } from '../../e2e/support/once-process.ts';
import { startCoe } from '../../e2e/support/writing.ts';
import { root } from '../../bench/root.ts';
import { untilKilled } from '../app/app-scene.ts';
import { until } from '../app/look-around.ts';
import type { Experiment, Outcome, Skipped } from '../experiment.ts';
import { temporaryFiles } from '../subjects/on-disk.ts';
import type { Workshop } from '../workshop.ts';
import { startAgain } from './start-again.ts';

/**
 * The built app is killed while someone types. Whatever stood there while it said "Saved" has to be on disk, and
 * everything typed more than 200 ms before the kill has to be there after the next start, saved or recovered.
 */
export const appKilledWhileTyping: Experiment = {
  name: 'app: killed while typing',
  subject: 'the app',
  fault: 'SIGKILL',
  check: killAgainAndAgain,
};

const TITLE = 'Killed while typing';
const SECTION = 'Additional context';

/** What is older than this outlasts a kill, in milliseconds. */
const OUTLASTS_MS = 200;

type Life = { words: number; shownAsSaved: ReadonlySet<string>; old: readonly string[] };

async function killAgainAndAgain(workshop: Workshop): Promise<Outcome | Skipped> {
  if (!existsSync(path.join(root, 'out/main/index.js'))) return { skipped: 'the app is not built (npm run build)' };
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { skipped: 'there is no display (npm run test:faults provides one)' };
  }
  const home = workshop.folder();
  const [library, userData, person] = ['library', 'user-data', 'home'].map((name) => path.join(home, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [path.join(library, 'coes'), path.join(library, 'trash'), userData, person]) {
    await mkdir(folder, { recursive: true });
  }
  const counts = {
    kills: 0,
    'words typed': 0,
    'words shown as saved': 0,
    'words typed over 200 ms before the kill': 0,
    'of them only in the journal': 0,
    lost: 0,
  };
  const broken: string[] = [];
  const start = { library, userData, home: person };
  const report = (sentence: string): void => {
    broken.push(`kill ${counts.kills}: ${sentence}`);
    workshop.note(String(broken.at(-1)));
  };
  /** Words that only the next start can show: they are not in the file. */
  let awaited: string[] = [];
  const judgeRecovered = async (page: Page): Promise<void> => {
    const recovered = await recoveredWords(page);
    const gone = awaited.filter((word) => !recovered.has(word));
    counts['of them only in the journal'] += awaited.length - gone.length;
    counts.lost += gone.length;
    if (gone.length > 0) report(`typed over 200 ms before and gone: ${gone.join(' ')}`);
  };
  while (counts.kills < (workshop.isLong ? workshop.kills : 3)) {
    const before = counts['words typed'];
    const once = await startOnce(start);
    const { words, shownAsSaved, old } = await untilKilled(once, async () => {
      await judgeRecovered(once.page);
      return typeAndKill(workshop, once, counts.kills, before);
    });
    counts.kills += 1;
    counts['words typed'] += words;
    counts['words shown as saved'] += [...shownAsSaved].filter((word) => Number(word.slice(1)) > before).length;
    counts['words typed over 200 ms before the kill'] += old.length;
    const onDisk = wordsOnDisk(library, broken);
    const lost = [...shownAsSaved].filter((word) => !onDisk.has(word));
    counts.lost += lost.length;
    if (lost.length > 0) report(`shown as saved and not on disk: ${lost.join(' ')}`);
    awaited = old.filter((word) => !onDisk.has(word));
    if (workshop.isLong && counts.kills % 20 === 0) workshop.note(`${counts.kills} kills, ${broken.length} broken`);
  }
  for (const name of temporaryFiles(library)) {
    const longAgo = Date.now() / 1000 - 120;
    utimesSync(path.join(library, name), longAgo, longAgo);
  }
  const last = await startOnce(start);
  await untilKilled(last, async () => {
    await judgeRecovered(last.page);
    await openCoe(last.page);
    await last.quit();
  });
  if (temporaryFiles(library).length > 0) broken.push('temporary files are left after the last start');
  const locks = path.join(person, '.config/Once/open-libraries');
  if (existsSync(locks) && readdirSync(locks).length > 0) broken.push('a lock is left after quitting');
  broken.push(...(await startAgain(library)));
  return { counts, broken };
}

/** Types into the one COE, and kills the app. */
async function typeAndKill(workshop: Workshop, once: OnceProcess, kill: number, wordsBefore: number): Promise<Life> {
  const { page } = once;
  if (kill === 0) await startCoe(page, 'Outage', TITLE);
  else await openCoe(page);
  await page.getByRole('textbox', { name: SECTION }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');

  let words = 0;
  const typedAt: { word: string; at: number }[] = [];
  const life = new AbortController();
  const typing = (async () => {
    while (!life.signal.aborted) {
      const word = `w${wordsBefore + words + 1}`;
      words += 1;
      await page.keyboard.type(`${word} `, { delay: 5 + workshop.chance() * 40 });
      typedAt.push({ word, at: performance.now() });
      if (workshop.chance() < 0.25) await pause(workshop.chance() * 1500);
    }
  })().catch(() => undefined);
  const shownAsSaved = new Set<string>();
  const looking = (async () => {
    while (!life.signal.aborted) for (const word of await savedWords(page)) shownAsSaved.add(word);
  })().catch(() => undefined);
  await pause(700 + workshop.chance() * 3000);
  life.abort();
  const killedAt = performance.now();
  await once.kill();
  await Promise.all([typing, looking]);
  const old = typedAt.filter(({ at }) => at < killedAt - OUTLASTS_MS).map(({ word }) => word);
  return { words, shownAsSaved, old };
}

/** The words that the app offers to recover. Discards them, so that the COE goes on from its file. */
async function recoveredWords(page: Page): Promise<Set<string>> {
  const words = new Set<string>();
  await until('the library is ready', async () => (await answerTo(page, 'library:state', {})).status === 'ready');
  const library = await openLibrary(page);
  for (const { id } of await answerTo(page, 'journal:recovered', {})) {
    // oxlint-disable-next-line no-await-in-loop -- a handful
    const { coe } = await answerTo(page, 'journal:read', { id });
    for (const word of coe.sections.context.prose.split(/\s+/)) words.add(word);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await ask(page, 'journal:discard', { library, id });
  }
  return words;
}

async function openCoe(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'COEs' }).first().click();
  await page.getByRole('list', { name: 'COEs' }).getByRole('link', { name: TITLE }).click();
  await page.getByRole('textbox', { name: SECTION }).waitFor();
}

/**
 * The whole words on the screen at a moment at which the app says that they are saved. The last one may still be being
 * typed.
 */
const savedWords = (page: Page): Promise<string[]> =>
  page.evaluate((section) => {
    const status = document.querySelector('[role="status"][aria-label="Save state"]')?.textContent ?? '';
    const text = document.querySelector<HTMLElement>(`[role="textbox"][aria-label="${section}"]`)?.innerText ?? '';
    return status.trim().startsWith('Saved')
      ? text
          .split(/\s+/)
          .slice(0, -1)
          .filter((word) => word !== '')
      : [];
  }, SECTION);

function wordsOnDisk(library: string, broken: string[]): Set<string> {
  const coes = path.join(library, 'coes');
  const words = new Set<string>();
  for (const name of readdirSync(coes).filter((each) => each.endsWith('.json'))) {
    const read = parseStoredCoe(readFileSync(path.join(coes, name)), name);
    if (!read.ok) broken.push(`a file cannot be read: ${read.error.reason}`);
    else for (const word of read.value.coe.sections.context.prose.split(/\s+/)) words.add(word);
  }
  return words;
}
