import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { dayMoment } from '#domain/time/moment.ts';

import { seedLibrary } from '../../scripts/seed/seed-library.ts';
import { answerDialogs } from '../e2e/support/answer-dialogs.ts';
import { answerTo, createCoe, openLibrary } from '../e2e/support/ask.ts';
import { COACHING } from './coaching.ts';
import { EXCHANGE } from './exchange.ts';
import { goTo, openCoe } from './go-to.ts';
import { REPEATS } from './repeats.ts';
import type { Stage } from './stage.ts';
import { TEAM } from './team.ts';

/** One thing to take a picture of: its name, and how to get there. Scenes of a library come one after the other. */
export type Scene = {
  readonly name: string;
  /** Shows the scene. Returns the page of another window if that is what is shown. */
  readonly show: (stage: Stage) => Promise<Page | undefined | void>;
};

/** A library, and what there is to see with it. */
export type Scenery = {
  readonly name: string;
  /** What the app is told besides. */
  readonly env?: Readonly<Record<string, string>>;
  readonly fill: (library: string) => void;
  readonly scenes: readonly Scene[];
};

/** A library without anything in it. */
function makeEmpty(library: string): void {
  mkdirSync(path.join(library, 'coes'), { recursive: true });
  mkdirSync(path.join(library, 'trash'));
}

const at = (name: string, address: string): Scene => ({ name, show: ({ page }) => goTo(page, address) });

/** A dialog over the list, opened by a key; Escape has closed the one before. */
const byKey = (name: string, key: string): Scene => ({
  name,
  show: async ({ page }) => {
    await page.keyboard.press('Escape');
    await goTo(page, '/coes');
    await page.keyboard.press(key);
    await page.getByRole('dialog').first().waitFor();
  },
});

const section = (name: string, text: string, id: string): Scene => ({
  name: `editor-guided-${name}`,
  show: ({ page }) => openCoe(page, text, id),
});

const examples: Scene = {
  name: 'coes-ordinary',
  show: async ({ page }) => {
    await answerTo(page, 'library:open-examples', {});
    await goTo(page, '/coes');
    await page.getByRole('list', { name: 'COEs' }).getByRole('listitem').first().waitFor();
  },
};

const whole: Scene = {
  name: 'editor-whole',
  show: async ({ page }) => {
    await openCoe(page, 'certificate');
    await page.getByRole('radio', { name: 'Whole' }).check();
  },
};

const wholeEmpty: Scene = {
  name: 'editor-whole-empty',
  show: async ({ page }) => {
    await createCoe(page, {
      kind: 'outage',
      title: 'The nightly report did not go out',
      happened: { precision: 'day', value: '2026-03-01' },
    });
    await openCoe(page, 'nightly report did not go');
    await page.getByRole('radio', { name: 'Whole' }).check();
    await page.getByRole('textbox', { name: 'What is the customer impact?' }).click();
  },
};

const capture: Scene = {
  name: 'quick-capture',
  show: async ({ app, page }) => {
    const opened = app.waitForEvent('window');
    await page.keyboard.press('Control+Shift+N');
    const other = await opened;
    await other.getByRole('textbox', { name: 'What happened?' }).fill('The nightly report did not go out');
    return other;
  },
};

const details: Scene = {
  name: 'editor-details-open',
  show: async ({ page }) => {
    await openCoe(page, 'graduation', 'context');
    await page.getByRole('button', { name: 'Details' }).click();
  },
};

const found: Scene = {
  name: 'coes-search',
  show: async ({ page }) => {
    await goTo(page, '/coes');
    await page.getByRole('searchbox').first().fill('calendar');
    await page.locator('mark').first().waitFor();
  },
};

const notFound: Scene = {
  name: 'coes-nothing-found',
  show: async ({ page }) => {
    await goTo(page, '/coes');
    await page.getByRole('searchbox').first().fill('zzzqqq kind:outage');
    await page.waitForTimeout(500);
  },
};

const trashed: Scene = {
  name: 'trash-ordinary',
  show: async ({ page }) => {
    const { rows } = await answerTo(page, 'coes:list', {
      filter: {},
      text: '',
      order: 'happened-newest',
      offset: 0,
      limit: 2,
    });
    const handle = await openLibrary(page);
    for (const { id } of rows) await answerTo(page, 'coe:delete', { library: handle, id });
    await goTo(page, '/trash');
  },
};

const backups: Scene = {
  name: 'backups-ordinary',
  show: async ({ app, page, library }) => {
    const second = path.join(path.dirname(library), 'second disk');
    mkdirSync(second, { recursive: true });
    await answerDialogs(app, 'Cancel', second);
    await answerTo(page, 'backups:choose-folder', {});
    await answerTo(page, 'backups:run', { anyway: true });
    const { rows } = await answerTo(page, 'coes:list', {
      filter: {},
      text: '',
      order: 'happened-newest',
      offset: 0,
      limit: 1,
    });
    const handle = await openLibrary(page);
    for (const { id } of rows) await answerTo(page, 'coe:delete', { library: handle, id });
    await goTo(page, '/backups');
    await page.getByRole('list', { name: 'Backups' }).waitFor();
  },
};

const insideBackup: Scene = {
  name: 'backups-inside',
  show: async ({ page }) => {
    await page
      .getByRole('button', { name: /^Open the backup of/ })
      .first()
      .click();
    await page.getByRole('list', { name: 'COEs to restore' }).waitFor();
  },
};

const LONG =
  'The nightly export for the second biggest customer silently stopped three weeks ago because the disk it wrote to had been ' +
  'renamed, nobody was told, the monitor looked at the old name, and I found out from the customer on a Sunday evening while away';

const longTitle: Scene = {
  name: 'coes-long-title',
  show: async ({ page }) => {
    for (const title of [
      LONG,
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3),
    ])
      await createCoe(page, { kind: 'outage', title, happened: dayMoment('2026-08-02') });
    await goTo(page, '/coes');
  },
};

const longTitleOpen: Scene = {
  name: 'editor-long-title',
  show: ({ page }) => openCoe(page, 'nightly export', 'context'),
};

async function type(stage: Stage, text: string): Promise<void> {
  await openCoe(stage.page, 'nightly export', 'context');
  await stage.page.getByRole('textbox', { name: 'Additional context' }).click();
  await stage.page.keyboard.type(text);
}

const changedOutside: Scene = {
  name: 'editor-changed-outside',
  show: async (stage) => {
    await type(stage, 'Mine.');
    const file = fileOf(stage.library, 'nightly export');
    const alert = stage.page.getByRole('alert').filter({ hasText: 'changed outside' });
    for (let tries = 0; tries < 20 && !(await alert.isVisible()); tries += 1) {
      const coe = JSON.parse(readFileSync(file, 'utf8')) as { sections: { context: { prose: string } } };
      await stage.page.keyboard.type(' And more.');
      coe.sections.context.prose = `Theirs, version ${tries + 1}.`;
      writeFileSync(file, JSON.stringify(coe, null, 2));
      await stage.page.waitForTimeout(250);
    }
    await alert.waitFor();
  },
};

const twoVersions: Scene = {
  name: 'editor-two-versions',
  show: async ({ page }) => {
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('dialog').waitFor();
  },
};

const failedSave: Scene = {
  name: 'editor-failed-save',
  show: async (stage) => {
    await stage.page.keyboard.press('Escape');
    await stage.page.getByRole('button', { name: 'Keep mine' }).click();
    await stage.page.waitForTimeout(1500);
    renameSync(stage.library, `${stage.library}-away`);
    await type(stage, ' Typed while the folder was away.');
    await stage.page.getByRole('status', { name: 'Save state' }).filter({ hasText: 'Not saved' }).waitFor();
  },
};

function fileOf(library: string, words: string): string {
  const folder = path.join(library, 'coes');
  const name = readdirSync(folder).find((each) => readFileSync(path.join(folder, each), 'utf8').includes(words));
  if (name === undefined) throw new Error(`No file holds: ${words}`);
  return path.join(folder, name);
}

function breakFiles(library: string): void {
  seedLibrary(library, 3);
  writeFileSync(
    path.join(library, 'coes', '01JAAAAAAAAAAAAAAAAAAAAAAA.json'),
    '{"format": "once-coe", "title": "half a fi',
  );
  writeFileSync(path.join(library, 'coes', 'notes from somewhere else.json'), '[1, 2, 3]');
}

/** Everything there is to see. */
export const SCENERIES: readonly Scenery[] = [
  {
    name: 'empty',
    fill: makeEmpty,
    scenes: [
      at('today-empty', '/today'),
      at('coes-empty', '/coes'),
      at('actions-empty', '/actions'),
      at('themes-empty', '/themes'),
      at('trash-empty', '/trash'),
      at('problems-none', '/problems'),
    ],
  },
  {
    name: 'ordinary',
    fill: makeEmpty,
    scenes: [
      examples,
      found,
      notFound,
      at('actions-ordinary', '/actions'),
      at('themes-ordinary', '/themes'),
      at('handbook', '/handbook'),
      at('handbook-page', '/handbook/whys'),
      at('settings', '/settings'),
      byKey('dialog-new-coe', 'Control+n'),
      byKey('palette', 'Control+p'),
      byKey('palette-commands', 'Control+Shift+p'),
      byKey('dialog-shortcuts', 'Control+/'),
      {
        ...section('context', 'graduation', 'context'),
        show: async ({ page }) => {
          await page.keyboard.press('Escape');
          await openCoe(page, 'graduation', 'context');
        },
      },
      section('timeline', 'certificate', 'timeline'),
      section('impact', 'certificate', 'impact'),
      section('noticed', 'certificate', 'noticed'),
      section('cause', 'certificate', 'cause'),
      section('whys', 'certificate', 'whys'),
      section('learned', 'certificate', 'learned'),
      section('actions', 'certificate', 'actions'),
      details,
      whole,
      wholeEmpty,
      capture,
      trashed,
      backups,
      insideBackup,
    ],
  },
  {
    name: 'crowded',
    fill: (library) => void seedLibrary(library, 2000),
    scenes: [
      at('today-crowded', '/today'),
      at('coes-crowded', '/coes'),
      at('actions-crowded', '/actions'),
      at('themes-crowded', '/themes'),
    ],
  },
  {
    name: 'few',
    fill: (library) => void seedLibrary(library, 3),
    scenes: [at('themes-few', '/themes'), longTitle, longTitleOpen, changedOutside, twoVersions, failedSave],
  },
  REPEATS,
  EXCHANGE,
  COACHING,
  TEAM,
  { name: 'broken', fill: breakFiles, scenes: [at('coes-with-problems', '/coes'), at('problems', '/problems')] },
];
