import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Locator, Page } from '@playwright/test';

import { writeCoe } from '#domain/file/write-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { createBareRepository } from '#test/support/team/git-command.ts';
import { joinTeam } from '#test/support/team/test-teams.ts';

import { answerDialogs } from './support/answer-dialogs.ts';
import { answerTo } from './support/ask.ts';
import { expect, type OnceProcess, readCoeFiles, test } from './support/app.ts';
import { choose, enterOn as enterOnAny, goTo, someFocus, tabTo as tabToAny } from './support/by-keyboard.ts';
import { type GitDaemon, startGitDaemon } from './support/git-daemon.ts';
import { needsCommands } from './support/only-if.ts';
import { saved } from './support/writing.ts';

const TITLE = 'Cards were refused';
const COE = someCoe({ title: TITLE, audiences: { title: 'published' } });

/** Each way to another element begins at one that has the focus: a step before must not have lost it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await someFocus(page);
  await tabToAny(page, target);
}

async function enterOn(page: Page, target: Locator): Promise<void> {
  await someFocus(page);
  await enterOnAny(page, target);
}

/** Opens a menu and runs one of its commands. */
async function runFrom(page: Page, menu: Locator, command: string): Promise<void> {
  await enterOn(page, menu);
  await goTo(page, page.getByRole('menuitem', { name: command, exact: true }), 'ArrowDown');
  await page.keyboard.press('Enter');
}

const libraryMenu = (page: Page): Locator => page.getByRole('button', { name: /^Library: / });
const coeMenu = (page: Page): Locator => page.getByRole('button', { name: 'More for this COE' });
const status = (page: Page): Locator => page.getByRole('status', { name: 'Team', exact: true });

/** Opens the COE from the list of another library. */
async function openIn(page: Page, library: string): Promise<void> {
  await runFrom(page, libraryMenu(page), library);
  await expect(page.getByRole('button', { name: `Library: ${library}`, exact: true })).toBeVisible();
  await enterOn(page, page.getByRole('link', { name: 'COEs', exact: true }));
  await enterOn(page, page.getByRole('list', { name: 'COEs' }).getByRole('link', { name: TITLE }));
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(TITLE);
}

async function isExchanging(page: Page): Promise<boolean> {
  const state = await answerTo(page, 'team:state', {});
  return state.is === 'team' && state.isSyncing;
}

/** When the last exchange ended; null while one runs, or before the first. */
async function lastExchange(page: Page): Promise<string | null> {
  const state = await answerTo(page, 'team:state', {});
  return state.is === 'team' && !state.isSyncing ? state.lastExchange : null;
}

/** Exchanges with the button in the panel, and closes the panel. */
async function exchange(page: Page): Promise<void> {
  await enterOn(page, status(page).getByRole('button'));
  const panel = page.getByRole('dialog', { name: 'Team library Payments' });
  // The timer may have begun one.
  await expect.poll(() => isExchanging(page)).toBe(false);
  const before = await lastExchange(page);
  await enterOn(page, panel.getByRole('button', { name: /^Exchang/ }));
  const isOver = async (): Promise<boolean> => ![null, before].includes(await lastExchange(page));
  await expect.poll(isOver).toBe(true);
  await expect(panel.getByRole('button', { name: 'Exchange now' })).toBeVisible();
  await expect(status(page)).toHaveText('Shared');
  await someFocus(page);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(status(page).getByRole('button')).toBeFocused();
}

async function connect({ app, page }: OnceProcess, address: string, team: string): Promise<void> {
  await answerDialogs(app, '', team);
  await runFrom(page, libraryMenu(page), 'Connect a team library…');
  const dialog = page.getByRole('dialog', { name: 'Connect a team library' });
  await expect(dialog.getByRole('textbox', { name: 'Address of the repository' })).toBeFocused();
  await page.keyboard.type(address);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('You may read and write.')).toBeVisible();
  await tabTo(page, dialog.getByRole('textbox', { name: 'Your name, as the others see it' }));
  await page.keyboard.type('Ann');
  await tabTo(page, dialog.getByRole('textbox', { name: 'Name of the new team library' }));
  await page.keyboard.type('Payments');
  await enterOn(page, dialog.getByRole('button', { name: 'Choose a folder…' }));
  await expect(dialog.getByText(team)).toBeVisible();
  await enterOn(page, dialog.getByRole('button', { name: 'Connect', exact: true }));
  await expect(dialog).toHaveCount(0);
  await expect(status(page)).toHaveText('Shared');
}

test.describe('a team library without a mouse', () => {
  needsCommands('git');
  let daemon: GitDaemon | null = null;
  test.afterEach(async () => {
    await daemon?.stop();
    daemon = null;
  });

  test('is connected, published to, commented, settled, taken back from and disconnected, and the focus is never lost', async ({
    launch,
    folder,
    library,
  }) => {
    test.slow();
    createBareRepository(folder);
    daemon = await startGitDaemon(folder);
    const address = daemon.addressOf('team.git');
    await writeFile(path.join(library, 'coes', `${COE.id}.json`), writeCoe(COE));
    const team = path.join(folder, 'team-of-ann');
    const once = await launch({ env: { ONCE_TEAM_ALLOW_LOOPBACK: '1' } });
    const { page } = once;
    await expect(page).toHaveURL(/#\/[a-z]/);
    await tabToAny(page, libraryMenu(page));
    await connect(once, address, team);

    await openIn(page, path.basename(library));
    await runFrom(page, coeMenu(page), 'Publish to the team…');
    const publish = page.getByRole('dialog', { name: 'Publish to the team' });
    await choose(page, publish.getByRole('radiogroup', { name: /^Who may read Title/ }), 'Published', 'Published');
    for (const step of ['Names and times', 'The copy']) {
      await enterOn(page, publish.getByRole('button', { name: 'Next' }));
      await expect(publish.getByRole('group', { name: step })).toBeFocused();
    }
    await enterOn(page, publish.getByRole('button', { name: 'Publish to Payments' }));
    await expect(publish).toHaveCount(0);
    await expect(coeMenu(page)).toBeFocused();

    await openIn(page, 'Payments');
    await exchange(page);
    const comments = page.getByRole('region', { name: 'Comments', exact: true });
    await enterOn(page, comments.getByRole('button', { name: /^Comment on / }));
    await expect(comments.getByRole('textbox', { name: /^Your comment on / })).toBeFocused();
    await page.keyboard.type('Who turned it off?');
    await enterOn(page, comments.getByRole('button', { name: 'Comment', exact: true }));
    await expect(comments.getByRole('listitem').filter({ hasText: 'Who turned it off?' }).first()).toBeVisible();
    await expect(comments.getByRole('textbox')).toHaveCount(0);
    await someFocus(page);

    // Somebody else changes the title while Ann does.
    const ben = await joinTeam(folder, 'Ben', { text: address });
    const [published = ''] = Object.keys(ben.coes()).map((name) => name.replace('.json', ''));
    expect(published).not.toBe('');
    ben.put({ ...ben.coe(published), title: 'Cards were declined' });
    await ben.team().exchange();
    await ben.team().close();
    await tabTo(page, page.getByRole('textbox', { name: 'Title', exact: true }));
    await page.keyboard.press('End');
    await page.keyboard.type(' for an hour');
    await saved(page);
    await exchange(page);
    const questions = page.getByRole('region', { name: 'Questions', exact: true });
    await enterOn(page, questions.getByRole('button', { name: /^Use (?:yours|Ben’s): / }).first());
    await expect(questions).toHaveCount(0);
    await someFocus(page);
    await exchange(page);

    await openIn(page, path.basename(library));
    await runFrom(page, coeMenu(page), 'Publish to the team…');
    await enterOn(page, publish.getByRole('button', { name: 'Take back…' }));
    await enterOn(page, page.getByRole('alertdialog').getByRole('button', { name: 'Take it back' }));
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await expect(publish.getByRole('button', { name: 'Take back…' })).toHaveCount(0);
    await expect.poll(async () => (await readCoeFiles(team)).size).toBe(0);
    await someFocus(page);
    await page.keyboard.press('Escape');
    await expect(publish).toHaveCount(0);

    await runFrom(page, libraryMenu(page), 'Payments');
    await expect(status(page)).toBeVisible();
    await enterOn(page, status(page).getByRole('button'));
    const panel = page.getByRole('dialog', { name: 'Team library Payments' });
    await enterOn(page, panel.getByRole('button', { name: 'Disconnect…' }));
    const asked = page.getByRole('alertdialog', { name: 'Disconnect from Payments?' });
    await expect(asked.getByRole('button', { name: 'Stay connected' })).toBeFocused();
    await enterOn(page, asked.getByRole('button', { name: 'Disconnect', exact: true }));
    await expect(asked).toHaveCount(0);
    await expect(status(page)).toHaveCount(0);
    await someFocus(page);
  });
});
