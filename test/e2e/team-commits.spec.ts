import path from 'node:path';

import type { Page } from '@playwright/test';

import { coePath } from '#domain/team/tree-paths.ts';
import { teamFoldersOf } from '#main/team/connection.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { createBareRepository, plainGit } from '#test/support/team/git-command.ts';
import { joinTeam } from '#test/support/team/test-teams.ts';

import { expect, test } from './support/app.ts';
import { type GitDaemon, startGitDaemon } from './support/git-daemon.ts';
import { needsCommands } from './support/only-if.ts';
import { enterProse, saved } from './support/writing.ts';

const COE = someCoe({ title: 'Cards were refused' });
const SECTION = 'Additional context';

test.describe('a COE of a team', () => {
  needsCommands('git');
  let daemon: GitDaemon | null = null;
  test.afterEach(async () => {
    await daemon?.stop();
    daemon = null;
  });

  test('is committed when its editor is left, and what was typed last is committed before the app quits', async ({
    launch,
    folder,
  }) => {
    createBareRepository(folder);
    daemon = await startGitDaemon(folder);
    const userData = path.join(folder, 'Ann');
    const ann = await joinTeam(folder, 'Ann', { text: daemon.addressOf('team.git') });
    ann.put(COE);
    await ann.team().exchange();
    await ann.team().close();
    const { gitDir } = await teamFoldersOf(ann.deps.teamFolder, ann.library);
    const committed = (): string => plainGit(gitDir, ['show', `main:${coePath(COE.id)}`]);
    const once = await launch({ library: ann.library, userData, env: { ONCE_TEAM_ALLOW_LOOPBACK: '1' } });
    const { page } = once;
    await expect(page.getByRole('status', { name: 'Team', exact: true })).toHaveText('Shared');

    await openCoe(page);
    await enterProse(page, SECTION, 'Written before leaving.');
    await saved(page);
    await expect(page.getByRole('status', { name: 'Team', exact: true })).toHaveText('Not yet shared (1)');
    await showCoes(page);
    await expect.poll(committed).toContain('Written before leaving.');

    await openCoe(page);
    await enterProse(page, SECTION, 'Written before quitting.');
    await once.quit();
    expect(committed()).toContain('Written before quitting.');
  });
});

const showCoes = (page: Page): Promise<void> =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'COEs', exact: true }).click();

async function openCoe(page: Page): Promise<void> {
  await showCoes(page);
  await page.getByRole('list', { name: 'COEs' }).getByRole('link', { name: COE.title }).click();
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(COE.title);
}
