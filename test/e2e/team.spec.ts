import { execFileSync } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import type { Locator, Page } from '@playwright/test';

import type { TeamState } from '#ipc/team.ts';

import { createBareRepository } from '../support/team/git-command.ts';
import { answerDialogs } from './support/answer-dialogs.ts';
import { expect, type OnceProcess, readCoeFiles, test } from './support/app.ts';
import { answerTo } from './support/ask.ts';
import { type GitDaemon, startGitDaemon } from './support/git-daemon.ts';
import { needsCommands, onlyIf } from './support/only-if.ts';
import { violations } from './support/violations.ts';
import { openSection, saved, startCoe } from './support/writing.ts';

const TITLE = 'Cards were refused';
const SECTION = 'Additional context';

const status = (page: Page): Locator => page.getByRole('status', { name: 'Team', exact: true });
const prose = (page: Page): Locator => page.getByRole('textbox', { name: SECTION, exact: true });
const questions = (page: Page): Locator => page.getByRole('region', { name: 'Questions', exact: true });
const comments = (page: Page): Locator => page.getByRole('region', { name: 'Comments', exact: true });

/** Connects the way a person does. `begins` names the library that an empty repository becomes. */
async function connect({ app, page }: OnceProcess, address: string, me: string, folder: string, begins?: string) {
  await answerDialogs(app, '', folder);
  await page.getByRole('button', { name: /^Library: / }).click();
  await page.getByRole('menuitem', { name: 'Connect a team library…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Connect a team library' });
  await dialog.getByRole('textbox', { name: 'Address of the repository' }).fill(address);
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await expect(dialog.getByText('You may read and write.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Your name, as the others see it' }).fill(me);
  if (begins !== undefined) await dialog.getByRole('textbox', { name: 'Name of the new team library' }).fill(begins);
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(dialog.getByText(folder)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(status(page)).toHaveText('Shared');
}

/** Connects through a shared folder that is empty. */
async function connectThroughFolder(
  { app, page }: OnceProcess,
  shared: string,
  me: string,
  folder: string,
  name: string,
) {
  await page.getByRole('button', { name: /^Library: / }).click();
  await page.getByRole('menuitem', { name: 'Connect a team library…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Connect a team library' });
  await dialog.getByRole('radio', { name: 'Shared folder' }).check();
  await answerDialogs(app, '', shared);
  await dialog.getByRole('button', { name: 'Choose the shared folder…' }).click();
  await expect(dialog.getByText(shared)).toBeVisible();
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await expect(dialog.getByText('You may read and write.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Your name, as the others see it' }).fill(me);
  await dialog.getByRole('textbox', { name: 'Name of the new team library' }).fill(name);
  await answerDialogs(app, '', folder);
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(status(page)).toHaveText('Shared');
}

/** Exchanges with the button, and waits until that exchange is over and the status says `ends`. */
async function exchange(page: Page, ends: string | RegExp = 'Shared'): Promise<void> {
  // An exchange that began by itself may have looked at the server before the other person sent something.
  await expect.poll(async () => (await stateOf(page)).isSyncing).toBe(false);
  const before = await stateOf(page);
  await status(page).getByRole('button').click();
  const panel = page.getByRole('dialog', { name: 'Team library Payments' });
  await panel.getByRole('button', { name: 'Exchange now' }).click();
  await expect
    .poll(async () => {
      const now = await stateOf(page);
      // The timer may have found out before that nobody can reach the server.
      const isOver = ends === 'Shared' ? now.lastExchange !== before.lastExchange : now.offlineSince !== null;
      return isOver && !now.isSyncing;
    })
    .toBe(true);
  await expect(status(page)).toHaveText(ends);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
}

async function stateOf(page: Page): Promise<Extract<TeamState, { is: 'team' }>> {
  const state = await answerTo(page, 'team:state', {});
  if (state.is !== 'team') throw new Error('no team library is open');
  return state;
}

/** Replaces the text of the section, and waits until it is on the disk. */
async function rewrite(page: Page, library: string, text: string): Promise<void> {
  await openSection(page, SECTION);
  await expect(prose(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
  await expect(prose(page)).toHaveText(text);
  await saved(page);
  await expect.poll(() => proseOnDisk(library)).toEqual([text]);
}

const proseOnDisk = async (library: string): Promise<unknown[]> =>
  [...(await readCoeFiles(library)).values()].map(
    (coe) => (coe['sections'] as { context?: { prose?: unknown } } | undefined)?.context?.prose,
  );

test.describe('a team library', () => {
  needsCommands('git');
  let daemon: GitDaemon | null = null;
  test.afterEach(async () => {
    await daemon?.stop();
    daemon = null;
  });

  test('is written by two people: both see it, edit one sentence at once, settle it and comment', async ({
    launch,
    folder,
  }) => {
    test.slow();
    createBareRepository(folder);
    daemon = await startGitDaemon(folder);
    const address = daemon.addressOf('team.git');
    const env = { ONCE_TEAM_ALLOW_LOOPBACK: '1' };
    const [annsLibrary, bensLibrary] = [path.join(folder, 'team-of-ann'), path.join(folder, 'team-of-ben')];
    const ann = await launch({ env });
    const ben = await launch({ env, userData: path.join(folder, 'user-data-2'), library: path.join(folder, 'bens') });

    await connect(ann, address, 'Ann', annsLibrary, 'Payments');
    await startCoe(ann.page, 'Outage', TITLE);
    await rewrite(ann.page, annsLibrary, 'The alarm was silent.');
    await exchange(ann.page);

    await connect(ben, address, 'Ben', bensLibrary);
    await ben.page.getByRole('link', { name: TITLE, exact: true }).click();
    await expect(prose(ben.page)).toHaveText('The alarm was silent.');

    // While nobody can reach the server, both write on, and neither sees what the other writes.
    await daemon.stop();
    await rewrite(ann.page, annsLibrary, 'The alarm was off.');
    await exchange(ann.page, /^Offline since /);
    await rewrite(ben.page, bensLibrary, 'The alarm was broken.');
    await daemon.start();
    await exchange(ann.page);
    await exchange(ben.page);
    await exchange(ann.page);

    await expect(questions(ben.page)).toBeVisible();
    const question = questions(ann.page).getByRole('listitem');
    await expect(question).toContainText('The alarm was off.');
    await expect(question).toContainText('The alarm was broken.');
    const wordings = await question.getByRole('blockquote').allInnerTexts();
    expect(wordings).toHaveLength(2);
    await expect(questions(ben.page).getByRole('button', { name: /^Use Ann’s: / })).toBeVisible();
    await question.getByRole('button', { name: /^Use Ben’s: / }).click();
    await expect(questions(ann.page)).toHaveCount(0);
    const settled = (await proseOnDisk(annsLibrary))[0];
    expect(settled).toBe('The alarm was broken.');
    await expect(prose(ann.page)).toHaveText(String(settled));
    await exchange(ann.page);
    await exchange(ben.page);
    await expect(prose(ben.page)).toHaveText(String(settled));
    await expect(questions(ben.page)).toHaveCount(0);

    await comments(ben.page).getByRole('button', { name: 'Comment on Context' }).click();
    const field = comments(ben.page).getByRole('textbox', { name: 'Your comment on Context' });
    await expect(field).toBeFocused();
    await field.fill('Who turned it off?');
    await comments(ben.page).getByRole('button', { name: 'Comment', exact: true }).click();
    await expect(comments(ben.page).getByText('Who turned it off?')).toBeVisible();
    await exchange(ben.page);
    await exchange(ann.page);
    await expect(comments(ann.page).getByText('Who turned it off?')).toBeVisible();
    expect(await violations(ann.page)).toEqual([]);
  });

  test('gets a COE that is published from a private library, with who says so, and loses it when it is taken back', async ({
    launch,
    folder,
    library,
  }) => {
    createBareRepository(folder);
    daemon = await startGitDaemon(folder);
    const once = await launch({ env: { ONCE_TEAM_ALLOW_LOOPBACK: '1' } });
    const { page } = once;
    const team = path.join(folder, 'team-of-ann');
    await connect(once, daemon.addressOf('team.git'), 'Ann', team, 'Payments');
    await openRecent(page, path.basename(library));
    await expect(status(page)).toHaveCount(0);
    await startCoe(page, 'Outage', TITLE);

    await runFromMenu(page, 'Publish to the team…');
    const dialog = page.getByRole('dialog', { name: 'Publish to the team' });
    await dialog
      .getByRole('radiogroup', { name: /^Who may read Title/ })
      .getByRole('radio', { name: 'Published' })
      .check();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await expect(dialog.getByText('2. Names and times')).toHaveAttribute('aria-current', 'step');
    await expect(dialog.getByRole('group', { name: 'Names and times' })).toBeFocused();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await expect(dialog.getByRole('group', { name: 'The copy' })).toBeFocused();
    await expect(dialog.getByRole('region', { name: 'What the team reads' })).toContainText(TITLE);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await runFromMenu(page, 'Publish to the team…');
    for (const step of ['Names and times', 'The copy']) {
      await dialog.getByRole('button', { name: 'Next' }).click();
      await expect(dialog.getByRole('group', { name: step })).toBeFocused();
    }
    await dialog.getByRole('button', { name: 'Publish to Payments' }).click();
    await expect(dialog).toHaveCount(0);
    await expect.poll(async () => [...(await readCoeFiles(team)).values()].map((coe) => coe['title'])).toEqual([TITLE]);

    await openRecent(page, 'Payments');
    await page.getByRole('link', { name: TITLE, exact: true }).click();
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(TITLE);
    await exchange(page);
    await runFromMenu(page, 'History…');
    const history = page.getByRole('dialog', { name: 'History' });
    await expect(history.getByRole('button', { name: /Says it is from Ann/ })).toBeVisible();
    await history.getByRole('button', { name: 'Close' }).click();

    await openRecent(page, path.basename(library));
    await page.getByRole('link', { name: TITLE, exact: true }).click();
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(TITLE);
    await runFromMenu(page, 'Publish to the team…');
    await dialog.getByRole('button', { name: 'Take back…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Take it back' }).click();
    await expect(dialog.getByText(/^You took it back from Payments on /)).toBeVisible();
    await expect.poll(async () => (await readCoeFiles(team)).size).toBe(0);
    await expect.poll(async () => (await readCoeFiles(library)).size).toBe(1);
  });

  test('quits although the disk of its shared folder does not answer', async ({ launch, folder }) => {
    onlyIf(process.platform !== 'win32', 'Windows has no named pipes in folders');
    const shared = path.join(folder, 'shared');
    await mkdir(shared);
    const once = await launch();
    const { page } = once;
    await connectThroughFolder(once, shared, 'Ann', path.join(folder, 'team-of-ann'), 'Payments');
    // The system waits for a pipe that nobody writes into as for a share whose server is gone.
    await rm(path.join(shared, 'once-team.json'));
    execFileSync('mkfifo', [path.join(shared, 'once-team.json')]);
    await status(page).getByRole('button').click();
    await page.getByRole('button', { name: 'Exchange now' }).click();
    await expect.poll(async () => (await stateOf(page)).isSyncing).toBe(true);
    await once.quit();
  });
});

/** Opens a library that was open before, and waits for its list. */
async function openRecent(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Library: / }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
  await expect(page.getByRole('button', { name: `Library: ${name}`, exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'COEs', exact: true })).toBeVisible();
}

/** Runs a command from the menu of the open COE. */
async function runFromMenu(page: Page, command: string): Promise<void> {
  await page.getByRole('button', { name: 'More for this COE' }).click();
  await page.getByRole('menuitem', { name: command }).click();
}
