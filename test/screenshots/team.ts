import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Locator, Page } from '@playwright/test';

import { coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { readConnection, teamFoldersOf, writeConnection } from '#main/team/connection.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { plainGit } from '#test/support/team/git-command.ts';
import { joinTeam, type Member } from '#test/support/team/test-teams.ts';

import { seedLibrary } from '../../scripts/seed/seed-library.ts';
import { answerDialogs } from '../e2e/support/answer-dialogs.ts';
import { saved } from '../e2e/support/writing.ts';
import { goTo, openCoe } from './go-to.ts';
import type { Scene, Scenery } from './scenes.ts';
import type { Stage } from './stage.ts';

const TITLE = 'Card payments were refused for an hour';
const COE = coeSchema.parse({
  ...someCoe(
    {
      kind: 'outage',
      title: TITLE,
      summary: 'A certificate ran out, and the alarm that should have said so was silent.',
      happened: dayMoment('2026-03-04'),
      audiences: { title: 'published', summary: 'published', 'sections.cause': 'published' },
    },
    1,
  ),
  sections: {
    context: { prose: 'Anna Lindqvist was on call, and alone.', expected: 'A renewal by itself' },
    cause: { prose: 'Anna Lindqvist had been told about the renewal by mail. Nobody else reads that mailbox.' },
    actions: { items: [{ id: 'a1', text: 'Renew certificates by themselves', owner: 'Anna Lindqvist' }] },
  },
});

function fillPrivately(library: string): void {
  seedLibrary(library, 12);
  writeFileSync(path.join(library, 'coes', `${COE.id}.json`), writeCoe(COE));
}

const placeOf = ({ library }: Stage, name: string): string => path.join(path.dirname(library), name);
const dialogOf = (page: Page): Locator => page.getByRole('dialog').first();
const pill = (page: Page): Locator => page.getByRole('status', { name: 'Team', exact: true }).getByRole('button');

async function openConnect(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^Library: / }).click();
  await page.getByRole('menuitem', { name: 'Connect a team library…' }).click();
  return dialogOf(page);
}

async function openRecent(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Library: / }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
  await page.getByRole('button', { name: `Library: ${name}`, exact: true }).waitFor();
  await goTo(page, '/coes');
  await page.getByRole('link', { name: TITLE }).first().waitFor();
}

async function runFromMenu(page: Page, command: string): Promise<void> {
  await page.getByRole('button', { name: 'More for this COE' }).click();
  await page.getByRole('menuitem', { name: command }).click();
}

async function exchange(page: Page): Promise<void> {
  await pill(page).click();
  await page.getByRole('button', { name: 'Exchange now' }).click();
  await page.waitForTimeout(300);
  await page.getByRole('button', { name: 'Exchange now' }).waitFor();
}

/** Closes what is open over the page, one after the other. */
async function closeAll(page: Page): Promise<void> {
  const open = page.locator('[role="dialog"], [role="alertdialog"]');
  while ((await open.count()) > 0) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(300);
  }
}

const connectBegin: Scene = {
  name: 'team-connect',
  show: async ({ page }) => {
    await goTo(page, '/coes');
    await openConnect(page);
  },
};

const connectRefused: Scene = {
  name: 'team-connect-refused',
  show: async ({ page }) => {
    const dialog = dialogOf(page);
    await dialog.getByRole('textbox').fill('git://127.0.0.1:1/payments/coes.git');
    await dialog.getByRole('button', { name: 'Try it' }).click();
    await dialog.getByRole('group', { name: 'What to do' }).waitFor();
    await dialog.getByText('Details').click();
  },
};

const connectNewServer: Scene = {
  name: 'team-connect-new-server',
  show: async ({ page }) => {
    const dialog = dialogOf(page);
    await dialog.getByRole('textbox').fill('ssh://git@new.example.org/payments/coes.git');
    await dialog.getByRole('button', { name: 'Try it' }).click();
    await dialog.getByRole('button', { name: 'They are the same: trust this server' }).waitFor();
  },
};

const connectFound: Scene = {
  name: 'team-connect-found',
  show: async (stage) => {
    const { app, page } = stage;
    const dialog = dialogOf(page);
    await dialog.getByRole('radio', { name: 'Shared folder' }).check();
    const shared = placeOf(stage, 'Payments share');
    mkdirSync(shared);
    await answerDialogs(app, '', shared);
    await dialog.getByRole('button', { name: 'Choose the shared folder…' }).click();
    await dialog.getByRole('button', { name: 'Try it' }).click();
    await dialog.getByText('You may read and write.').waitFor();
  },
};

const connectCopy: Scene = {
  name: 'team-connect-copy',
  show: async (stage) => {
    const { app, page } = stage;
    const dialog = dialogOf(page);
    await dialog.getByRole('textbox', { name: 'Your name, as the others see it' }).fill('Ann Weber');
    await dialog.getByRole('textbox', { name: 'Name of the new team library' }).fill('Payments');
    await dialog.getByRole('radio', { name: /^A copy of/ }).check();
    await dialog.getByRole('region', { name: 'What goes along' }).scrollIntoViewIfNeeded();
    await answerDialogs(app, '', placeOf(stage, 'Payments'));
  },
};

const connectPrivacy: Scene = {
  name: 'team-connect-privacy',
  show: async ({ page }) => {
    const dialog = dialogOf(page);
    await dialog.getByRole('radio', { name: /^Nothing/ }).check();
    await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
    await dialog.getByRole('button', { name: 'Choose another…' }).waitFor();
    await dialog.getByRole('button', { name: 'Connect', exact: true }).scrollIntoViewIfNeeded();
  },
};

const panel: Scene = {
  name: 'team-panel',
  show: async ({ page }) => {
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await pill(page).waitFor();
    await pill(page).click();
    await page.getByRole('dialog', { name: 'Team library Payments' }).waitFor();
  },
};

const publishParts: Scene = {
  name: 'publish-parts',
  show: async ({ page, library }) => {
    await closeAll(page);
    await openRecent(page, path.basename(library));
    await openCoe(page, 'Card payments');
    await runFromMenu(page, 'Publish to the team…');
    await page.getByRole('button', { name: 'Next', exact: true }).waitFor();
  },
};

const publishNames: Scene = {
  name: 'publish-names',
  show: async ({ page }) => {
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByRole('radiogroup', { name: /Anna Lindqvist/ }).waitFor();
  },
};

const publishCopy: Scene = {
  name: 'publish-copy',
  show: async ({ page }) => {
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByRole('region', { name: 'What the team reads' }).waitFor();
  },
};

const publishAgain: Scene = {
  name: 'publish-again',
  show: async ({ page }) => {
    await page.getByRole('button', { name: 'Publish to Payments' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await runFromMenu(page, 'Publish to the team…');
    await page.getByRole('button', { name: 'Take back…' }).waitFor();
  },
};

const takeBack: Scene = {
  name: 'publish-take-back',
  show: async ({ page }) => {
    await page.getByRole('button', { name: 'Take back…' }).click();
    await page.getByRole('alertdialog').waitFor();
  },
};

let ben: Member | null = null;

/** Two people change one sentence, and one of them comments. */
const conflict: Scene = {
  name: 'team-conflict',
  show: async (stage) => {
    const { page } = stage;
    await closeAll(page);
    await openRecent(page, 'Payments');
    await openCoe(page, 'Card payments', 'cause');
    await exchange(page);
    await closeAll(page);
    ben = await joinTeam(placeOf(stage, 'colleagues'), 'Ben Okafor', {
      sharedFolder: placeOf(stage, 'Payments share'),
    });
    const [file = ''] = Object.keys(ben.coes());
    const coe = ben.coe(file.replace('.json', ''));
    const { cause } = coe.sections;
    const prose = 'The renewal was announced in a mailbox that one person reads, and she was on leave.';
    ben.put({ ...coe, sections: { ...coe.sections, cause: { ...cause, prose } } });
    await ben.team().exchange();
    const place = { section: 'cause', row: null } as const;
    const said = { coeId: coe.id, place, replyTo: null };
    await ben.team().addComment({ ...said, kind: 'comment', text: 'Did the provider send it to the old address too?' });
    await ben.team().exchange();
    await page.getByRole('textbox', { name: /root cause/ }).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('One person was told about the renewal by mail. Nobody else reads that mailbox.');
    await saved(page);
    await exchange(page);
    await closeAll(page);
    await page.getByRole('region', { name: 'Questions', exact: true }).waitFor();
  },
};

const panelWithQuestions: Scene = {
  name: 'team-panel-questions',
  show: async ({ page }) => {
    await pill(page).click();
    await page.getByRole('region', { name: 'Open questions' }).waitFor();
  },
};

const commenting: Scene = {
  name: 'team-comments',
  show: async ({ page }) => {
    await closeAll(page);
    const comments = page.getByRole('region', { name: 'Comments', exact: true });
    await comments.getByRole('button', { name: /^Answer: / }).click();
    await comments.getByRole('textbox').fill('I asked them. It went to both.');
    await comments.scrollIntoViewIfNeeded();
  },
};

const history: Scene = {
  name: 'team-history',
  show: async ({ page }) => {
    await runFromMenu(page, 'History…');
    await page
      .getByRole('button', { name: /Says it is from/ })
      .first()
      .click();
  },
};

/** Somebody has put files into the repository by other means than Once. */
const filesLeftAlone: Scene = {
  name: 'team-panel-strange-files',
  show: async (stage) => {
    const { page } = stage;
    await closeAll(page);
    const member = ben;
    if (member === null) throw new Error('Nobody else is in the team.');
    await member.team().close();
    const { gitDir } = await teamFoldersOf(member.deps.teamFolder, member.library);
    const commit = [
      'commit refs/heads/main',
      'committer Ben <ben@example.org> 1780000000 +0000',
      'data <<END',
      'Two files',
      'END',
      'from refs/heads/main^0',
      ...STRANGE_FILES.flatMap((file) => [`M 100644 inline ${file}`, 'data <<END', 'A text', 'END']),
      'done',
    ];
    plainGit(gitDir, ['fast-import', '--quiet', '--done'], `${commit.join('\n')}\n`);
    await member.open();
    await member.team().exchange();
    await exchange(page);
    await page.getByText('2 files left alone').click();
    await page.getByRole('button', { name: 'Exchange now' }).scrollIntoViewIfNeeded();
  },
};

const STRANGE_FILES = ['notes/minutes of the review in March 2026.md', 'scripts/export-to-the-wiki.sh'];

const offline: Scene = {
  name: 'team-panel-offline',
  show: async (stage) => {
    const { page } = stage;
    await closeAll(page);
    await ben?.team().close();
    renameSync(placeOf(stage, 'Payments share'), placeOf(stage, 'away'));
    await exchange(page);
    await page.getByRole('group', { name: 'What to do' }).waitFor();
  },
};

const disconnecting: Scene = {
  name: 'team-disconnect',
  show: async ({ page }) => {
    await page.getByRole('button', { name: 'Disconnect…' }).click();
    await page.getByRole('alertdialog').waitFor();
  },
};

const inList: Scene = {
  name: 'team-list',
  show: async ({ page }) => {
    await closeAll(page);
    await goTo(page, '/coes');
  },
};

/** The library is exchanged through a server that has another key than before. The programs beside this file play it. */
const hostKeyChanged: Scene = {
  name: 'team-panel-host-key-changed',
  show: async (stage) => {
    const { page, library } = stage;
    await openRecent(page, path.basename(library));
    const teamFolder = path.join(path.dirname(library), 'user-data', 'team');
    const { connection } = await teamFoldersOf(teamFolder, placeOf(stage, 'Payments'));
    const before = await readConnection(connection);
    if (before === null) throw new Error('The library is not connected.');
    const remote = 'ssh://git@git.example.org/payments/coes.git';
    await writeConnection(connection, { ...before, remote, sharedFolder: null, failure: null });
    await openRecent(page, 'Payments');
    await pill(page).click();
    await page.getByRole('button', { name: 'Compare the fingerprint…' }).waitFor();
  },
};

const hostKeyCompared: Scene = {
  name: 'team-panel-host-key-compared',
  show: async ({ page }) => {
    await page.getByRole('button', { name: 'Compare the fingerprint…' }).click();
    await page.getByRole('button', { name: 'They are the same: trust this server' }).scrollIntoViewIfNeeded();
  },
};

/** A team library: connecting, publishing, what two people changed at once, and what can go wrong. */
export const TEAM: Scenery = {
  name: 'team',
  env: {
    ONCE_TEAM_ALLOW_LOOPBACK: '1',
    PATH: `${path.join(import.meta.dirname, 'programs')}${path.delimiter}${process.env['PATH'] ?? ''}`,
  },
  fill: fillPrivately,
  scenes: [
    connectBegin,
    connectRefused,
    connectNewServer,
    connectFound,
    connectCopy,
    connectPrivacy,
    panel,
    publishParts,
    publishNames,
    publishCopy,
    publishAgain,
    takeBack,
    conflict,
    panelWithQuestions,
    commenting,
    history,
    filesLeftAlone,
    offline,
    inList,
    hostKeyChanged,
    hostKeyCompared,
    disconnecting,
  ],
};
