import { mkdirSync } from 'node:fs';
import path from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';

import { answerDialogs } from '../e2e/support/answer-dialogs.ts';
import { answerTo } from '../e2e/support/ask.ts';
import { launchApp } from '../e2e/support/launch-app.ts';
import { commandFor } from '../e2e/support/once-process.ts';
import { type Delays, recordDelays, takeDelays } from './delays.ts';
import { copyLibrary } from './libraries.ts';
import type { Row } from './report.ts';
import { root } from './root.ts';

const PATIENCE = 15 * 60_000;
const AT_REST = 10_000;
/** A person notices a window that does not answer for longer, in milliseconds. */
const NOTICED = 50;

/** What the measurement needs: an address with a team library, and what another member and this one change for a merge. */
type TeamWindow = {
  readonly folder: string;
  readonly address: string;
  readonly appFolder: string;
  readonly count: number;
  /** Changes files on both sides, and sends those of the other member. `library` is the folder of the joined one. */
  readonly change: (library: string) => Promise<void>;
  /** Changes one file on this side. */
  readonly changeOne: (library: string) => void;
};

/**
 * Measures how long the main process and the page keep others waiting while a team library is joined through the dialog,
 * while changes of both sides are merged, and while one COE is committed, beside the same app at rest.
 */
export async function measureTeamWindow(options: TeamWindow): Promise<Row[]> {
  const { folder, appFolder } = options;
  const [library, home] = [path.join(folder, 'private'), path.join(folder, 'home')];
  copyLibrary(100, library);
  mkdirSync(home);
  const userData = path.join(folder, 'user-data');
  const { program, args, env } = commandFor({ library, userData, home, env: { ONCE_TEAM_ALLOW_LOOPBACK: '1' } });
  const app = await launchApp({ program, args: args.map((arg) => (arg === root ? appFolder : arg)), env });
  try {
    return await measure(app, options);
  } finally {
    const running = app.process();
    await app.evaluate(({ app: electronApp }) => electronApp.quit()).catch(() => undefined);
    running.kill('SIGKILL');
  }
}

async function measure(
  app: ElectronApplication,
  { folder, address, count, change, changeOne }: TeamWindow,
): Promise<Row[]> {
  const page = await app.firstWindow();
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 120_000 });
  const team = path.join(folder, 'joined');
  await answerDialogs(app, '', team);
  await page.waitForTimeout(3000);
  await recordDelays(app, page);
  await page.waitForTimeout(AT_REST);
  const rest = await takeDelays(app, page);

  await page.getByRole('button', { name: /^Library: / }).click();
  await page.getByRole('menuitem', { name: 'Connect a team library…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Connect a team library' });
  await dialog.getByRole('textbox', { name: 'Address of the repository' }).fill(address);
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await dialog.getByText('You may read and write.').waitFor({ timeout: PATIENCE });
  await dialog.getByRole('textbox', { name: 'Your name, as the others see it' }).fill('Cleo');
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  await dialog.getByText(team).waitFor();
  const tried = await takeDelays(app, page);
  const begun = performance.now();
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await dialog.waitFor({ state: 'detached', timeout: PATIENCE });
  await untilListed(page, count);
  const took = performance.now() - begun;
  const joined = await takeDelays(app, page);

  await change(team);
  await page.waitForTimeout(3000);
  await takeDelays(app, page);
  const before = await lastExchange(page);
  await page.getByRole('status', { name: 'Team', exact: true }).getByRole('button').click();
  await page.getByRole('button', { name: 'Exchange now' }).click();
  await until(page, async () => {
    const now = await lastExchange(page);
    return now !== null && now !== before;
  });
  const merged = await takeDelays(app, page);

  changeOne(team);
  await page.waitForTimeout(3000);
  await takeDelays(app, page);
  await answerTo(page, 'team:commit', {});
  await page.waitForTimeout(300);
  const committed = await takeDelays(app, page);
  return [
    { what: 'join in the window, all COEs listed', unit: 'ms', values: [took] },
    ...rowsOf('a try', tried, rest),
    ...rowsOf('joining', joined, rest),
    ...rowsOf('merging 100 and 100', merged, rest),
    ...rowsOf('committing one', committed, rest),
  ];
}

const rowsOf = (during: string, delays: Delays, rest: Delays): Row[] =>
  (['main', 'mainAlone', 'page'] as const).flatMap((where) => {
    const name = NAMES[where];
    return [
      {
        what: `${name} busy at once during ${during}, against at rest`,
        unit: 'ms',
        values: delays[where],
        floor: rest[where],
      },
      {
        what: `longest of them, ${name}, ${during}`,
        unit: 'ms',
        values: [Math.max(0, ...delays[where])],
        floor: [Math.max(0, ...rest[where])],
        bar: { of: 'p50', below: NOTICED },
      },
    ];
  });

const NAMES = {
  main: 'main process',
  mainAlone: 'main process without waits for a processor',
  page: 'page',
} as const;

const untilListed = (page: Page, count: number): Promise<void> =>
  until(page, async () => {
    const state = await answerTo(page, 'library:state', {});
    return state.coeCount >= count;
  });

async function lastExchange(page: Page): Promise<string | null> {
  const state = await answerTo(page, 'team:state', {});
  return state.is === 'team' && !state.isSyncing ? state.lastExchange : null;
}

async function until(page: Page, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It took too long.');
    await page.waitForTimeout(200);
  }
}
