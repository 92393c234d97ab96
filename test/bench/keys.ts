import { writeFileSync } from 'node:fs';
import path from 'node:path';

import type { CDPSession, Locator, Page } from '@playwright/test';

import type { Coe } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { minuteMoment } from '#domain/time/moment.ts';
import { newWhy } from '#domain/whys/tree.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

import { launchApp } from '../e2e/support/launch-app.ts';
import { commandOf } from './app-command.ts';
import { provideAfterPaint } from './after-paint.ts';
import { BARE_PROSE, showBareFields } from './bare-fields.ts';
import { copyLibrary } from './libraries.ts';
import type { Row } from './report.ts';
import { endApp, inSession, UNLIMITED } from './session.ts';
import type { Command } from './start.ts';
import { type Costs, readCosts, watchCosts } from './typing-costs.ts';
import { timeKeys } from './typing.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** Each field and its floor are typed into by turns: so many of so many keys. */
const TURNS = 8;
const KEYS = 40;

const SHORT = someCoe({ title: 'Keys' }, 10);
const LONG = someCoe({ title: 'Keys in a long timeline' }, 300);

type Field = {
  readonly what: string;
  readonly coe: Coe;
  readonly section: string;
  readonly find: (page: Page) => Locator;
  readonly floor: 'prose' | 'field';
};

const byName = (name: string) => (page: Page) => page.getByRole('textbox', { name, exact: true });

const FIELDS: readonly Field[] = [
  {
    what: 'prose',
    coe: SHORT,
    section: 'context',
    find: (page) => page.locator('[data-section="context"] [role="textbox"][contenteditable="true"]').first(),
    floor: 'prose',
  },
  {
    what: 'timeline',
    coe: SHORT,
    section: 'timeline',
    find: byName('What happened, timeline entry 2'),
    floor: 'field',
  },
  { what: 'whys', coe: SHORT, section: 'whys', find: byName('Why 1.1'), floor: 'field' },
  { what: 'title', coe: SHORT, section: 'context', find: byName('Title'), floor: 'field' },
  { what: '300 rows', coe: LONG, section: 'timeline', find: byName('What happened, timeline entry 2'), floor: 'field' },
];

/** Adds the two COEs that are typed into: one with some text in each part, and one with 300 rows in its timeline. */
function addCoesForKeys(library: string): void {
  for (const [coe, rows] of [
    [SHORT, 10],
    [LONG, 300],
  ] as const)
    writeFileSync(path.join(library, 'coes', `${coe.id}.json`), writeCoe(filled(coe, rows)));
}

function filled({ sections, ...rest }: Coe, rows: number): Coe {
  const entries = Array.from({ length: rows }, (_, index) => {
    const minute = 8 * 60 + index;
    const time = `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return timelineEntry(`row-${index}`, minuteMoment(`2026-05-14T${time}`, 'Europe/Berlin'), {
      what: `Step ${index}: the engineer looks at the second queue`,
    });
  });
  const happened = [
    { ...newWhy('why-1'), text: 'Nobody knew', whys: [{ ...newWhy('why-2'), text: 'No one was told' }] },
  ];
  return {
    ...rest,
    sections: {
      ...sections,
      context: { ...sections.context, prose: BARE_PROSE.join('\n\n') },
      timeline: { ...sections.timeline, entries },
      whys: { ...sections.whys, happened },
    },
  };
}

/** What is measured in a new library: the app and an empty window, both with data of their own in `folder`. */
type InLibrary = {
  readonly folder: string;
  readonly library: string;
  readonly app: Command;
  readonly empty: Command;
};

/** Measures something in a new library of that many COEs and those for keys, which is removed afterwards. */
export async function inLibraryForKeys(
  count: number,
  appFolder: string,
  measure: (where: InLibrary) => Promise<Row[]>,
): Promise<Row[]> {
  return inTemporaryFolder(async (folder) => {
    const library = path.join(folder, 'library');
    copyLibrary(count, library);
    addCoesForKeys(library);
    const app = commandOf(appFolder, library, folder, 'user-data');
    const empty = commandOf(path.join(import.meta.dirname, 'empty-app'), library, folder, 'empty');
    return measure({ folder, library, app, empty });
  });
}

/** Measures keys in a library of that many COEs, in the app in that folder. */
export const measureKeys = (count: number, appFolder: string): Promise<Row[]> =>
  inLibraryForKeys(count, appFolder, ({ app, empty }) => inSession(app, (page) => keysByTurns(page, empty)));

/** Types into each kind of field and into its floor in a window of its own, by turns. */
export async function keysByTurns(page: Page, empty: Command): Promise<Row[]> {
  const bare = await launchApp({ ...empty, args: [...empty.args, ...UNLIMITED] });
  try {
    const barePage = await bare.firstWindow();
    await showBareFields(barePage);
    await provideAfterPaint(barePage);
    const app: Side = { page, costs: await watchCosts(page) };
    const floor: Side = { page: barePage, costs: await watchCosts(barePage) };
    const rows: Row[] = [];
    for (const field of FIELDS) rows.push(...(await typeByTurns(field, app, floor)));
    return rows;
  } finally {
    await endApp(bare);
  }
}

type Side = { readonly page: Page; readonly costs: CDPSession };
type Turn = { readonly times: readonly number[]; readonly costs: Costs };

async function typeByTurns({ what, coe, section, find, floor }: Field, app: Side, bare: Side): Promise<Row[]> {
  const hash = `#/coes/${coe.id}?section=${section}`;
  await app.page.evaluate((address) => (window.location.hash = address), hash);
  const turns: Turn[] = [];
  const bareTurns: Turn[] = [];
  const bareField = bare.page.locator(floor === 'prose' ? '[contenteditable]' : 'input');
  // The first turn of each runs code that was never run before.
  for (let turn = 0; turn <= TURNS; turn += 1) {
    const bareTurn = await takeTurn(bare, bareField);
    const ownTurn = await takeTurn(app, find(app.page));
    if (turn === 0) continue;
    bareTurns.push(bareTurn);
    turns.push(ownTurn);
  }
  const cost = (name: keyof Costs): Pick<Row, 'values' | 'floor'> => ({
    values: turns.map(({ costs }) => costs[name] / KEYS),
    floor: bareTurns.map(({ costs }) => costs[name] / KEYS),
  });
  return [
    {
      what: `key to paint, ${what}`,
      unit: 'ms',
      values: turns.flatMap(({ times }) => times),
      floor: bareTurns.flatMap(({ times }) => times),
      bar: { of: 'ratio95', below: floor === 'prose' ? 1.5 : 2 },
    },
    { what: '  script a key', unit: 'ms', ...cost('script') },
    { what: '  styles and layout a key', unit: 'ms', ...cost('layout') },
    { what: '  style recalculations a key', unit: '', ...cost('styleCount') },
    { what: '  layouts a key', unit: '', ...cost('layoutCount') },
  ];
}

async function takeTurn({ page, costs }: Side, field: Locator): Promise<Turn> {
  await field.click();
  await page.keyboard.press('Control+End');
  const before = await readCosts(costs);
  const times = await timeKeys(page, KEYS);
  const after = await readCosts(costs);
  return {
    times,
    costs: {
      script: after.script - before.script,
      layout: after.layout - before.layout,
      styleCount: after.styleCount - before.styleCount,
      layoutCount: after.layoutCount - before.layoutCount,
    },
  };
}
